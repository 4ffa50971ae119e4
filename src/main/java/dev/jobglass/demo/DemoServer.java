package dev.jobglass.demo;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The run-status API over real HTTP on a free loopback port, with invented jobs. */
public final class DemoServer implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String RUNS = "/api/v1/runs";
    private static final Set<String> STATES = Set.of("queued", "running", "succeeded", "failed", "cancelled");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final InstantSource clock;
    private final DemoJobs jobs;
    /** The jobs that requests began, by what named them. */
    private final Map<String, String> submitted = new ConcurrentHashMap<>();

    private DemoServer(long seed, InstantSource clock) throws IOException {
        this.clock = clock;
        this.jobs = new DemoJobs(seed, clock.instant());
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
    }

    /**
     * Starts a server.
     *
     * @param seed the same seed gives the same jobs
     * @param clock their time
     * @return the running server
     * @throws IOException when there is no free port
     */
    public static DemoServer start(long seed, InstantSource clock) throws IOException {
        DemoServer demo = new DemoServer(seed, clock);
        demo.server.start();
        return demo;
    }

    /** {@return its base address} */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes(); // whatever is asked for, the dice decide what comes of it
            String path = exchange.getRequestURI().getPath();
            String method = exchange.getRequestMethod();
            Instant now = clock.instant();
            if (path.equals("/health")) {
                send(exchange, 200, Map.of("status", "healthy"));
            } else if (path.equals(RUNS) && method.equals("POST")) {
                submit(exchange, now);
            } else if (path.equals(RUNS)) {
                list(exchange, now);
            } else if (path.startsWith(RUNS + "/")) {
                String[] parts = path.substring(RUNS.length() + 1).split("/");
                Optional<DemoJob> job = jobs.find(parts[0], now);
                if (job.isEmpty()) {
                    send(exchange, 404, Map.of("detail", "Job not found: " + parts[0]));
                } else {
                    job(exchange, method, parts.length > 1 ? parts[1] : "", job.get(), now);
                }
            } else {
                send(exchange, 404, Map.of("detail", "Not Found"));
            }
        }
    }

    private void job(HttpExchange exchange, String method, String call, DemoJob job, Instant now) throws IOException {
        DemoJob.Moment moment = job.at(now);
        switch (method + " " + call) {
            case "GET " -> send(exchange, 200, status(job, now));
            case "GET result" -> result(exchange, job, moment);
            case "GET stream" -> stream(exchange, job);
            case "POST cancel" -> {
                if (moment.terminal()) {
                    send(exchange, 409, Map.of("detail", "Job is already " + moment.status()));
                } else {
                    send(exchange, 200, status(jobs.cancel(job, now), now));
                }
            }
            case "DELETE " -> {
                if (moment.terminal()) {
                    jobs.delete(job);
                    exchange.sendResponseHeaders(204, -1);
                } else {
                    send(exchange, 409, Map.of("detail", "Cannot delete a job that is " + moment.status()));
                }
            }
            default -> send(exchange, 405, Map.of("detail", "Method Not Allowed"));
        }
    }

    private void list(HttpExchange exchange, Instant now) throws IOException {
        Map<String, String> query = query(exchange.getRequestURI());
        String state = query.get("status");
        if (state != null && !STATES.contains(state)) {
            send(exchange, 400, Map.of("detail", "Invalid status: " + state));
            return;
        }
        int page = number(query.get("page"), 1);
        int size = number(query.get("page_size"), 20);
        if (page < 1 || size < 1 || size > 100) {
            send(exchange, 422, Map.of("detail", List.of(
                    Map.of("loc", List.of("query", page < 1 ? "page" : "page_size"), "msg", "Input out of range"))));
            return;
        }
        List<DemoJob> matching = jobs.newestFirst(now).stream()
                .filter(job -> state == null || job.at(now).status().equals(state))
                .filter(job -> !query.containsKey("session_id") || query.get("session_id").equals(job.session()))
                .toList();
        List<Map<String, Object>> entries = matching.stream().skip((long) (page - 1) * size).limit(size)
                .map(job -> status(job, now)).toList();
        send(exchange, 200, Map.of("jobs", entries, "total", matching.size(), "page", page, "page_size", size));
    }

    private void submit(HttpExchange exchange, Instant now) throws IOException {
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        String id = key == null ? jobs.submit(now).id() : submitted.computeIfAbsent(key, _ -> jobs.submit(now).id());
        String path = RUNS + "/" + id;
        exchange.getResponseHeaders().set("Location", path);
        exchange.getResponseHeaders().set("Retry-After", "2");
        send(exchange, 202, Map.of("job_id", id, "status", "queued", "poll_url", path,
                "stream_url", path + "/stream"));
    }

    private static void result(HttpExchange exchange, DemoJob job, DemoJob.Moment moment) throws IOException {
        if (!moment.status().equals("succeeded")) {
            send(exchange, 409, Map.of("detail", "Job is " + moment.status() + ", there is no result"));
            return;
        }
        double seconds = Duration.between(moment.started(), moment.completed()).toMillis() / 1000.0;
        send(exchange, 200, Map.of("result", Map.of("summary", "Done by " + job.agent(), "steps", job.steps()),
                "metrics", Map.of("tokens", 1200 + job.id().hashCode() % 1000), "duration_seconds", seconds));
    }

    /** Server-sent events: the state and its changes, until the job is over. */
    private void stream(HttpExchange exchange, DemoJob job) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        DemoJob.Moment last = null;
        try (var out = exchange.getResponseBody()) {
            while (last == null || !last.terminal()) {
                DemoJob.Moment moment = jobs.find(job.id(), clock.instant()).orElse(job).at(clock.instant());
                if (!moment.equals(last)) {
                    String event = moment.terminal() ? "status" : "progress";
                    String data = JSON.writeValueAsString(Map.of("percentage", moment.percentage(), "step",
                            String.valueOf(moment.step()), "status", moment.status()));
                    out.write(("event: " + event + "\ndata: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
                    out.flush();
                    last = moment;
                }
                Thread.sleep(Duration.ofSeconds(1));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, Object> status(DemoJob job, Instant now) {
        DemoJob.Moment moment = job.at(now);
        Map<String, Object> progress = new LinkedHashMap<>();
        progress.put("percentage", moment.percentage());
        progress.put("current_step", moment.step());
        progress.put("steps_completed", moment.stepsDone());
        progress.put("steps_total", job.steps().size());
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("job_id", job.id());
        status.put("status", moment.status());
        status.put("progress", progress);
        status.put("created_at", job.created().toString());
        status.put("started_at", text(moment.started()));
        status.put("completed_at", text(moment.completed()));
        status.put("agent_id", job.agent());
        status.put("run_id", null);
        status.put("session_id", job.session());
        status.put("error", moment.status().equals("failed") ? job.error() : null);
        status.put("retry_after", moment.terminal() ? null : moment.status().equals("queued") ? 2 : 5);
        return status;
    }

    private static String text(Instant time) {
        return time == null ? null : time.toString();
    }

    private static Map<String, String> query(URI uri) {
        Map<String, String> query = new HashMap<>();
        if (uri.getQuery() != null) {
            Arrays.stream(uri.getQuery().split("&")).map(pair -> pair.split("=", 2))
                    .filter(pair -> pair.length == 2 && !pair[1].isEmpty())
                    .forEach(pair -> query.put(pair[0], pair[1]));
        }
        return query;
    }

    private static int number(String text, int otherwise) {
        try {
            return text == null ? otherwise : Integer.parseInt(text);
        } catch (NumberFormatException _) {
            return -1;
        }
    }

    private static void send(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** Stops at once. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
