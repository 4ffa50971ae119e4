package dev.jobglass.app;

import dev.jobglass.api.ProxyAddress;
import dev.jobglass.api.ProxyCredentials;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The proxies that {@code http_proxy}, {@code https_proxy}, {@code all_proxy} and {@code no_proxy} name, in small or
 * capital letters; where they name none, those of the system. This machine itself is always reached directly.
 */
final class EnvironmentProxies extends ProxySelector implements ProxyCredentials {
    private static final Pattern THIS_MACHINE = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?::1]?");

    private static final List<String> NAMES = List.of("http_proxy", "https_proxy", "all_proxy");

    private final Map<String, String> environment;
    private final ProxySelector system;
    private final List<String> direct;

    /**
     * Reads the environment when asked.
     *
     * @param environment the variables
     * @param system what the operating system knows
     */
    EnvironmentProxies(Map<String, String> environment, ProxySelector system) {
        this.environment = environment;
        this.system = system;
        direct = Arrays.stream(value("no_proxy").toLowerCase(Locale.ROOT).split("[\\s,]+"))
                .filter(host -> !host.isEmpty()).toList();
    }

    /**
     * {@return the variables that are to name a proxy, and whose value is none; what they say may have a password in
     * it}
     *
     * @param environment the variables
     */
    static List<String> unreadable(Map<String, String> environment) {
        return NAMES.stream().flatMap(name -> Stream.of(name, name.toUpperCase(Locale.ROOT)))
                .filter(name -> !environment.getOrDefault(name, "").isBlank()
                        && ProxyAddress.parse(environment.get(name).strip()).isEmpty())
                .toList();
    }

    private String value(String name) {
        return Stream.of(name, name.toUpperCase(Locale.ROOT)).map(environment::get).filter(Objects::nonNull)
                .findFirst().orElse("").strip();
    }

    @Override
    public List<Proxy> select(URI uri) {
        if (direct(uri)) {
            return List.of(Proxy.NO_PROXY);
        }
        return named(uri)
                .map(named -> List.of(new Proxy(named.kind() == ProxyAddress.Kind.SOCKS
                        ? Proxy.Type.SOCKS
                        : Proxy.Type.HTTP, named.socketAddress())))
                .orElseGet(() -> system.select(uri));
    }

    private boolean direct(URI uri) {
        String host = Objects.requireNonNullElse(uri.getHost(), "").toLowerCase(Locale.ROOT);
        return THIS_MACHINE.matcher(host).matches() || direct.stream().anyMatch(pattern -> covers(pattern, host, uri));
    }

    /** {@return the proxy that the variables name for an address, if any} */
    private Optional<ProxyAddress> named(URI uri) {
        String own = value(uri.getScheme().toLowerCase(Locale.ROOT) + "_proxy");
        return ProxyAddress.parse(own.isEmpty() ? value("all_proxy") : own)
                .filter(proxy -> proxy.kind() != ProxyAddress.Kind.NONE);
    }

    /** By the name and the password in the proxy's own address, such as {@code http://name:password@proxy:3128}. */
    @Override
    public Optional<String> login(URI uri) {
        return direct(uri) ? Optional.empty() : named(uri).map(ProxyAddress::login);
    }

    /** As curl reads them: a host with all below it, with or without a dot before and a port behind; or a star. */
    private static boolean covers(String pattern, String host, URI uri) {
        if (pattern.contains("/")) {
            return inNetwork(pattern, host);
        }
        String name = pattern.replaceFirst("^\\*?\\.", "");
        int colon = name.lastIndexOf(':');
        if (colon > 0 && colon == name.indexOf(':')) {
            if (!name.substring(colon + 1).equals(String.valueOf(uri.getPort()))) {
                return false;
            }
            name = name.substring(0, colon);
        }
        return pattern.equals("*") || host.equals(name) || host.endsWith("." + name);
    }

    /** A network such as 10.0.0.0/8: of addresses only, for to look a name up may itself need the proxy. */
    private static boolean inNetwork(String network, String host) {
        String[] parts = network.split("/", 2);
        try {
            byte[] base = InetAddress.ofLiteral(parts[0]).getAddress();
            byte[] address = InetAddress.ofLiteral(host).getAddress();
            int rest = base.length * Byte.SIZE - Integer.parseInt(parts[1]);
            return base.length == address.length && rest >= 0
                    && new BigInteger(1, base).shiftRight(rest).equals(new BigInteger(1, address).shiftRight(rest));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    @Override
    public void connectFailed(URI uri, SocketAddress proxy, IOException why) {
        system.connectFailed(uri, proxy, why);
    }
}
