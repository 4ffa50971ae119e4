package dev.jobglass.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jobglass.api.Problem.BadAnswer;
import dev.jobglass.api.Problem.Flaw;
import dev.jobglass.api.Response.Failure;
import dev.jobglass.api.Response.Success;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A server of the runs API, over HTTP. Cancelling a future drops its connection. Futures complete on a thread of the
 * network or the common pool.
 */
public final class RunsClient implements JobServer {
    /** The longest body that is read; the bound holds while reading. */
    public static final int MAX_BODY_BYTES = 4 * 1024 * 1024;

    /** An id that no server gives a job. */
    private static final String NO_JOB = "no-such-job";

    private static final Pattern QUERY = Pattern.compile("[?#].*");

    private final ServerAddress server;
    private final Secrets secrets;
    private final ServerRequests requests;
    private final ServerClock clock = new ServerClock(InstantSource.system());
    private final HttpTransport transport;

    /**
     * Makes a client; nothing is asked yet.
     *
     * @param server whom to ask
     * @param key what to identify with, or null
     * @param timeouts how long to wait
     */
    public RunsClient(ServerAddress server, ApiKey key, Timeouts timeouts) {
        this(server, key, timeouts, Route.PLAIN);
    }

    /**
     * Makes a client that gets to its server in a way of its own; nothing is asked yet.
     *
     * @param server whom to ask
     * @param key what to identify with, or null
     * @param timeouts how long to wait
     * @param route how to get there
     */
    public RunsClient(ServerAddress server, ApiKey key, Timeouts timeouts, Route route) {
        this.server = server;
        this.secrets = Secrets.of(key, route, server.base());
        this.requests = new ServerRequests(server, key, timeouts, route, InetAddress::getAllByName);
        this.transport = new HttpTransport(requests, server, timeouts.answer());
    }

    @Override
    public CompletableFuture<Response<JobStatus>> status(String jobId) {
        return ask(requests.to(server.job(jobId)).GET(), (json, headers) -> status(json, headers, jobId));
    }

    private Response<JobStatus> status(JsonNode json, HttpHeaders headers, String jobId) {
        return StatusParser.status(json, jobId).map(status -> ours(status).notBefore(retryAfter(headers)));
    }

    private Response<JobPage> page(JsonNode json) {
        return StatusParser.page(json)
                .map(page -> new JobPage(page.jobs().stream().map(this::ours).toList(), page.entries(), page.total()));
    }

    /** With times of our clock, and without our key, which may have been escaped in the body. */
    private JobStatus ours(JobStatus status) {
        return secrets.without(clock.toOurs(status));
    }

    @Override
    public Duration clockAhead() {
        return clock.ahead();
    }

    @Override
    public CompletableFuture<Response<JobPage>> list(JobState state, int page, int pageSize) {
        CompletableFuture<Response<JobPage>> list = ask(requests.to(server.list(state, page, pageSize)).GET(),
                (json, _) -> page(json));
        CompletableFuture<Response<JobPage>> told = list.thenCompose(this::noListOrNoApi);
        told.whenComplete((_, thrown) -> {
            if (thrown instanceof CancellationException) {
                list.cancel(true);
            }
        });
        return told;
    }

    /** A server without a list knows at least how to say that it does not know a job. */
    private CompletableFuture<Response<JobPage>> noListOrNoApi(Response<JobPage> response) {
        if (response instanceof Failure(Problem.NotFound list) && list.ofAnyAddress()) {
            return status(NO_JOB).thenApply(one -> one instanceof Failure(Problem.NotFound job) && job.ofAnyAddress()
                    ? new Failure<>(new Problem.NoApi(list.text()))
                    : response);
        }
        return CompletableFuture.completedFuture(response);
    }

    @Override
    public CompletableFuture<Response<String>> error(String jobId) {
        return ask(requests.to(server.job(jobId)).GET(),
                (json, _) -> StatusParser.error(json, jobId).map(secrets::without));
    }

    @Override
    public CompletableFuture<Response<JobResult>> result(String jobId) {
        return askBody(requests.to(server.job(jobId, "result")).GET(),
                (body, _) -> StatusParser.result(body).map(secrets::without));
    }

    @Override
    public CompletableFuture<Response<RawResponse>> raw(String jobId) {
        URI uri = server.job(jobId);
        return transport.send(requests.to(uri).GET().build(),
                response -> new Success<>(RawResponse.of(uri, response, secrets::without)));
    }

    @Override
    public JobStream stream(String jobId, Consumer<StreamEvent> events, Consumer<Problem> ended) {
        HttpRequest request = requests.to(server.job(jobId, "stream")).setHeader("Accept", "text/event-stream").build();
        return new HttpJobStream(requests.http(), request, event -> events.accept(secrets.without(event)),
                (response, thrown) -> thrown == null
                        ? problem(new HttpAnswer(response.statusCode(), response.headers(), new byte[0]))
                        : requests.problem(thrown, request.uri()),
                ended);
    }

