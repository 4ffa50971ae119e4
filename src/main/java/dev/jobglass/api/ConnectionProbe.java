package dev.jobglass.api;

import dev.jobglass.api.ConnectionStep.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** Goes the way to a server step by step, up to where HTTP begins, for whoever wants to know where it ends. */
public final class ConnectionProbe {
    private static final int MOST_ADDRESSES = 3;

    private ConnectionProbe() {
    }

    /**
     * {@return the steps up to the first that fails} Blocks, for a few times the patience at most.
     *
     * @param server where to
     * @param route how to get there
     * @param patience for each connection
     */
    public static List<ConnectionStep> probe(ServerAddress server, Route route, Duration patience) {
        List<ConnectionStep> steps = new ArrayList<>();
        Optional<ProxyAddress> proxy = route.proxyTo(server.base());
        if (proxy.isPresent()) {
            // What lies behind it is its to find.
            connect(proxy.get().host(), proxy.get().port(), Kind.PROXY, patience, steps, _ -> {
                // That it answers is enough.
            });
        } else if (named(server.host(), steps)) {
            connect(server.host(), server.port(), Kind.CONNECTION, patience, steps, socket -> {
                if (server.secure()) {
                    encrypt(socket, server, route.tls(), patience, steps);
                }
            });
        }
        return steps;
    }

    private static boolean named(String host, List<ConnectionStep> steps) {
        try {
            String addresses = Arrays.stream(InetAddress.getAllByName(host))
                    .limit(MOST_ADDRESSES)
                    .map(InetAddress::getHostAddress)
                    .collect(Collectors.joining(", "));
            steps.add(new ConnectionStep(Kind.NAME, true, addresses));
            return true;
        } catch (IOException e) {
            steps.add(new ConnectionStep(Kind.NAME, false, host));
            return false;
        }
    }

    /** {@code then} takes the connection, which is closed afterwards. */
    private static void connect(String host, int port, Kind kind, Duration patience, List<ConnectionStep> steps,
            Consumer<Socket> then) {
        boolean connected = false;
        try (Socket socket = new Socket(Proxy.NO_PROXY)) {
            socket.connect(new InetSocketAddress(host, port), Math.toIntExact(patience.toMillis()));
            connected = true;
            steps.add(new ConnectionStep(kind, true, host + ":" + port));
            then.accept(socket);
        } catch (IOException _) {
            if (!connected) {
                steps.add(new ConnectionStep(kind, false, host + ":" + port));
            }
        }
    }

    private static void encrypt(Socket plain, ServerAddress server, SSLContext trust, Duration patience,
            List<ConnectionStep> steps) {
        try (SSLSocket socket = (SSLSocket) trust.getSocketFactory()
                .createSocket(plain, server.host(), server.port(), true)) {
            socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            steps.add(new ConnectionStep(Kind.ENCRYPTION, true,
                    socket.getSession().getProtocol() + ", " + who(socket.getSession().getPeerCertificates())));
        } catch (IOException _) {
            steps.add(new ConnectionStep(Kind.ENCRYPTION, false, server.host()));
        }
    }

    private static String who(Certificate[] chain) {
        return chain.length > 0 && chain[0] instanceof X509Certificate certificate
                ? certificate.getSubjectX500Principal().getName() + " ← "
                        + certificate.getIssuerX500Principal().getName()
                : "";
    }
}
