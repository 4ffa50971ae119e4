package dev.jobglass.testing;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;

/**
 * The computer's own proxy for one server, for as long as this is open; what other tests ask meanwhile goes its usual
 * way. Who opens one takes {@code @ResourceLock(DefaultProxy.LOCK)}, for there is one default only.
 */
public final class DefaultProxy extends ProxySelector implements AutoCloseable {
    /** The lock of those that open one. */
    public static final String LOCK = "default proxy";

    private final ProxySelector before = ProxySelector.getDefault();
    private final String authority;
    private final Proxy proxy;

    /** Of the server with a host, and with a port where the addresses asked for name one. */
    public DefaultProxy(String authority, Proxy proxy) {
        this.authority = authority;
        this.proxy = proxy;
        setDefault(this);
    }

    @Override
    public List<Proxy> select(URI uri) {
        return authority.equals(uri.getAuthority()) ? List.of(proxy) : before.select(uri);
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException why) {
        // Nobody is told.
    }

    @Override
    public void close() {
        setDefault(before);
    }
}