    @Override
    public CompletableFuture<Response<JobStatus>> cancel(String jobId) {
        return ask(requests.to(server.job(jobId, "cancel")).POST(HttpRequest.BodyPublishers.noBody()),
                (json, headers) -> status(json, headers, jobId));
    }

    @Override
    public CompletableFuture<Response<String>> delete(String jobId) {
        return transport.send(requests.to(server.job(jobId)).DELETE().build(),
                response -> successful(response) ? new Success<>(jobId) : new Failure<>(problem(response)));
    }

    @Override
    public CompletableFuture<Response<BegunRun>> submit(RunRequest request, String idempotencyKey) {
        HttpRequest.Builder post = requests.to(server.runs()).header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(HttpRequest.BodyPublishers.ofString(request.json()));
        return ask(post,
                (json, headers) -> StatusParser.jobId(json).map(id -> new BegunRun(id, retryAfter(headers))));
    }

    @Override
    public void close() {
        requests.close();
    }

    private <T> CompletableFuture<Response<T>> ask(HttpRequest.Builder request,
            BiFunction<JsonNode, HttpHeaders, Response<T>> read) {
        return askBody(request, (body, headers) -> StatusParser.json(body).then(json -> read.apply(json, headers)));
    }

    private <T> CompletableFuture<Response<T>> askBody(HttpRequest.Builder request,
            BiFunction<byte[], HttpHeaders, Response<T>> read) {
        return transport.send(request.build(), response -> {
            clock.read(response.headers());
            if (!successful(response)) {
                return new Failure<>(problem(response));
            }
            Flaw flaw = contentFlaw(response);
            if (flaw != null) {
                return StatusParser.bad(flaw, switch (flaw) {
                    case HTML -> text(response);
                    case CONTENT_TYPE -> response.headers().firstValue("content-type").orElse("");
                    default -> "";
                });
            }
            return read.apply(secrets.without(response.body()), response.headers());
        });
    }

    /** {@return the wait that a header asks for, or null} */
    private Duration retryAfter(HttpHeaders headers) {
        return headers.firstValue("retry-after")
                .map(header -> RetryAfter.ofHeader(header, Clock.offset(Clock.systemUTC(), clock.ahead())))
                .orElse(null);
    }

    /** The answer's error text, without our key: some servers repeat a wrong one. */
    private String text(HttpAnswer response) {
        return secrets.without(ErrorText.of(response.body()));
    }

    private static boolean successful(HttpAnswer response) {
        return response.status() / 100 == 2;
    }

    /** A missing content type is forgiven, a wrong one is not: it is mostly a proxy's or a web site's page. */
    private static Flaw contentFlaw(HttpAnswer response) {
        String type = response.headers().firstValue("content-type").orElse("").toLowerCase(Locale.ROOT);
        String essence = type.split(";", 2)[0].strip();
        if (response.body().length == 0) {
            return Flaw.EMPTY;
        }
        if (essence.isEmpty() || essence.equals("application/json") || essence.endsWith("+json")) {
            return null;
        }
        return essence.equals("text/html") || essence.equals("application/xhtml+xml") ? Flaw.HTML : Flaw.CONTENT_TYPE;
    }

    private Problem problem(HttpAnswer response) {
        int status = response.status();
        String text = text(response);
        return switch (status) {
            case 401, 403 -> new Problem.Unauthorised(status, requests.withKey(), text);
            case 404, 410 -> new Problem.NotFound(text);
            case 408, 421, 425 -> new Problem.ServerError(status, text); // of something on the way: it passes
            case 409 -> new Problem.Conflict(text);
            case 429, 503 -> new Problem.Throttled(status, retryAfter(response.headers()), text);
            default -> switch (status / 100) {
                case 3 -> response.headers().firstValue("location").map(String::strip)
                        .filter(where -> !where.isEmpty()).map(this::redirect)
                        .orElseGet(() -> new BadAnswer(Flaw.UNUSUAL, Integer.toString(status)));
                case 4 -> new Problem.Rejected(status, text, ErrorText.ofFields(response.body(), secrets::without));
                case 5 -> new Problem.ServerError(status, text);
                default -> new BadAnswer(Flaw.NOT_HTTP, "HTTP " + status);
            };
        };
    }

    /** Of another server it names the address that a user may know it by; a page to log in is none. */
    private BadAnswer redirect(String where) {
        String address = QUERY.matcher(where).replaceFirst("");
        return ServerAddress.possibleOf(List.of(address)).stream()
                .filter(other -> !server.sameOrigin(other)
                        && (ServerAddress.ofTheApi(address) || samePathOrNone(other)))
                .map(other -> new BadAnswer(Flaw.REDIRECT, secrets.without(other.toString()))).findFirst()
                .orElseGet(() -> new BadAnswer(Flaw.REDIRECT_WITHIN, secrets.without(where)));
    }

    private boolean samePathOrNone(ServerAddress other) {
        String path = other.base().getRawPath();
        return path.isEmpty() || path.equals(server.base().getRawPath());
    }
}
