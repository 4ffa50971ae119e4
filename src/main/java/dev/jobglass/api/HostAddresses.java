package dev.jobglass.api;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpRequest;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Leads requests where {@code java.net.http} alone would not: to hosts whose name has an underscore, for which
 * {@link URI} has no place, and to the other addresses of a host whose first one refuses. Both only over http, for over
 * https the name is what is trusted. The name goes with the request as its {@code Host}. For any thread.
 */
final class HostAddresses {
    /** Finds what a name stands for. */
    interface Resolver {
        /** {@return at least one address} */
        InetAddress[] all(String host) throws UnknownHostException;
    }

    private final ServerAddress server;
    private final Resolver resolver;
    /** Which of the addresses is used, counted on whenever one refuses. */
    private final AtomicInteger chosen = new AtomicInteger();

    HostAddresses(ServerAddress server, Resolver resolver) {
        this.server = server;
        this.resolver = resolver;
    }

    /** {@return a request for a resource of the server, whose method and headers are not set yet} */
    HttpRequest.Builder request(URI uri) {
        return chosen.get() == 0 && uri.getHost() != null
                ? HttpRequest.newBuilder(uri)
                : HttpRequest.newBuilder(literal(uri)).header("Host", server.hostAndPort());
    }

    /** {@return whether there is another address to try, now that one has refused for the {@code tries}th time} */
    boolean next(int tries) {
        try {
            boolean more = !server.secure() && tries < resolver.all(server.host()).length;
            if (more) {
                chosen.incrementAndGet();
            }
            return more;
        } catch (UnknownHostException _) {
            return false;
        }
    }

    /** {@return the same request to the address chosen now} */
    HttpRequest again(HttpRequest request) {
        HttpRequest.Builder again = HttpRequest
                .newBuilder(request, (name, _) -> !name.equalsIgnoreCase("Host")).uri(literal(request.uri()));
        return again.header("Host", server.hostAndPort()).build();
    }

    private URI literal(URI uri) {
        String path = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        return URI.create(uri.getScheme() + "://" + host() + ":" + server.port() + path);
    }

    private String host() {
        try {
            InetAddress[] all = resolver.all(server.host());
            InetAddress address = all[Math.floorMod(chosen.get(), all.length)];
            String literal = address.getHostAddress().replaceFirst("%.*", "");
            return address instanceof Inet6Address ? "[" + literal + "]" : literal;
        } catch (UnknownHostException _) {
            return "unknown.invalid"; // the connection says so
        }
    }
}
