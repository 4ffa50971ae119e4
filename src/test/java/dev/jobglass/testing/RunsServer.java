package dev.jobglass.testing;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A run-status server whose jobs a test moves by hand. */
public final class RunsServer implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String THE_LIST = "";
    private static final String SUBMIT = " ";

    /** A whole answer. */
    public record Reply(int status, String contentType, String body, String retryAfter) {
        public Reply(int status, String contentType, String body) {
            this(status, contentType, body, "");
        }

        public static Reply json(int status, Object body) {
            try {
                return new Reply(status, "application/json", JSON.writeValueAsString(body));
            } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Map<String, Object>> jobs = new ConcurrentSkipListMap<>();
    private final Map<String, Reply> instead = new ConcurrentHashMap<>();
    private final Map<String, Integer> later = new ConcurrentHashMap<>();
    private final Map<String, Object> results = new ConcurrentHashMap<>();
    private final Map<String, String> submitted = new ConcurrentHashMap<>();
    private final Map<String, String> streams = new ConcurrentHashMap<>();
    /** What is answered only once this lets it: the cancelling of a job by its id, and requests for runs. */
    private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();
    private final List<String> uncancellable = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> keys = new CopyOnWriteArrayList<>();
    private volatile Headers headers = new Headers();
    private volatile boolean lists = true;
    private volatile Runnable changed = () -> {
        // Nobody wants to know.
    };
    private volatile Reply insteadOfAll;

    public RunsServer() throws IOException {
        this(0);
    }

    public RunsServer(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + port();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Has a job answer with these fields, besides its id. */
    public void job(String id, String status, Object percentage, Map<String, Object> more) {
        Map<String, Object> job = new LinkedHashMap<>();
        job.put("job_id", id);
        job.put("status", status);
        Map<String, Object> progress = new LinkedHashMap<>();
        progress.put("percentage", percentage);
        progress.put("current_step", "Step of " + id);
        job.put("progress", progress);
        job.put("created_at", "2026-11-24T10:00:00.123456Z");
        job.putAll(more);
        jobs.put(id, job);
        changed.run();
    }

    /** Has something done, on the test's thread, whenever a job has changed. */
    public void onChange(Runnable action) {
        changed = action;
    }

    public void job(String id, String status, Object percentage) {
        job(id, status, percentage, Map.of());
    }

    public void failed(String id, String error) {
        job(id, "failed", 30, Map.of("error", error, "started_at", "2026-11-24T10:00:01Z", "completed_at",
                "2026-11-24T10:05:02Z"));
    }

    public void forget(String id) {
        jobs.remove(id);
    }

    /** Whether there is a list endpoint at all. */
    public void lists(boolean on) {
        lists = on;
    }

    /** Gives this answer for a job, or again its status for null. */
    public void instead(String id, Reply reply) {
        if (reply == null) {
            instead.remove(id);
        } else {
            instead.put(id, reply);
        }
    }

    /** Gives this answer to everything, or none for null. */
    public void insteadOfAll(Reply reply) {
        insteadOfAll = reply;
    }

    /** {@return the requests so far, as method and path with query} */
    public List<String> requests() {
        return requests;
    }

    /** {@return the values of {@code Authorization} so far, without the word before the key} */
    public List<String> keys() {
        return keys;
    }

    /** {@return what the last request said in a header, or null} */
    public String header(String name) {
        return headers.getFirst(name);
    }

    /** {@return how often a job was asked for by itself} */
    public long asked(String id) {
        return requests.stream().filter(("GET /api/v1/runs/" + id)::equals).count();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            headers = exchange.getRequestHeaders();
            String key = exchange.getRequestHeaders().getFirst("Authorization");
            if (key != null) {
                keys.add(key.replace("Bearer ", ""));
            }
            Reply reply = insteadOfAll != null ? insteadOfAll : reply(exchange);
            byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            if (!reply.retryAfter().isEmpty()) {
                exchange.getResponseHeaders().set("Retry-After", reply.retryAfter());
            }
            if (!reply.contentType().isEmpty()) {
                exchange.getResponseHeaders().set("Content-Type", reply.contentType());
            }
            exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private Reply reply(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        if (!path.matches("(/base)?/api/v1/runs(/[^/]*(/(result|stream|cancel))?)?")) {
            return notFound();
        }
        if (path.endsWith("/api/v1/runs") && exchange.getRequestMethod().equals("POST")) {
            return submit(exchange);
        }
        if (path.endsWith("/api/v1/runs")) {
            Reply other = instead.get(THE_LIST);
            return other != null ? other : lists ? page(exchange.getRequestURI().getQuery()) : notFound();
        }
        if (path.endsWith("/result")) {
            return result(id(path, 2));
        }
        if (path.endsWith("/stream")) {
            String stream = streams.get(id(path, 2));
            return stream == null ? notFound() : new Reply(200, "text/event-stream", stream);
        }
        if (path.endsWith("/cancel")) {
            return cancel(id(path, 2));
        }
        if (exchange.getRequestMethod().equals("DELETE")) {
            return delete(id(path, 1));
        }
        String id = id(path, 1);
        Reply other = instead.get(id);
        Map<String, Object> job = jobs.get(id);
        return other != null ? other : job == null ? unknown(id) : Reply.json(200, job);
    }

    private Reply page(String query) {
        int page = Integer.parseInt(query.replaceAll(".*\\bpage=(\\d+).*", "$1"));
        int size = Integer.parseInt(query.replaceAll(".*page_size=(\\d+).*", "$1"));
        String state = query.contains("status=") ? query.replaceAll(".*\\bstatus=(\\w+).*", "$1") : null;
        List<Map<String, Object>> all = jobs.values().stream()
                .filter(job -> state == null || state.equals(job.get("status"))).toList().reversed();
        List<Map<String, Object>> some = all.stream().skip((page - 1L) * size).limit(size).toList();
        return Reply.json(200, Map.of("jobs", some, "total", all.size(), "page", page, "page_size", size));
    }

    private static String id(String path, int fromTheEnd) {
        String[] parts = path.split("/");
        return parts[parts.length - fromTheEnd];
    }

    private Reply submit(HttpExchange exchange) {
        await(held.get(SUBMIT));
        Reply other = instead.get(SUBMIT);
        if (other != null && other.status() == 422) {
            return other;
        }
        String id = submitted.computeIfAbsent(exchange.getRequestHeaders().getFirst("Idempotency-Key"), _ -> {
            String fresh = "run_new" + (submitted.size() + 1);
            job(fresh, "queued", 0);
            return fresh;
        });
        return other != null ? other : Reply.json(202, Map.of("job_id", id, "status", "queued"));
    }

    /** {@return how many runs were begun by requests} */
    public int submitted() {
        return submitted.size();
    }

    /** Gives this answer to requests for runs, whose runs begin unless it is 422; or the usual one again for null. */
    public void insteadOfSubmit(Reply reply) {
        instead(SUBMIT, reply);
    }

    /** Has a job have this result, any JSON value. */
    public void result(String id, Object result) {
        results.put(id, result);
    }

    /** Has the next request for a job's result answered by a wish for patience. */
    public void resultLater(String id, int seconds) {
        later.put(id, seconds);
    }

    /** Has a job's stream tell this and end. */
    public void stream(String id, String events) {
        streams.put(id, events);
    }

    private Reply result(String id) {
        Integer patience = later.remove(id);
        if (patience != null) {
            return new Reply(429, "", "", patience.toString());
        }
        return results.containsKey(id)
                ? Reply.json(200, Map.of("job_id", id, "result", results.get(id), "duration_seconds", 12.0))
                : Reply.json(409, Map.of("detail", "Job not complete"));
    }

    private boolean over(String id) {
        return !List.of("queued", "running").contains(jobs.get(id).get("status"));
    }

    private Reply cancel(String id) {
        if (!jobs.containsKey(id)) {
            return unknown(id);
        }
        if (over(id) || uncancellable.contains(id)) {
            return Reply.json(409, Map.of("detail", "Cannot cancel job in terminal state"));
        }
        await(held.get(id));
        job(id, "cancelled", 30, Map.of());
        return Reply.json(200, jobs.get(id));
    }

    private static void await(CountDownLatch latch) {
        try {
            if (latch != null) {
                latch.await();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Has a job be cancelled only once the latch lets it. */
    public void holdCancel(String id, CountDownLatch latch) {
        held.put(id, latch);
    }

    /** Answers requests for runs only once the latch lets it. */
    public void holdSubmit(CountDownLatch latch) {
        held.put(SUBMIT, latch);
    }

    /** Has a job answer that it is over when it is to be cancelled. */
    public void uncancellable(String id) {
        uncancellable.add(id);
    }

    private Reply delete(String id) {
        if (!jobs.containsKey(id)) {
            return unknown(id);
        }
        if (!over(id)) {
            return Reply.json(409, Map.of("detail", "Cannot delete a running job"));
        }
        jobs.remove(id);
        return new Reply(204, "", "");
    }

    private static Reply unknown(String id) {
        return Reply.json(404, Map.of("detail", "Job not found: " + id));
    }

    private static Reply notFound() {
        return Reply.json(404, Map.of("detail", "Not Found"));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
