package dev.jobglass.api;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Leads {@code java.net.http}, which knows HTTP proxies only, through a SOCKS proxy: it is an HTTP proxy on this
 * machine itself. It leads to one server, and only those who know its password, which is a new one each time.
 */
final class SocksBridge implements AutoCloseable {
    private static final int MOST_HEAD_BYTES = 64 * 1024;
    private static final Pattern FOR_PROXIES = Pattern.compile("(?im)^Proxy-[^\\r\\n]*\\r\\n");
    private static final Pattern WHOLE_ADDRESS = Pattern.compile("^(\\S+) \\w+://[^/ ]+(\\S*)");
    private static final Pattern LENGTH = Pattern.compile("(?im)^Content-Length: *(\\d{1,8})");
    private static final Duration AFTER_FAILURE = Duration.ofMillis(100);
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
                LockSupport.parkNanos(AFTER_FAILURE.toNanos()); // closed, or too many files are open
            }
        }
    }

    private void serve(Socket asking) {
        try (asking; InputStream in = new BufferedInputStream(asking.getInputStream())) {
            String text = head(in);
            if (!text.contains(HttpLogin.basic(login))) {
                return;
            }
            try (Socket far = open()) {
                if (text.startsWith("CONNECT ")) {
                    asking.getOutputStream().write(CONNECTED);
                    Thread.startVirtualThread(() -> pass(far, asking));
                    in.transferTo(far.getOutputStream());
                } else {
                    Thread.startVirtualThread(() -> pass(far, asking));
                    passRequests(text, in, far.getOutputStream());
                }
            }
        } catch (IOException _) {
            // The client sees that it is over.
        }
    }

    /** One after the other, each as if the server had been asked directly. */
    private static void passRequests(String first, InputStream in, OutputStream far) throws IOException {
        for (String head = first;; head = head(in)) {
            String direct = WHOLE_ADDRESS.matcher(FOR_PROXIES.matcher(head).replaceAll("")).replaceFirst("$1 $2");
            far.write(direct.getBytes(StandardCharsets.ISO_8859_1));
            Matcher length = LENGTH.matcher(head);
            if (length.find()) { // our own requests have no other bodies
                far.write(in.readNBytes(Integer.parseInt(length.group(1))));
            }
            far.flush();
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
    private static String head(InputStream in) throws IOException {
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
        return head.toString(StandardCharsets.ISO_8859_1);
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
