package dev.jobglass.testing;

import dev.jobglass.api.ProxyAddress;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A SOCKS 5 proxy that leads wherever it is asked for to one port of this machine. */
public final class SocksServer implements AutoCloseable {
    private final ServerSocket listening = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile String login = "";
    private volatile int port;
    private volatile int reply;

    /** Listens. */
    public SocksServer() throws IOException {
        Thread.startVirtualThread(() -> {
            while (!listening.isClosed()) {
                try {
                    Socket client = listening.accept();
                    Thread.startVirtualThread(() -> serve(client));
                } catch (IOException _) {
                    return;
                }
            }
        });
    }

    /** Wants a name and password from now on. */
    public SocksServer login(String wanted) {
        login = wanted;
        return this;
    }

    /** Connects to a port from now on. */
    public void leadsTo(int there) {
        port = there;
    }

    /** Refuses with that reply from now on. */
    public void refuses(int with) {
        reply = with;
    }

    /** {@return where it is} */
    public ProxyAddress address() {
        return new ProxyAddress(ProxyAddress.Kind.SOCKS, "127.0.0.1", listening.getLocalPort(), null);
    }

    /** {@return what it was asked for and connected to} */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    private void serve(Socket client) {
        try (client) {
            DataInputStream in = new DataInputStream(client.getInputStream());
            OutputStream out = client.getOutputStream();
            if (in.readByte() != 5 || !letIn(in, out)) {
                return;
            }
            in.skipNBytes(3);
            String host = switch (in.readByte()) {
                case 3 -> new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.US_ASCII);
                case 1 -> InetAddress.getByAddress(in.readNBytes(4)).getHostAddress();
                default -> InetAddress.getByAddress(in.readNBytes(16)).getHostAddress();
            };
            String where = host + ":" + in.readUnsignedShort();
            if (reply != 0) {
                out.write(new byte[]{5, (byte) reply, 0, 1, 0, 0, 0, 0, 0, 0});
                return;
            }
            asked.add(where);
            try (Socket far = new Socket(Proxy.NO_PROXY)) {
                far.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                out.write(new byte[]{5, 0, 0, 3, 1, 'x', 0, 0});
                Thread back = Thread.startVirtualThread(() -> {
                    try {
                        far.getInputStream().transferTo(out);
                        client.close();
                    } catch (IOException _) {
                        // Over.
                    }
                });
                in.transferTo(far.getOutputStream());
                back.interrupt();
            }
        } catch (IOException _) {
            // Over.
        }
    }

    private boolean letIn(DataInputStream in, OutputStream out) throws IOException {
        boolean password = new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.ISO_8859_1)
                .indexOf(2) >= 0;
        if (login.isEmpty()) {
            out.write(new byte[]{5, 0});
            return true;
        }
        if (!password) {
            out.write(new byte[]{5, (byte) 0xff});
            return false;
        }
        out.write(new byte[]{5, 2});
        in.readByte();
        String name = new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.UTF_8);
        String given = name + ":" + new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.UTF_8);
        out.write(new byte[]{1, (byte) (given.equals(login) ? 0 : 1)});
        return given.equals(login);
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
