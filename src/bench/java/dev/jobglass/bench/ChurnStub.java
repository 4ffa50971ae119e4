package dev.jobglass.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server on which months go by in minutes: jobs come, run for some seconds, succeed or fail and are forgotten, and
 * now and then it breaks off all connections.
 */
public final class ChurnStub {
    private static final int BORN_PER_SECOND = 400;
    private static final int LIFE_SECONDS = 20;
    /** As servers forget after a day. */
    private static final int REMEMBERED_SECONDS = 20;
    private static final int ONE_FAILS_OF = 50;
    private static final int SECONDS_BETWEEN_OUTAGES = 20;
    private static final int OUTAGE_MILLIS = 700;

    private static final Pattern OF_JOB = Pattern.compile("/api/v1/runs/run_(\\d+)(/\\w+)?");
    private static final String RESULT = """
            {"job_id":"run_%s","status":"succeeded","result":"# Report\\n\\n|a|b|\\n|-|-|\\n|1|2|\\n\\nDone.",\
            "metrics":null,"duration_seconds":20.0}""";

    private final Instant start = Instant.now();
    private final AtomicLong statuses = new AtomicLong();
    private final AtomicLong outages = new AtomicLong();

    private ChurnStub() {
    }

    /** Serves until killed; says its port on the first line. */
    public static void main(String[] arguments) throws IOException {
        ChurnStub stub = new ChurnStub();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", stub::handle);
        server.start();
        System.out.println(server.getAddress().getPort());
    }

    private double seconds() {
        return (System.currentTimeMillis() - start.toEpochMilli()) / 1000.0;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        boolean outage = seconds() % SECONDS_BETWEEN_OUTAGES > SECONDS_BETWEEN_OUTAGES - OUTAGE_MILLIS / 1000.0;
        if (outage && !path.startsWith("/bench")) {
            outages.incrementAndGet();
            exchange.close();
            return;
        }
        try (exchange) {
            String body = switch (path) {
                case "/bench/report" -> "{\"statuses\":" + statuses + ",\"broken\":" + outages + "}";
                case "/api/v1/runs" -> page(exchange.getRequestURI().getQuery());
                default -> ofJob(path);
            };
            byte[] bytes = (body == null ? "{\"detail\":\"Not Found\"}" : body).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(body == null ? 404 : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private String ofJob(String path) {
        Matcher asked = OF_JOB.matcher(path);
        if (!asked.matches()) {
            return null;
        }
        String status = status(Long.parseLong(asked.group(1)));
        return status == null || asked.group(2) == null ? status : switch (asked.group(2)) {
            case "/result" -> status.contains("\"succeeded\"") ? RESULT.formatted(asked.group(1)) : null;
            default -> null; // no streams
        };
    }

    /** The newest first. */
    private String page(String query) {
        int page = Integer.parseInt(query.replaceAll(".*\\bpage=(\\d+).*", "$1"));
        int size = Integer.parseInt(query.replaceAll(".*page_size=(\\d+).*", "$1"));
        boolean queued = query.contains("status=queued");
        int seconds = query.contains("status=running") ? LIFE_SECONDS : LIFE_SECONDS + REMEMBERED_SECONDS;
        long newest = newest();
        long count = queued ? 0 : Math.min(newest + 1, (long) seconds * BORN_PER_SECOND);
        StringBuilder body = new StringBuilder("{\"total\":").append(count).append(",\"jobs\":[");
        long first = (long) (page - 1) * size;
        for (long i = first; i < Math.min(count, first + size); i++) {
            String status = status(newest - i);
            if (status != null) {
                body.append(body.charAt(body.length() - 1) == '[' ? "" : ",").append(status);
            }
        }
        return body.append("]}").toString();
    }

    private long newest() {
        return (long) (seconds() * BORN_PER_SECOND);
    }

    private String status(long job) {
        double age = seconds() - (double) job / BORN_PER_SECOND;
        if (age < 0 || age > LIFE_SECONDS + REMEMBERED_SECONDS) {
            return null;
        }
        statuses.incrementAndGet();
        boolean running = age < LIFE_SECONDS;
        boolean failed = !running && job % ONE_FAILS_OF == 0;
        Instant created = start.plusMillis(job * 1000 / BORN_PER_SECOND);
        String end = running ? "null" : "\"" + created.plusSeconds(LIFE_SECONDS) + "\"";
        return """
                {"job_id":"run_%012d","status":"%s","progress":{"percentage":%d,"current_step":"Step %d",\
                "steps_completed":1,"steps_total":4},"created_at":"%s","started_at":"%s","completed_at":%s,\
                "agent_id":"recipe:agent-%d","session_id":"ops","error":%s,"retry_after":%s}"""
                .formatted(job, running ? "running" : failed ? "failed" : "succeeded",
                        running ? (int) (age * 100 / LIFE_SECONDS) : 100, (int) age / 4, created, created, end,
                        job % 20,
                        failed ? "\"It broke\"" : "null", running ? "1" : "null");
    }
}
