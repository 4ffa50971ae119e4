package dev.jobglass.api;

import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.util.Optional;

/** What a {@link ProxySelector} may be too, that knows with what name and password its proxies are asked. */
public interface ProxyCredentials {
    /**
     * {@return the name and password for the proxy for an address, with a colon between them, if it wants any}
     *
     * @param uri where to
     */
    Optional<String> login(URI uri);

    /**
     * {@return the proxy for an address, if there is one}
     *
     * @param proxies know it; may be null
     * @param uri where to
     */
    static Optional<ProxyAddress> proxy(ProxySelector proxies, URI uri) {
        String login = proxies instanceof ProxyCredentials credentials ? credentials.login(uri).orElse(null) : null;
        return Optional.ofNullable(proxies)
                .flatMap(some -> some.select(uri).stream().findFirst())
                .filter(proxy -> proxy.address() instanceof InetSocketAddress)
                .map(proxy -> new ProxyAddress(switch (proxy.type()) {
                    case SOCKS -> ProxyAddress.Kind.SOCKS;
                    case HTTP -> ProxyAddress.Kind.HTTP;
                    case DIRECT -> ProxyAddress.Kind.NONE;
                }, ((InetSocketAddress) proxy.address()).getHostString(),
                        ((InetSocketAddress) proxy.address()).getPort(), login));
    }
}
