package dev.jobglass.api;

import dev.jobglass.api.Problem.Unreachable;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.Optional;

/** Begins requests to one server, which say who asks, and leads them on their route. For any thread. */
final class ServerRequests implements AutoCloseable {
    private final HttpClient http;
    private final HostAddresses hosts;
    private final ApiKey key;
    private final Route route;
    /** Who is asked first, or nothing when java.net.http asks the environment each time. */
    private final Optional<ProxyAddress> proxy;
    private final SocksBridge bridge;

    /**
     * Connects to nobody yet.
     *
     * @param server whom to ask
     * @param key what to identify with, or null
     * @param timeouts how long to wait
     * @param route how to get there
     * @param resolver finds the addresses of the server's host
     */
    ServerRequests(ServerAddress server, ApiKey key, Timeouts timeouts, Route route,
            HostAddresses.Resolver resolver) {
        this.hosts = new HostAddresses(server, resolver);
        this.key = key;
        this.route = route;
        this.proxy = Optional.ofNullable(route.proxy())
                .or(() -> route.proxyTo(server.base()).filter(ServerRequests::socks));
        this.bridge = proxy.filter(ServerRequests::socks)
                .map(socks -> new SocksBridge(socks, server, timeouts.connect())).orElse(null);
        // Completing on the network thread costs a third of handing over to a pool; what we do there is short.
        HttpClient.Builder builder = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                .executor(Runnable::run).connectTimeout(timeouts.connect())
                .followRedirects(HttpClient.Redirect.NEVER);
        if (route.tls() != null) {
            builder.sslContext(route.tls());
        }
        proxy.map(this::selector).ifPresent(builder::proxy);
        this.http = builder.build();
    }

    /** {@return whether requests say who asks by a key} */
    boolean withKey() {
        return key != null;
    }

    /** java.net.http knows no such proxies, not even the environment's. */
    private static boolean socks(ProxyAddress proxy) {
        return proxy.kind() == ProxyAddress.Kind.SOCKS;
    }

    private ProxySelector selector(ProxyAddress chosen) {
        return switch (chosen.kind()) {
            case NONE -> HttpClient.Builder.NO_PROXY;
            case HTTP -> ProxySelector.of(chosen.socketAddress());
            case SOCKS -> bridge.proxies();
        };
    }

    /** {@return what sends them} */
    HttpClient http() {
        return http;
    }

    /** {@return where else to try} */
    HostAddresses hosts() {
        return hosts;
    }

    /** {@return a request for a resource of the server, whose method is not set yet} */
    HttpRequest.Builder to(URI uri) {
        HttpRequest.Builder request = hosts.request(uri).header("Accept", "application/json")
                .header("Cache-Control", "no-cache"); // what a cache on the way remembers is older than what is shown
        if (key != null) {
            request.setHeader("Authorization", "Bearer " + key.secret());
        }
        route.headers().forEach(request::setHeader);
        // The client passes it to the proxy only.
        login(uri).ifPresent(login -> request.header("Proxy-Authorization", HttpLogin.basic(login)));
        return request;
    }

    private Optional<String> login(URI uri) {
        if (bridge != null) {
            return Optional.of(bridge.login());
        }
        return proxy.isEmpty() && ProxySelector.getDefault() instanceof ProxyCredentials credentials
                ? credentials.login(uri)
                : proxy.map(ProxyAddress::login);
    }

    /** {@return whether a proxy is asked first for an address} */
    boolean proxied(URI uri) {
        return route.proxyTo(uri).isPresent();
    }

    /**
     * {@return why there is no answer} With a dead proxy no server is to blame.
     *
     * @param thrown by what sends
     * @param uri where to
     */
    Problem problem(Throwable thrown, URI uri) {
        Throwable cause = bridge == null ? thrown : bridge.failure().map(Throwable.class::cast).orElse(thrown);
        String through = route.proxyTo(uri).map(ProxyAddress::hostAndPort).orElse(null);
        Problem problem = NetworkProblem.of(cause);
        return problem instanceof Unreachable unreachable ? unreachable.through(through) : problem;
    }

    @Override
    public void close() {
        http.shutdownNow();
        if (bridge != null) {
            bridge.close();
        }
    }
}
