package dev.jobglass.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jobglass.api.ConnectionStep.Kind;
import dev.jobglass.api.Problem.Cause;
import dev.jobglass.api.Problem.Unreachable;
import dev.jobglass.api.Response.Failure;
import dev.jobglass.api.Response.Success;
import dev.jobglass.testing.BesideOthers;
import dev.jobglass.testing.DefaultProxy;
import dev.jobglass.testing.RawServer;
import dev.jobglass.testing.RunsServer;
import dev.jobglass.testing.SocksServer;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways to a server, over real sockets. */
@BesideOthers
@ResourceLock(DefaultProxy.LOCK)
class RouteTest {
    private RunsServer server;
    private SocksServer socks;

    @BeforeEach
    void serve() throws Exception {
        server = new RunsServer();
        server.job("run_1", "running", 10);
        socks = new SocksServer();
    }

    @AfterEach
    void close() throws Exception {
        socks.close();
        server.close();
    }

    private static Route through(String proxy) {
        return new Route(null, ProxyAddress.parse(proxy).orElseThrow(), Map.of());
    }

    private static Response<JobStatus> ask(String url, Route route) throws Exception {
        try (RunsClient client = new RunsClient(ServerAddress.parse(url), null, Timeouts.DEFAULT, route)) {
            return client.status("run_1").get(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void aServerIsAskedThroughItsOwnProxy() throws Exception {
        // As a proxy it answers for a host that there is not.
        Response<JobStatus> answer = ask("http://jobs.invalid", through("http://me:secret@127.0.0.1:" + server.port()));
        assertThat(answer).isInstanceOf(Success.class);
        assertThat(ask("http://jobs.invalid", through("direct"))).isInstanceOf(Failure.class);
    }

    @Test
    void directIsDirectWhateverTheEnvironmentSays() throws Exception {
        try (var _ = new DefaultProxy("127.0.0.1:" + server.port(),
                new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("proxy.invalid", 1)))) {
            assertThat(ask(server.url(), Route.PLAIN)).isInstanceOf(Failure.class);
            assertThat(ask(server.url(), through("direct"))).isInstanceOf(Success.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "me:s3cret:with colon"})
    void aSocksProxyLeadsToAServerWhoseNameOnlyItKnows(String login) throws Exception {
        socks.login(login).leadsTo(server.port());
        Route route = new Route(null, socks.address().with(login.isEmpty() ? null : login), Map.of());
        try (RunsClient client = new RunsClient(ServerAddress.parse("http://jobs.invalid:81"), null, Timeouts.DEFAULT,
                route)) {
            for (int i = 0; i < 3; i++) {
                assertThat(client.status("run_1").get(20, TimeUnit.SECONDS)).isInstanceOf(Success.class);
            }
        }
        assertThat(socks.asked()).as("one connection is used again").containsExactly("jobs.invalid:81");
        assertThat(server.requests()).as("as if asked directly").hasSize(3).containsOnly("GET /api/v1/runs/run_1");
        assertThat(server.header("Proxy-Authorization")).isNull();
        assertThat(server.header("Host")).isEqualTo("jobs.invalid:81");
    }

    @Test
    void requestsWithABodyGoThroughASocksProxyToo() throws Exception {
        socks.leadsTo(server.port());
        RunRequest request = new RunRequest(Map.of(RunRequest.Field.PROMPT, "Grüße"));
        try (RunsClient client = new RunsClient(ServerAddress.parse("http://jobs.invalid"), null, Timeouts.DEFAULT,
                new Route(null, socks.address(), Map.of()))) {
            Response<BegunRun> begun = client.submit(request, "once").get(20, TimeUnit.SECONDS);
            assertThat(begun).isInstanceOf(Success.class);
            assertThat(client.status("run_1").get(20, TimeUnit.SECONDS)).isInstanceOf(Success.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://jobs.invalid", "https://jobs.invalid"})
    void thatAProxyWantsALoginIsItsOwnAndNotTheServersTrouble(String url) throws Exception {
        try (RawServer proxy = new RawServer((socket, _) -> RawServer.write(socket,
                "HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=x\r\nContent-Length: 15\r\n\r\n"
                        + "no for me:wrong"))) {
            String address = "127.0.0.1:" + URI.create(proxy.url()).getPort();
            assertThat(unreachable(url, through("me:wrong@" + address)))
                    .isEqualTo(new Unreachable(Cause.PROXY_LOGIN, "", address));
        }
    }

    @Test
    void whatAProxyIsToldIsNotShown() throws Exception {
        server.job("run_1", "running", 10, Map.of("agent_id", "told a-long-password"));
        try (RunsClient client = new RunsClient(ServerAddress.parse("http://jobs.invalid"), null, Timeouts.DEFAULT,
                through("me:a-long-password@127.0.0.1:" + server.port()))) {
            assertThat(client.status("run_1").get(20, TimeUnit.SECONDS).toString()).contains("told ***");
        }
    }

    @Test
    void theEnvironmentsMayBeASocksProxyToo() throws Exception {
        socks.leadsTo(server.port());
        try (var _ = new DefaultProxy("jobs.invalid:81",
                new Proxy(Proxy.Type.SOCKS, socks.address().socketAddress()))) {
            assertThat(ask("http://jobs.invalid:81", Route.PLAIN)).isInstanceOf(Success.class);
        }
    }

    private static Unreachable unreachable(String url, Route route) throws Exception {
        return ask(url, route) instanceof Failure<JobStatus>(Unreachable unreachable) ? unreachable : null;
    }

    @ParameterizedTest
    @CsvSource({"1, RESET", "3, NO_ROUTE", "4, DNS", "5, REFUSED"})
    void whatASocksProxyCannotReachIsSaid(int reply, Cause expected) throws Exception {
        socks.refuses(reply);
        Unreachable problem = unreachable("http://jobs.invalid", new Route(null, socks.address(), Map.of()));
        assertThat(problem.cause()).isEqualTo(expected);
        assertThat(problem.proxy()).isEqualTo("127.0.0.1:" + socks.address().port());
    }

    @Test
    void aSocksProxyThatIsNoneOrNotThereIsSaid() throws Exception {
        ProxyAddress noSocks = new ProxyAddress(ProxyAddress.Kind.SOCKS, "127.0.0.1", server.port(), null);
        assertThatExceptionOfType(ProxyFault.class)
                .isThrownBy(() -> SocksTunnel.open(noSocks, "jobs.invalid", 80, Duration.ofMillis(300)))
                .satisfies(fault -> assertThat(fault.reason()).isEqualTo(Cause.NO_PROXY));
        Route gone = new Route(null, socks.address(), Map.of());
        socks.close();
        assertThat(unreachable("http://jobs.invalid", gone))
                .isEqualTo(new Unreachable(Cause.REFUSED, "Connection refused", "127.0.0.1:" + gone.proxy().port()));
    }

    @Test
    void aSocksProxyThatWantsAPasswordIsNotToldNone() throws Exception {
        socks.login("me:s3cret").leadsTo(server.port());
        for (String login : new String[]{"me:wrong", null}) {
            Route route = new Route(null, socks.address().with(login), Map.of());
            assertThat(unreachable("http://jobs.invalid", route).cause()).isEqualTo(Cause.PROXY_LOGIN);
        }
        assertThat(socks.asked()).isEmpty();
    }

    @Test
    void nobodyElseGetsThroughTheBridge() throws Exception {
        socks.leadsTo(server.port());
        try (SocksBridge bridge = new SocksBridge(socks.address(), ServerAddress.parse("http://jobs.invalid"),
                Duration.ofSeconds(5));
                Socket stranger = new Socket()) {
            stranger.connect(bridge.proxies().select(URI.create("http://any.invalid")).getFirst().address());
            stranger.getOutputStream()
                    .write("CONNECT jobs.invalid:80 HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(stranger.getInputStream().read()).isEqualTo(-1);
        }
        assertThat(socks.asked()).isEmpty();
    }

    @Test
    void headersOfTheUsersOwnAreSentAndNeverShown() throws Exception {
        Route route = new Route(null, null, Map.of("X-Team-Token", "a-long-secret", "Authorization", "Basic bWU6cHc="));
        server.job("run_1", "running", 10, Map.of("agent_id", "I was told a-long-secret"));
        try (RunsClient client = new RunsClient(ServerAddress.parse(server.url()), new ApiKey("key"),
                Timeouts.DEFAULT, route)) {
            assertThat(client.status("run_1").get(20, TimeUnit.SECONDS).toString()).contains("I was told ***");
            assertThat(client.raw("run_1").get(20, TimeUnit.SECONDS).toString()).doesNotContain("a-long-secret")
                    .contains("I was told …");
        }
        assertThat(server.header("X-Team-Token")).isEqualTo("a-long-secret");
        assertThat(server.header("Authorization")).as("instead of the key").isEqualTo("Basic bWU6cHc=");
        assertThat(route.toString()).doesNotContain("a-long-secret");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "none", value = {"'X-Team: red', 'X-Team', red", "'a:b:c', a, b:c",
            "'Host: other', none, none", "'Connection: close', none, none", "'proxy-authorization: x', none, none",
            "'no colon', none, none", "': x', none, none", "'X-Empty:', none, none", "'bad name: x', none, none",
            "'X-Ü: x', none, none", "'X-A: Grüße', none, none", "'TE: trailers', none, none",
            "'Content-Length: 5', none, none", "'Accept: x', none, none"})
    void onlyWhatCanBeAHeaderIsOne(String line, String name, String value) {
        assertThat(RequestHeader.parse(line)).isEqualTo(name == null
                ? Optional.empty()
                : Optional.of(new RequestHeader(name, value)));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "none", value = {"proxy:3128, http://proxy:3128, none",
            "http://me:p%40ss@proxy, http://proxy:80, me:p@ss", "https://proxy:443, http://proxy:443, none",
            "socks5h://[::1]:9050, socks5://[::1]:9050, none", "SOCKS://host, socks5://host:1080, none",
            "Direct, direct, none", "ftp://proxy, none, none", "proxy:0, none, none", "proxy:70000, none, none",
            "'a b', none, none", "'', none, none", "http://, none, none", "socks4://host, none, none"})
    void proxiesAreWrittenInManyWays(String text, String expected, String login) {
        assertThat(ProxyAddress.parse(text).map(ProxyAddress::toString).orElse(null)).isEqualTo(expected);
        assertThat(ProxyAddress.parse(text).map(ProxyAddress::login).orElse(null)).isEqualTo(login);
    }

    @Test
    void theConnectionTestSaysWhetherTheProxyAnswers() throws Exception {
        assertThat(ConnectionProbe.probe(ServerAddress.parse("https://jobs.invalid"),
                new Route(null, socks.address(), Map.of()), Duration.ofSeconds(5)))
                .containsExactly(new ConnectionStep(Kind.PROXY, true, "127.0.0.1:" + socks.address().port()));
    }
}
