package dev.jobglass.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.testing.RawServer;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Where a host name leads. */
class HostAddressesTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok";

    private final List<String> heads = new CopyOnWriteArrayList<>();

    private static InetAddress[] addresses(String... addresses) throws UnknownHostException {
        InetAddress[] all = new InetAddress[addresses.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = InetAddress.getByName(addresses[i]);
        }
        return all;
    }

    private Response<String> ask(String base, HostAddresses.Resolver resolver) throws Exception {
        ServerAddress server = ServerAddress.parse(base);
        try (ServerRequests requests = new ServerRequests(server, null, Timeouts.DEFAULT, Route.PLAIN, resolver)) {
            HttpTransport transport = new HttpTransport(requests, server, Duration.ofSeconds(10));
            HttpRequest request = requests.to(URI.create(base + "/a%2Fb?c=%20")).header("X-Key", "k").GET().build();
            return transport.<String>send(request, answer -> new Response.Success<>(new String(answer.body())))
                    .get(20, TimeUnit.SECONDS);
        }
    }

    private RawServer server() throws Exception {
        return new RawServer((socket, request) -> {
            heads.add(request);
            RawServer.write(socket, OK);
        });
    }

    @Test
    void aNameWithAnUnderscoreIsAHost() throws Exception {
        try (RawServer server = server()) {
            String authority = "my_jobs:" + URI.create(server.url()).getPort();
            assertThat(ask("http://" + authority, _ -> addresses("127.0.0.1")))
                    .isEqualTo(new Response.Success<>("ok"));
            assertThat(heads.getFirst()).startsWith("GET /a%2Fb?c=%20 HTTP/1.1\r\n")
                    .contains("Host: " + authority + "\r\n").contains("X-Key: k\r\n");
        }
    }

    @Test
    void ifOneAddressRefusesTheNextIsTried() throws Exception {
        try (RawServer server = server()) {
            int port = URI.create(server.url()).getPort();
            // The JDK connects to 127.0.0.9 as it is named; the resolver knows one more.
            assertThat(ask("http://127.0.0.9:" + port, _ -> addresses("127.0.0.9", "127.0.0.1")))
                    .isEqualTo(new Response.Success<>("ok"));
            assertThat(heads.getFirst()).contains("Host: 127.0.0.9:" + port + "\r\n");
        }
    }

    @Test
    void whereNoneAnswersThatIsSaid() throws Exception {
        assertThat(ask("http://127.0.0.9:9", _ -> addresses("127.0.0.9", "127.0.0.8")))
                .isInstanceOfSatisfying(Response.Failure.class, failure -> assertThat(failure.problem())
                        .isInstanceOf(Problem.Unreachable.class).extracting("cause").isEqualTo(Problem.Cause.REFUSED));
        assertThat(ask("http://no_name:9", host -> {
            throw new UnknownHostException(host);
        })).isInstanceOfSatisfying(Response.Failure.class,
                failure -> assertThat(failure.problem()).extracting("cause").isEqualTo(Problem.Cause.DNS));
    }
}
