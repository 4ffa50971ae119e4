package dev.jobglass.api;

import dev.jobglass.api.Problem.BadAnswer;
import dev.jobglass.api.Problem.Cause;
import dev.jobglass.api.Problem.Flaw;
import dev.jobglass.api.Problem.Unreachable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** Names what {@code java.net.http} throws. */
final class NetworkProblem {
    /** Alerts of RFC 5246 and 8446 by which a server says that it wants another certificate of ours, or one at all. */
    private static final List<String> CERTIFICATE_REFUSED = List.of("certificate_required", "bad_certificate",
            "unsupported_certificate", "certificate_revoked", "certificate_expired", "certificate_unknown",
            "unknown_ca",
            "access_denied");

    private NetworkProblem() {
    }

    /**
     * {@return the problem behind an exception}
     *
     * @param thrown anything at all
     */
    static Problem of(Throwable thrown) {
        Throwable failure = thrown instanceof CompletionException && thrown.getCause() != null
                ? thrown.getCause()
                : thrown;
        String text = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return switch (failure) {
            case ProxyFault fault -> new Unreachable(fault.reason(), text);
            case HttpConnectTimeoutException _ -> new Unreachable(Cause.CONNECT_TIMEOUT, text);
            case HttpTimeoutException _ -> new Unreachable(Cause.ANSWER_TIMEOUT, text);
            case TimeoutException _ -> new Unreachable(Cause.ANSWER_TIMEOUT, text);
            case UnknownHostException _ -> new Unreachable(Cause.DNS, text);
            case ConnectException e when hasCause(e, UnresolvedAddressException.class) ->
                new Unreachable(Cause.DNS, text);
            case ConnectException e when hasCause(e, NoRouteToHostException.class) || text.contains("unreachable") ->
                new Unreachable(Cause.NO_ROUTE, text);
            case ConnectException _ -> new Unreachable(Cause.REFUSED, text);
            case NoRouteToHostException _ -> new Unreachable(Cause.NO_ROUTE, text);
            case SSLException e -> new Unreachable(ofTls(e, text), text);
            case ProtocolException _ -> new BadAnswer(Flaw.NOT_HTTP, text);
            // The JDK tells a body beyond the limit by an IOException of this text only (BodyHandlers.limiting).
            case IOException _ when text.startsWith("body exceeds capacity") ->
                new BadAnswer(Flaw.TOO_LARGE, "");
            case IOException e when hasCause(e, SSLException.class) -> new Unreachable(ofTls(e, text), text);
            case IOException e when hasCause(e, ProtocolException.class) -> new BadAnswer(Flaw.NOT_HTTP, text);
            case IOException _ -> new Unreachable(Cause.RESET, text);
            default -> new BadAnswer(Flaw.NOT_HTTP, text);
        };
    }

    /** Partly the JDK tells it by the words only. */
    private static Cause ofTls(Throwable thrown, String said) {
        String text = said.toLowerCase(Locale.ROOT);
        if (hasCause(thrown, CertificateExpiredException.class)
                || hasCause(thrown, CertificateNotYetValidException.class)) {
            return Cause.TLS_EXPIRED;
        }
        if (CERTIFICATE_REFUSED.stream().anyMatch(alert -> text.contains("received fatal alert: " + alert))) {
            return Cause.TLS_CLIENT;
        }
        if (text.contains("no subject alternative") || text.contains("no name matching")) {
            return Cause.TLS_NAME;
        }
        return text.contains("unrecognized ssl message") ? Cause.TLS_NONE : Cause.TLS;
    }

    private static boolean hasCause(Throwable thrown, Class<? extends Throwable> type) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
