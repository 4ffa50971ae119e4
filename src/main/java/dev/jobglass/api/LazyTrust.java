package dev.jobglass.api;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Trusts whom the first of some sources does and, failing that, whom the next does; each verifies the host's name. None
 * is read before a handshake needs it, which many never come to, and what cannot be read is tried again with the next.
 */
final class LazyTrust extends X509ExtendedTrustManager {
    private final List<Source> sources;
    private final List<Optional<X509ExtendedTrustManager>> read = new ArrayList<>();

    /** Knows whom to trust. */
    interface Source {
        /**
         * {@return what trusts them, or nothing when there are none}
         *
         * @throws CertificateException when it cannot be known, so that nobody is trusted
         */
        Optional<X509ExtendedTrustManager> read() throws CertificateException;
    }

    private interface Check {
        void by(X509ExtendedTrustManager manager) throws CertificateException;
    }

    LazyTrust(Source... sources) {
        this.sources = List.of(sources);
    }

    private synchronized Optional<X509ExtendedTrustManager> manager(int number) throws CertificateException {
        if (number == read.size()) {
            read.add(sources.get(number).read());
        }
        return read.get(number);
    }

    private void check(Check check) throws CertificateException {
        CertificateException refusal = null;
        for (int i = 0; i < sources.size(); i++) {
            Optional<X509ExtendedTrustManager> manager = manager(i);
            if (manager.isPresent()) {
                try {
                    check.by(manager.get());
                    return;
                } catch (CertificateException e) {
                    refusal = e;
                }
            }
        }
        throw refusal == null ? new CertificateException("nobody is trusted") : refusal;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String method, SSLEngine engine)
            throws CertificateException {
        check(manager -> manager.checkServerTrusted(chain, method, engine));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String method, Socket socket)
            throws CertificateException {
        check(manager -> manager.checkServerTrusted(chain, method, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String method) throws CertificateException {
        check(manager -> manager.checkServerTrusted(chain, method));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String method, SSLEngine engine)
            throws CertificateException {
        throw neverAsked();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String method, Socket socket)
            throws CertificateException {
        throw neverAsked();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String method) throws CertificateException {
        throw neverAsked();
    }

    private static CertificateException neverAsked() {
        return new CertificateException("only servers ask whether a client is to be trusted");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0]; // only servers ask, of their clients
    }
}
