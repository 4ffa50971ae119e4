package dev.jobglass.api;

import dev.jobglass.api.Problem.Cause;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Connects through a SOCKS 5 proxy (RFC 1928, RFC 1929). Java's own knows one name and password for the whole program
 * only.
 */
final class SocksTunnel {
    private static final int VERSION = 5;
    private static final int NO_LOGIN = 0;
    private static final int PASSWORD = 2;
    private static final int CONNECT = 1;
    private static final int IPV4 = 1;
    private static final int NAME = 3;
    private static final int IPV6 = 4;
    private static final int MOST_BYTES = 255;
    private static final int OTHER_NETWORK = 3;
    private static final int UNKNOWN_HOST = 4;
    private static final int REFUSED = 5;

    private SocksTunnel() {
    }

    /**
     * {@return a connection to a host} The proxy looks up its name.
     *
     * @param proxy through which
     * @param host a name, or an address
     * @param port 1 to 65535
     * @param patience for each step
     * @throws IOException when the proxy does not answer or does not connect
     */
    static Socket open(ProxyAddress proxy, String host, int port, Duration patience) throws IOException {
        Socket socket = new Socket(Proxy.NO_PROXY);
        try {
            int millis = Math.toIntExact(patience.toMillis());
            socket.connect(new InetSocketAddress(proxy.host(), proxy.port()), millis);
            socket.setSoTimeout(millis);
            DataInputStream in = new DataInputStream(socket.getInputStream());
            try {
                greet(in, socket.getOutputStream(), proxy.login());
            } catch (SocketTimeoutException e) { // as those do that wait for another greeting
                throw new ProxyFault(Cause.NO_PROXY, e.toString());
            }
            socket.getOutputStream().write(request(host, port));
            connected(in, host);
            socket.setSoTimeout(0);
            return socket;
        } catch (EOFException e) { // as others do to whom this makes no sense
            socket.close();
            throw new ProxyFault(Cause.NO_PROXY, e.toString());
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    private static void greet(DataInputStream in, OutputStream out, String login) throws IOException {
        out.write(login == null ? new byte[]{VERSION, 1, NO_LOGIN} : new byte[]{VERSION, 2, NO_LOGIN, PASSWORD});
        if (in.readByte() != VERSION) {
            throw new ProxyFault(Cause.NO_PROXY, "no SOCKS 5 proxy");
        }
        switch (in.readByte()) {
            case NO_LOGIN -> {
                // It lets everybody in.
            }
            case PASSWORD -> {
                if (login == null) {
                    throw new ProxyFault(Cause.PROXY_LOGIN, "the SOCKS proxy wants a name and password");
                }
                byte[] name = login.split(":", 2)[0].getBytes(StandardCharsets.UTF_8);
                byte[] password = login.substring(login.indexOf(':') + 1).getBytes(StandardCharsets.UTF_8);
                out.write(ByteBuffer.allocate(3 + short255(name) + short255(password)).put((byte) 1)
                        .put((byte) name.length).put(name).put((byte) password.length).put(password).array());
                in.readByte();
                if (in.readByte() != 0) {
                    throw new ProxyFault(Cause.PROXY_LOGIN, "the SOCKS proxy does not accept the name and password");
                }
            }
            default -> throw new ProxyFault(Cause.PROXY_LOGIN, "the SOCKS proxy wants a name and password");
        }
    }

    private static int short255(byte[] text) throws IOException {
        if (text.length > MOST_BYTES) {
            throw new IOException("too long for a SOCKS proxy");
        }
        return text.length;
    }

    private static byte[] request(String host, int port) throws IOException {
        byte[] address;
        int type;
        try {
            address = InetAddress.ofLiteral(host).getAddress();
            type = address.length == 4 ? IPV4 : IPV6;
        } catch (IllegalArgumentException _) {
            byte[] name = host.getBytes(StandardCharsets.US_ASCII);
            address = ByteBuffer.allocate(1 + short255(name)).put((byte) name.length).put(name).array();
            type = NAME;
        }
        return ByteBuffer.allocate(6 + address.length).put((byte) VERSION).put((byte) CONNECT).put((byte) 0)
                .put((byte) type).put(address).putShort((short) port).array();
    }

    private static void connected(DataInputStream in, String host) throws IOException {
        if (in.readByte() != VERSION) {
            throw new ProxyFault(Cause.NO_PROXY, "no SOCKS 5 proxy");
        }
        int reply = in.readByte();
        in.readByte();
        int length = switch (in.readByte()) {
            case IPV4 -> 4;
            case IPV6 -> 16;
            case NAME -> in.readUnsignedByte();
            default -> 0; // with a failure some send nothing
        };
        switch (reply) {
            case 0 -> in.skipNBytes(length + 2L);
            case OTHER_NETWORK -> throw new NoRouteToHostException(host);
            case UNKNOWN_HOST -> throw new UnknownHostException(host);
            case REFUSED -> throw new ConnectException(host);
            default -> throw new IOException("the SOCKS proxy does not connect to " + host + " (" + reply + ")");
        }
    }
}
