package dev.jobglass.api;

import java.net.URI;
import java.util.Optional;

/** What a {@link java.net.ProxySelector} may be too, that knows with what name and password its proxies are asked. */
public interface ProxyCredentials {
    /**
     * {@return what the proxy for an address is to be told in the header {@code Proxy-Authorization}, if anything}
     *
     * @param uri where to
     */
    Optional<String> authorization(URI uri);
}
