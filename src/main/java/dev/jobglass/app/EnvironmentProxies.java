package dev.jobglass.app;

import dev.jobglass.api.ProxyCredentials;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
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
        if (direct(uri)) {
            return List.of(Proxy.NO_PROXY);
        }
        URI named = named(uri);
        return named == null
                ? system.select(uri)
                : List.of(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(named.getHost(),
                        named.getPort() < 0 ? USUAL_PORT : named.getPort())));
    }

    private boolean direct(URI uri) {
        String host = Objects.requireNonNullElse(uri.getHost(), "").toLowerCase(Locale.ROOT);
        return THIS_MACHINE.matcher(host).matches() || direct.stream().anyMatch(pattern -> covers(pattern, host, uri));
    }

    /** {@return the proxy that the variables name for an address, or null} */
    private URI named(URI uri) {
        String own = value(uri.getScheme().toLowerCase(Locale.ROOT) + "_proxy");
        return proxy(own.isEmpty() ? value("all_proxy") : own);
    }

    /** By the name and the password in the proxy's own address, such as {@code http://name:password@proxy:3128}. */
    @Override
    public Optional<String> authorization(URI uri) {
        URI named = direct(uri) ? null : named(uri);
        if (named == null || named.getUserInfo() == null) {
            return Optional.empty();
        }
        return Optional.of("Basic " + Base64.getEncoder()
                .encodeToString(named.getUserInfo().getBytes(StandardCharsets.UTF_8)));
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
    private static URI proxy(String address) {
        try {
            URI uri = URI.create(address.contains("://") ? address : "http://" + address);
            return uri.getHost() == null || !uri.getScheme().toLowerCase(Locale.ROOT).startsWith("http") ? null : uri;
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    @Override
    public void connectFailed(URI uri, SocketAddress proxy, IOException why) {
        system.connectFailed(uri, proxy, why);
    }
}
