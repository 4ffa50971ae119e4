package dev.jobglass.api;

import dev.jobglass.api.Problem.Cause;
import dev.jobglass.api.Problem.Flaw;
import dev.jobglass.api.Problem.Unreachable;
import dev.jobglass.api.Response.Failure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * Sends requests to one server. A response is bounded in size and, from the first byte sent to the last received, in
 * time. A redirect is followed within the server's own origin only, since the key must not go elsewhere.
 */
final class HttpTransport {
    private static final System.Logger LOG = System.getLogger(HttpTransport.class.getName());
    private static final BodyHandler<byte[]> BOUNDED = BodyHandlers.limiting(BodyHandlers.ofByteArray(),
            RunsClient.MAX_BODY_BYTES);
    private static final int MOST_REDIRECTS = 3;
    private static final int PROXY_LOGIN = 407;

    private final ServerRequests requests;
    private final ServerAddress server;
    private final Duration longest;

    /**
     * Sends nothing yet.
     *
     * @param requests has what sends, which follows no redirects itself
     * @param server whose origin redirects must not leave
     * @param longest how long a whole response may take
     */
    HttpTransport(ServerRequests requests, ServerAddress server, Duration longest) {
        this.requests = requests;
        this.server = server;
        this.longest = longest;
    }

    /**
     * {@return what {@code read} makes of the response, or why there is none} To cancel it drops the connection.
     *
     * @param request what to send
     * @param read is called on a thread of the network
     */
    <T> CompletableFuture<Response<T>> send(HttpRequest request, Function<HttpAnswer, Response<T>> read) {
        AtomicReference<CompletableFuture<?>> underWay = new AtomicReference<>();
        CompletableFuture<HttpResponse<byte[]>> exchange = exchange(request, 0, underWay);
        // HttpRequest.timeout ends with the headers; this one covers the body too.
        CompletableFuture<Response<T>> answer = exchange.copy()
                .orTimeout(longest.toMillis(), TimeUnit.MILLISECONDS).handle((response, thrown) -> {
                    if (thrown instanceof TimeoutException) {
                        underWay.get().cancel(true);
                    }
                    if (thrown != null) {
                        return new Failure<>(requests.problem(thrown, request.uri()));
                    }
                    return response.statusCode() == PROXY_LOGIN && requests.proxied(request.uri())
                            ? new Failure<>(requests.problem(new ProxyFault(Cause.PROXY_LOGIN, ""), request.uri()))
                            : read(response, read);
                });
        answer.whenComplete((_, thrown) -> {
            if (thrown instanceof CancellationException) {
                underWay.get().cancel(true);
            }
        });
        return answer;
    }

    private CompletableFuture<HttpResponse<byte[]>> exchange(HttpRequest request, int redirects,
            AtomicReference<CompletableFuture<?>> underWay) {
        CompletableFuture<HttpResponse<byte[]>> sent = anywhere(request, 1, underWay);
        return sent.thenCompose(response -> redirects >= MOST_REDIRECTS
                ? sent
                : target(request, response).map(uri -> exchange(
                        HttpRequest.newBuilder(request, (_, _) -> true).uri(uri).build(), redirects + 1, underWay))
                        .orElse(sent));
    }

    /** Sends to the first address of the host that does not refuse. */
    private CompletableFuture<HttpResponse<byte[]>> anywhere(HttpRequest request, int tries,
            AtomicReference<CompletableFuture<?>> underWay) {
        CompletableFuture<HttpResponse<byte[]>> sent = requests.http().sendAsync(request, BOUNDED);
        underWay.set(sent);
        return sent.exceptionallyCompose(thrown -> NetworkProblem.of(thrown) instanceof Unreachable(Cause cause, _, _)
                && cause == Cause.REFUSED && requests.hosts().next(tries)
                        ? anywhere(requests.hosts().again(request), tries + 1, underWay)
                        : sent);
    }

    /** {@return where else the same is to be asked, as for a slash too many or too few} */
    private Optional<URI> target(HttpRequest request, HttpResponse<?> response) {
        boolean same = switch (response.statusCode()) {
            case 301 -> request.method().equals("GET");
            case 307, 308 -> true;
            default -> false;
        };
        try {
            return same
                    ? response.headers().firstValue("location").map(request.uri()::resolve).filter(server::sameOrigin)
                            .map(uri -> withQuery(uri, request.uri().getRawQuery()))
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** Some servers forget it. */
    private static URI withQuery(URI uri, String query) {
        return query == null || uri.getRawQuery() != null ? uri : URI.create(uri + "?" + query);
    }

    /** Whoever waits for an answer gets one, even when memory or stack do not suffice to read it. */
    private static <T> Response<T> read(HttpResponse<byte[]> response, Function<HttpAnswer, Response<T>> read) {
        try {
            return read.apply(HttpAnswer.of(response));
        } catch (HttpAnswer.TooLarge _) {
            return StatusParser.bad(Flaw.TOO_LARGE, "");
        } catch (IOException e) {
            return StatusParser.bad(Flaw.CODING, e.getMessage());
        } catch (RuntimeException | VirtualMachineError e) {
            LOG.log(System.Logger.Level.ERROR, "An answer could not be read", e);
            return StatusParser.bad(Flaw.NOT_A_STATUS, e.toString());
        }
    }
}
