package dev.jobglass.app;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The proxies that {@code http_proxy}, {@code https_proxy}, {@code all_proxy} and {@code no_proxy} name, in small or
 * capital letters; where they name none, those of the system. This machine itself is always reached directly.
 */
final class EnvironmentProxies extends ProxySelector {
    private static final Pattern THIS_MACHINE = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?::1]?");
    private static final int USUAL_PORT = 80;

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

    private String value(String name) {
        return Stream.of(name, name.toUpperCase(Locale.ROOT)).map(environment::get).filter(Objects::nonNull)
                .findFirst().orElse("").strip();
    }

    @Override
    public List<Proxy> select(URI uri) {
        String host = Objects.requireNonNullElse(uri.getHost(), "").toLowerCase(Locale.ROOT);
        if (THIS_MACHINE.matcher(host).matches() || direct.stream().anyMatch(pattern -> covers(pattern, host, uri))) {
            return List.of(Proxy.NO_PROXY);
        }
        String own = value(uri.getScheme().toLowerCase(Locale.ROOT) + "_proxy");
        String named = own.isEmpty() ? value("all_proxy") : own;
        Proxy proxy = named.isEmpty() ? null : proxy(named);
        return proxy != null ? List.of(proxy) : system.select(uri);
    }

    /** As curl reads them: a host with all below it, with or without a dot before and a port behind; or a star. */
    private static boolean covers(String pattern, String host, URI uri) {
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

    /** {@return the proxy at an address, whose scheme may be missing; or null when it can be none} */
    private static Proxy proxy(String address) {
        try {
            URI uri = URI.create(address.contains("://") ? address : "http://" + address);
            return uri.getHost() == null || !uri.getScheme().toLowerCase(Locale.ROOT).startsWith("http")
                    ? null
                    : new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(uri.getHost(),
                            uri.getPort() < 0 ? USUAL_PORT : uri.getPort()));
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    @Override
    public void connectFailed(URI uri, SocketAddress proxy, IOException why) {
        system.connectFailed(uri, proxy, why);
    }
}
