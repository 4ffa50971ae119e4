package dev.jobglass.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A server in a process of its own that also measures how it is polled: it knows when it last sent each job's status
 * and what it asked for, so it sees for itself who comes early and who comes late.
 */
public final class Stub {
    private static final int RETRY_AFTER_SECONDS = 5;
    private static final Instant CREATED = Instant.parse("2026-11-24T00:00:00Z");

    /** Questions that cross an answer of the list on their way cannot know of it. */
    private static final long CROSSING = 250_000_000;

    private final int live;
    private final int jobs;
    private final long[] sent;
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong statuses = new AtomicLong();
    private final AtomicLong early = new AtomicLong();
    private long[] late = new long[1 << 20];
    private int lates;
    private long since = System.nanoTime();

    private Stub(int jobs, int live) {
        this.jobs = jobs;
        this.live = live;
        this.sent = new long[jobs];
    }

    /** Serves until killed; says its port on the first line. */
    public static void main(String[] arguments) throws IOException {
        Stub stub = new Stub(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", stub::handle);
        server.start();
        System.out.println(server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String body = switch (path) {
                case "/bench/reset" -> reset();
                case "/bench/report" -> report();
                case "/api/v1/runs" -> page(exchange.getRequestURI().getQuery());
                default -> one(Integer.parseInt(path.substring(path.lastIndexOf('_') + 1)));
            };
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private String one(int job) {
        requests.incrementAndGet();
        tell(job, true);
        return status(job);
    }

    /** Jobs are numbered by age, the newest last; the live ones are the newest. */
    private String page(String query) {
        requests.incrementAndGet();
        int page = number(query, "page=");
        int size = number(query, "page_size=");
        boolean running = query.contains("status=running");
        int count = running ? live : query.contains("status=") ? 0 : jobs;
        StringBuilder body = new StringBuilder("{\"total\":").append(count).append(",\"jobs\":[");
        for (int i = (page - 1) * size; i < Math.min(count, page * size); i++) {
            int job = jobs - 1 - i;
            tell(job, false);
            body.append(i % size == 0 ? "" : ",").append(status(job));
        }
        return body.append("]}").toString();
    }

    private static int number(String query, String name) {
        int start = ("&" + query).indexOf("&" + name) + name.length();
        int end = query.indexOf('&', start);
        return Integer.parseInt(query.substring(start, end < 0 ? query.length() : end));
    }

    private synchronized void tell(int job, boolean alone) {
        boolean running = job >= jobs - live;
        if (!running) {
            return;
        }
        long now = System.nanoTime();
        if (sent[job] != 0) {
            long over = now - sent[job] - RETRY_AFTER_SECONDS * 1_000_000_000L;
            if (over >= 0 && lates < late.length) {
                late[lates++] = over;
            } else if (over < 0 && alone && now - sent[job] > CROSSING) {
                early.incrementAndGet();
            }
        }
        sent[job] = now;
        statuses.incrementAndGet();
    }

    private String status(int job) {
        boolean running = job >= jobs - live;
        double percentage = running ? (System.nanoTime() / 100_000_000L + job) % 1000 / 10.0 : 100;
        return """
                {"job_id":"run_%012d","status":"%s","progress":{"percentage":%s,"current_step":"Step of job %d",\
                "steps_completed":1,"steps_total":4},"created_at":"%s","started_at":"%s","completed_at":%s,\
                "agent_id":"recipe:news-analyzer","run_id":null,"session_id":"ops-7","error":null,"retry_after":%s}"""
                .formatted(job, running ? "running" : "succeeded", percentage, job, CREATED.plusSeconds(job),
                        CREATED.plusSeconds(job + 1L), running ? "null" : "\"" + CREATED.plusSeconds(job + 60L) + "\"",
                        running ? RETRY_AFTER_SECONDS : "null");
    }

    private synchronized String reset() {
        requests.set(0);
        statuses.set(0);
        early.set(0);
        lates = 0;
        since = System.nanoTime();
        return "{}";
    }

    private synchronized String report() {
        double seconds = (System.nanoTime() - since) / 1e9;
        long[] sorted = Arrays.copyOf(late, lates);
        Arrays.sort(sorted);
        return """
                {"seconds":%.3f,"requests":%d,"statuses":%d,"early":%d,"late_p50_ms":%.1f,"late_p99_ms":%.1f,\
                "late_max_ms":%.1f}"""
                .formatted(seconds, requests.get(), statuses.get(), early.get(), Percentile.millis(sorted, 0.5),
                        Percentile.millis(sorted, 0.99),
                        Percentile.millis(sorted, 1));
    }
}
