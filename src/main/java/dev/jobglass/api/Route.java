package dev.jobglass.api;

import java.net.ProxySelector;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * How requests get to a server.
 *
 * @param tls whom to trust and what to show of oneself, or null for those that Java trusts and nothing
 * @param proxy through which to ask, or null for what the environment says
 * @param headers what every request says besides, such as to a proxy that lets in whom it knows, in their order
 */
public record Route(SSLContext tls, ProxyAddress proxy, Map<String, String> headers) {
    /** Nothing special. */
    public static final Route PLAIN = trusting(null);

    /** Takes the headers over. */
    public Route {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /**
     * {@return the proxy that is asked first, its own or the environment's, if any}
     *
     * @param uri where to
     */
    Optional<ProxyAddress> proxyTo(URI uri) {
        return Optional.ofNullable(proxy).or(() -> ProxyCredentials.proxy(ProxySelector.getDefault(), uri))
                .filter(one -> one.kind() != ProxyAddress.Kind.NONE);
    }

    /** {@return one with nothing special but whom to trust} */
    public static Route trusting(SSLContext tls) {
        return new Route(tls, null, Map.of());
    }

    @Override
    public String toString() {
        return "Route[" + proxy + "]"; // never what a header says
    }
}
