package dev.jobglass.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A socket that answers each connection as a test wishes, HTTP or not. */
public final class RawServer implements AutoCloseable {
    /** What to do with a connection whose request has been read. */
    public interface Behaviour {
        void with(Socket socket) throws Exception;
    }

    /** The same, depending on the request. */
    public interface Answering {
        void with(Socket socket, String request) throws Exception;
    }

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    public RawServer(Behaviour behaviour) throws IOException {
        this((socket, _) -> behaviour.with(socket));
    }

    public RawServer(Answering behaviour) throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.submit(() -> {
            while (!server.isClosed()) {
                Socket socket = server.accept();
                threads.submit(() -> {
                    try (socket) {
                        behaviour.with(socket, readRequest(socket.getInputStream()));
                    }
                    return null;
                });
            }
            return null;
        });
    }

    private static String readRequest(InputStream in) throws IOException {
        StringBuilder request = new StringBuilder();
        for (int c = in.read(); c >= 0 && request.indexOf("\r\n\r\n") < 0; c = in.read()) {
            request.append((char) c);
            if (c == '\n' && request.toString().endsWith("\r\n\r\n")) {
                break;
            }
        }
        return request.toString();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    /** Writes text as it is. */
    public static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    /** Breaks the connection with a reset instead of an orderly end. */
    public static void reset(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Waits until the other side gives up. */
    public static void waitForTheEnd(Socket socket) throws IOException {
        while (socket.getInputStream().read() >= 0) {
            // Nothing is expected.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }
}
