package dev.jobglass.api;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * A proxy through which a server is asked.
 *
 * @param kind what it speaks
 * @param host its name or address; of {@link Kind#NONE} empty
 * @param port 1 to 65535; of {@link Kind#NONE} 0
 * @param login name and password with a colon between them, or null when it wants none
 */
public record ProxyAddress(Kind kind, String host, int port, String login) {
    /** The server is asked directly, whatever the environment says. */
    public static final ProxyAddress NONE = new ProxyAddress(Kind.NONE, "", 0, null);
    /** How a user writes that. */
    private static final String DIRECT = "direct";

    /** What proxies speak. */
    public enum Kind {
        /** There is none. */
        NONE("", 0),
        /** HTTP, and CONNECT for what is encrypted. */
        HTTP("http", 80),
        /** SOCKS 5; the proxy finds the server's address. */
        SOCKS("socks5", 1080);

        private final String scheme;
        private final int usualPort;

        Kind(String scheme, int usualPort) {
            this.scheme = scheme;
            this.usualPort = usualPort;
        }
    }

    /**
     * {@return the proxy at an address, or nothing when it can be none}
     *
     * @param text such as {@code http://name:password@proxy:3128}, {@code socks5://proxy}, {@code proxy:3128} or
     *        {@code direct}; not null
     */
    public static Optional<ProxyAddress> parse(String text) {
        String address = text.strip();
        if (address.equalsIgnoreCase(DIRECT)) {
            return Optional.of(NONE);
        }
        try {
            URI uri = URI.create(address.contains("://") ? address : "http://" + address);
            Kind kind = kind(uri.getScheme());
            int port = uri.getPort() < 0 && kind != null ? kind.usualPort : uri.getPort();
            return kind == null || uri.getHost() == null || port < 1 || port > 65_535
                    ? Optional.empty()
                    : Optional.of(new ProxyAddress(kind, uri.getHost(), port, uri.getUserInfo()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** A proxy that is reached by https is reached by http instead, as the environment's ever were. */
    private static Kind kind(String scheme) {
        return switch (scheme.toLowerCase(Locale.ROOT)) {
            case "http", "https" -> Kind.HTTP;
            case "socks", "socks5", "socks5h" -> Kind.SOCKS;
            default -> null;
        };
    }

    /** {@return the same with another name and password, or with none} */
    public ProxyAddress with(String other) {
        return new ProxyAddress(kind, host, port, other);
    }

    /** {@return where it listens; its name is not looked up} */
    public InetSocketAddress socketAddress() {
        return InetSocketAddress.createUnresolved(host, port);
    }

    /** {@return what it is called when something is wrong there} */
    String hostAndPort() {
        return host + ":" + port;
    }

    /** {@return how it is written, without name and password} */
    @Override
    public String toString() {
        return kind == Kind.NONE ? DIRECT : kind.scheme + "://" + hostAndPort();
    }
}
