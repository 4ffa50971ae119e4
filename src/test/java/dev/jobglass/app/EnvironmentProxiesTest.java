package dev.jobglass.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.JobState;
import dev.jobglass.api.Response;
import dev.jobglass.api.RunsClient;
import dev.jobglass.api.ServerAddress;
import dev.jobglass.api.Timeouts;
import dev.jobglass.testing.RunsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
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
            "http://localhost, p, -, DIRECT", "http://jobs.example, socks5://p:1, -, system:1",
            "http://jobs.example, ::not a url::, -, system:1", "http://jobs.example, '', -, system:1",
            "http://10.0.0.7, HTTP://u:p@p:8/, 10.0.0.7, DIRECT"})
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
