package dev.jobglass.api;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Leads {@code java.net.http}, which knows HTTP proxies only, through a SOCKS proxy: it is an HTTP proxy on this
 * machine itself. It leads to one server, and only those who know its password, which is a new one each time.
 */
final class SocksBridge implements AutoCloseable {
    private static final int MOST_HEAD_BYTES = 64 * 1024;
    private static final byte[] CONNECTED = "HTTP/1.1 200 Connected\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final ProxyAddress socks;
    private final ServerAddress server;
    private final Duration patience;
    private final String login = "jobglass:" + UUID.randomUUID();
    private final ServerSocket listening;
    private volatile IOException failure;

    /**
     * Listens at once, and connects to nobody yet.
     *
     * @param socks through which
     * @param server where to
     * @param patience for each step of connecting
     */
    SocksBridge(ProxyAddress socks, ServerAddress server, Duration patience) {
        this.socks = socks;
        this.server = server;
        this.patience = patience;
        try {
            this.listening = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException("no port is free on this machine", e);
        }
        Thread.startVirtualThread(this::accept);
    }

    /** {@return what leads through it} */
    ProxySelector proxies() {
        return ProxySelector.of((InetSocketAddress) listening.getLocalSocketAddress());
    }

    /** {@return the name and password that it wants} */
    String login() {
        return login;
    }

    /** {@return why the last connection did not come about; nothing once another did} */
    Optional<IOException> failure() {
        return Optional.ofNullable(failure);
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket asking = listening.accept();
                Thread.startVirtualThread(() -> serve(asking));
            } catch (IOException _) {
                // Closed, or one that gave up.
            }
        }
    }

    private void serve(Socket asking) {
        try (asking; InputStream in = new BufferedInputStream(asking.getInputStream())) {
            byte[] head = head(in);
            String text = new String(head, StandardCharsets.ISO_8859_1);
            if (!text.contains(HttpLogin.basic(login))) {
                return;
            }
            try (Socket far = open()) {
                if (text.startsWith("CONNECT ")) {
                    asking.getOutputStream().write(CONNECTED);
                } else {
                    far.getOutputStream().write(head); // servers understand whole addresses in requests (RFC 9112)
                }
                Thread.startVirtualThread(() -> pass(far, asking));
                in.transferTo(far.getOutputStream());
            }
        } catch (IOException _) {
            // The client sees that it is over.
        }
    }

    private Socket open() throws IOException {
        try {
            Socket far = SocksTunnel.open(socks, server.host(), server.port(), patience);
            failure = null;
            return far;
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    /** What comes back; its end is the end of both. */
    private static void pass(Socket far, Socket asking) {
        try (far; asking) {
            far.getInputStream().transferTo(asking.getOutputStream());
        } catch (IOException _) {
            // Over.
        }
    }

    /** {@return the first lines up to the empty one} */
    private static byte[] head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int end = 0;
        while (end < 4) {
            int next = in.read();
            if (next < 0 || head.size() > MOST_HEAD_BYTES) {
                throw new EOFException();
            }
            head.write(next);
            end = next == (end % 2 == 0 ? '\r' : '\n') ? end + 1 : next == '\r' ? 1 : 0;
        }
        return head.toByteArray();
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException _) {
            // It is over anyway.
        }
    }
}
