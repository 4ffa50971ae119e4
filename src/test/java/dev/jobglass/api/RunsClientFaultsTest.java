package dev.jobglass.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.Problem.BadAnswer;
import dev.jobglass.api.Problem.Cause;
import dev.jobglass.api.Problem.Flaw;
import dev.jobglass.api.Problem.Unreachable;
import dev.jobglass.api.Response.Failure;
import dev.jobglass.api.Response.Success;
import dev.jobglass.testing.BesideOthers;
import dev.jobglass.testing.RawServer;
import dev.jobglass.testing.Servers;
import dev.jobglass.text.Messages;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What networks and broken servers do, over real sockets. */
@BesideOthers
class RunsClientFaultsTest {
    private static final Timeouts SHORT = new Timeouts(Duration.ofSeconds(2), Duration.ofMillis(700));
    private static final Timeouts LONG = new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(20));
    private static final String BODY = "{\"job_id\":\"j\",\"status\":\"running\"}";
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    private static <T> T get(CompletableFuture<T> future) throws Exception {
        return future.get(20, TimeUnit.SECONDS);
    }

    private static Response<JobStatus> ask(String url, Timeouts timeouts) throws Exception {
        try (RunsClient client = new RunsClient(ServerAddress.parse(url), null, timeouts)) {
            return get(client.status("j"));
        }
    }

    private static Problem problem(RawServer.Behaviour behaviour, Timeouts timeouts) throws Exception {
        try (RawServer server = new RawServer(behaviour)) {
            Response<JobStatus> answer = ask(server.url(), timeouts);
            assertThat(answer).isInstanceOf(Failure.class);
            return ((Failure<JobStatus>) answer).problem();
        }
    }

    private static Predicate<Problem> unreachable(Cause cause) {
        return problem -> problem instanceof Unreachable found && found.cause() == cause;
    }

    private static Predicate<Problem> bad(Flaw flaw) {
        return problem -> problem instanceof BadAnswer found && found.flaw() == flaw;
    }

    private static Arguments fault(String name, RawServer.Behaviour behaviour, Predicate<Problem> expected) {
        return Arguments.of(org.junit.jupiter.api.Named.of(name, behaviour), expected);
    }

    static Stream<Arguments> faults() {
        return Stream.concat(brokenOff(), malformed());
    }

    private static Stream<Arguments> brokenOff() {
        return Stream.of(fault("reset before the answer", RawServer::reset, unreachable(Cause.RESET)),
                fault("closed before the answer", socket -> {
                }, unreachable(Cause.RESET)), fault("reset in mid-headers", socket -> {
                    RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Ty");
                    RawServer.reset(socket);
                }, unreachable(Cause.RESET)), fault("reset in mid-body", socket -> {
                    RawServer.write(socket, OK + "Content-Length: 5000\r\n\r\n{\"job_id\"");
                    RawServer.reset(socket);
                }, unreachable(Cause.RESET)), fault("closed in mid-body", socket -> RawServer.write(socket,
                        OK + "Content-Length: 5000\r\n\r\n" + BODY), unreachable(Cause.RESET)),
                fault("never answering", RawServer::waitForTheEnd, unreachable(Cause.ANSWER_TIMEOUT)),
                fault("headers, then silence", socket -> {
                    RawServer.write(socket, OK + "Content-Length: 500\r\n\r\n{");
                    RawServer.waitForTheEnd(socket);
                }, unreachable(Cause.ANSWER_TIMEOUT)));
    }

    private static Stream<Arguments> malformed() {
        return Stream.of(fault("garbage instead of a chunk", socket -> RawServer.write(socket,
                OK + "Transfer-Encoding: chunked\r\n\r\nthis is no length\r\n" + BODY),
                unreachable(Cause.RESET).or(bad(Flaw.NOT_HTTP))),
                fault("a chunk longer than said", socket -> RawServer.write(socket,
                        OK + "Transfer-Encoding: chunked\r\n\r\n3\r\n" + BODY + "\r\n0\r\n\r\n"),
                        unreachable(Cause.RESET).or(bad(Flaw.NOT_HTTP))),
                fault("a length that is no number", socket -> RawServer.write(socket,
                        OK + "Content-Length: many\r\n\r\n" + BODY), unreachable(Cause.RESET).or(bad(Flaw.NOT_HTTP))),
                fault("a negative length", socket -> RawServer.write(socket,
                        OK + "Content-Length: -5\r\n\r\n" + BODY), unreachable(Cause.RESET).or(bad(Flaw.NOT_HTTP))),
                fault("two different lengths", socket -> RawServer.write(socket,
                        OK + "Content-Length: 3\r\nContent-Length: 33\r\n\r\n" + BODY),
                        bad(Flaw.NOT_JSON)),
                fault("too short a length", socket -> RawServer.write(socket,
                        OK + "Content-Length: 12\r\n\r\n" + BODY), bad(Flaw.NOT_JSON)),
                fault("a gigantic length", socket -> RawServer.write(socket,
                        OK + "Content-Length: 99999999999\r\n\r\n" + BODY),
                        unreachable(Cause.RESET).or(bad(Flaw.NOT_HTTP))),
                fault("giant headers", socket -> {
                    RawServer.write(socket, OK);
                    for (int i = 0; i < 3_000; i++) {
                        RawServer.write(socket, "X-" + i + ": " + "x".repeat(1_000) + "\r\n");
                    }
                }, unreachable(Cause.RESET).or(bad(Flaw.NOT_HTTP))),
                fault("another protocol", socket -> RawServer.write(socket,
                        "SSH-2.0-OpenSSH_9.2\r\n"), bad(Flaw.NOT_HTTP)),
                fault("binary", socket -> {
                    socket.getOutputStream().write(new byte[]{0x16, 3, 1, 2, 0, 1, 0, 1, -4, 3, 3, '\r', '\n', '\r',
                            '\n'});
                    socket.getOutputStream().flush();
                }, bad(Flaw.NOT_HTTP)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void eachFaultIsANamedProblem(RawServer.Behaviour behaviour, Predicate<Problem> expected) throws Exception {
        Problem problem = problem(behaviour, SHORT);

        assertThat(problem).matches(expected);
        assertThat(Messages.problem(problem)).isNotBlank();
    }

    @Test
    void refused() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        assertThat(ask("http://127.0.0.1:" + port, SHORT))
                .matches(answer -> answer instanceof Failure(Unreachable(var cause, _, _)) && cause == Cause.REFUSED);
    }

    @Test
    void aDeadProxyIsNamed() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        ServerAddress server = Servers.address("jobs.example");
        Route route = new Route(null, ProxyAddress.parse("127.0.0.1:" + port).orElseThrow(), Map.of());
        try (RunsClient client = new RunsClient(server, null, Timeouts.DEFAULT, route)) {
            Response<JobStatus> response = client.status("run_1").get(10, TimeUnit.SECONDS);

            assertThat(response).isInstanceOfSatisfying(Failure.class, failure -> assertThat(
                    Messages.problem(failure.problem()))
                    .isEqualTo("The connection was refused, asked through the proxy 127.0.0.1:" + port));
        }
    }

    @Test
    void nameWithoutAddress() throws Exception {
        assertThat(ask("http://no-such-host.invalid", SHORT))
                .matches(answer -> answer instanceof Failure(Unreachable(var cause, _, _)) && cause == Cause.DNS);
    }

    @Test
    void plainHttpWhereTlsIsExpected() throws Exception {
        try (RawServer server = new RawServer(socket -> RawServer.write(socket, OK + "\r\n" + BODY))) {
            assertThat(ask(server.url().replace("http:", "https:"), SHORT))
                    // Whichever timer a busy machine comes to first: until TLS is agreed on it is connecting.
                    .matches(answer -> answer instanceof Failure(Unreachable(var cause, _, _))
                            && Set.of(Cause.TLS_NONE, Cause.ANSWER_TIMEOUT, Cause.CONNECT_TIMEOUT).contains(cause));
        }
    }

    @Test
    void slowBodyIsAwaitedWithinTheTimeout() throws Exception {
        try (RawServer server = new RawServer(socket -> {
            RawServer.write(socket, OK + "Content-Length: " + BODY.length() + "\r\n\r\n");
            for (char c : BODY.toCharArray()) {
                RawServer.write(socket, String.valueOf(c));
            }
        })) {
            assertThat(ask(server.url(), LONG)).isInstanceOf(Success.class);
        }
    }

    @Test
    void theBoundHoldsWhileReading() throws Exception {
        AtomicLong sent = new AtomicLong();
        Problem problem = problem(socket -> {
            RawServer.write(socket, OK + "\r\n");
            byte[] block = new byte[64 * 1024];
            java.util.Arrays.fill(block, (byte) ' ');
            try {
                while (true) {
                    socket.getOutputStream().write(block);
                    sent.addAndGet(block.length);
                }
            } catch (SocketException _) {
                // The client hung up, as it should.
            }
        }, LONG);

        assertThat(problem).matches(bad(Flaw.TOO_LARGE));
        // What the sockets' buffers take comes on top.
        assertThat(sent.get()).isLessThan(RunsClient.MAX_BODY_BYTES + 16L * 1024 * 1024);
    }

    @Test
    void anEndlessAnswerEndsWithTheTimeout() throws Exception {
        Problem problem = problem(socket -> {
            RawServer.write(socket, OK + "Transfer-Encoding: chunked\r\n\r\n");
            try {
                while (true) {
                    RawServer.write(socket, "1\r\n \r\n");
                    java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
                }
            } catch (SocketException _) {
                // The client hung up, as it should.
            }
        }, SHORT);

        assertThat(problem).matches(unreachable(Cause.ANSWER_TIMEOUT));
    }

    @Test
    void cancellingHangsUp() throws Exception {
        CompletableFuture<Void> hungUp = new CompletableFuture<>();
        CompletableFuture<Void> asked = new CompletableFuture<>();
        try (RawServer server = new RawServer(socket -> {
            asked.complete(null);
            try {
                RawServer.waitForTheEnd(socket);
            } finally {
                hungUp.complete(null);
            }
        }); RunsClient client = new RunsClient(ServerAddress.parse(server.url()), null, LONG)) {
            var answer = client.status("j");
            get(asked);
            answer.cancel(true);
            get(hungUp);
        }
    }
}
