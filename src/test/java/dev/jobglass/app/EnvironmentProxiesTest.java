package dev.jobglass.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.JobState;
import dev.jobglass.api.Response;
import dev.jobglass.api.RunsClient;
import dev.jobglass.api.ServerAddress;
import dev.jobglass.api.Timeouts;
import dev.jobglass.testing.RunsServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentProxiesTest {
    private static final Proxy OF_THE_SYSTEM = new Proxy(Proxy.Type.HTTP,
            InetSocketAddress.createUnresolved("system", 1));
    private static final ProxySelector SYSTEM = new ProxySelector() {
        @Override
        public List<Proxy> select(URI uri) {
            return List.of(OF_THE_SYSTEM);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress proxy, IOException why) {
            // Nobody asks.
        }
    };

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"http://jobs.example, http://p:3128, -, p:3128",
            "https://jobs.example, p:3128, -, system:1", "http://jobs.example, p:3128, example, DIRECT",
            "http://jobs.example, p, 'x, .example', DIRECT", "http://jobs.example, p, notexample, p:80",
            "http://jobs.example:8005, p, jobs.example:8005, DIRECT",
            "http://jobs.example:80, p, jobs.example:81, p:80",
            "http://jobs.example, p, *, DIRECT", "http://127.0.0.1:8005, p, -, DIRECT", "http://[::1]:80, p, -, DIRECT",
            "http://localhost, p, -, DIRECT", "http://jobs.example, socks5://p:1, -, p:1",
            "http://jobs.example, ::not a url::, -, system:1", "http://jobs.example, '', -, system:1",
            "http://10.0.0.7, HTTP://u:p@p:8/, 10.0.0.7, DIRECT", "http://10.1.2.3, http://p:8, 10.0.0.0/8, DIRECT",
            "http://11.1.2.3, http://p:8, 10.0.0.0/8, p:8", "http://[fd12::1], http://p:8, fd00::/8, DIRECT",
            "http://10.1.2.3, http://p:8, 10.0.0.0/x, p:8", "http://10.1.2.3, http://p:8, 10.0.0.0/33, p:8",
            "http://host, http://p:8, 10.0.0.0/8, p:8", "http://1.2.3.4, http://p:8, 0.0.0.0/0, DIRECT"})
    void theEnvironmentNamesThem(String url, String proxy, String none, String expected) {
        Map<String, String> environment = none == null
                ? Map.of("http_proxy", proxy)
                : Map.of("HTTP_PROXY", proxy, "no_proxy", none);
        Proxy found = new EnvironmentProxies(environment, SYSTEM).select(URI.create(url)).getFirst();
        assertThat(found.type() == Proxy.Type.DIRECT
                ? "DIRECT"
                : ((InetSocketAddress) found.address()).getHostString() + ":"
                        + ((InetSocketAddress) found.address()).getPort())
                .isEqualTo(expected);
    }

    /** Takes one connection and refuses it: {@return what it was asked} */
    private static CompletableFuture<List<String>> askedOnce(ServerSocket proxy) {
        CompletableFuture<List<String>> asked = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            try (Socket connection = proxy.accept()) {
                BufferedReader in = new BufferedReader(new InputStreamReader(connection.getInputStream()));
                List<String> lines = new ArrayList<>();
                for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                    lines.add(line);
                }
                connection.getOutputStream().write("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n".getBytes());
                asked.complete(lines);
            } catch (IOException e) {
                asked.completeExceptionally(e);
            }
        });
        return asked;
    }

    @ParameterizedTest
    @CsvSource({"http://jobs.invalid, GET http://jobs.invalid/", "https://jobs.invalid, CONNECT jobs.invalid:443"})
    void aProxyIsToldItsNameAndPasswordAndNobodyElseIs(String server, String expected) throws Exception {
        ProxySelector before = ProxySelector.getDefault();
        try (ServerSocket proxy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            EnvironmentProxies proxies = new EnvironmentProxies(Map.of("all_proxy",
                    "http://me:p%40ss@127.0.0.1:" + proxy.getLocalPort(), "no_proxy", "other.invalid"), SYSTEM);
            ProxySelector.setDefault(proxies);
            CompletableFuture<List<String>> asked = askedOnce(proxy);
            try (RunsClient client = new RunsClient(ServerAddress.parse(server), null, Timeouts.DEFAULT)) {
                client.list(JobState.RUNNING, 1, 10);
                assertThat(asked.get(20, TimeUnit.SECONDS)).anyMatch(line -> line.startsWith(expected))
                        .contains("Proxy-Authorization: Basic "
                                + Base64.getEncoder().encodeToString("me:p@ss".getBytes()));
            }
            assertThat(proxies.login(URI.create("http://other.invalid"))).isEmpty();
            assertThat(proxies.login(URI.create("http://127.0.0.1"))).isEmpty();
        } finally {
            ProxySelector.setDefault(before);
        }
    }

    @Test
    void aRequestGoesThroughTheProxy() throws Exception {
        ProxySelector before = ProxySelector.getDefault();
        try (RunsServer proxy = new RunsServer()) {
            ProxySelector.setDefault(new EnvironmentProxies(
                    Map.of("all_proxy", "127.0.0.1:" + proxy.port()), SYSTEM));
            proxy.job("run_1", "running", 10);
            try (RunsClient client = new RunsClient(ServerAddress.parse("http://jobs.invalid"), null,
                    Timeouts.DEFAULT)) {
                assertThat(client.list(JobState.RUNNING, 1, 10).get(20, TimeUnit.SECONDS))
                        .isInstanceOf(Response.Success.class);
            }
        } finally {
            ProxySelector.setDefault(before);
        }
    }
}
