package dev.jobglass.api;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * A certificate authority of one's own, for servers whose certificates no public one has signed. Host names and dates
 * are verified as ever: there is no way to turn that off.
 */
public final class PrivateAuthority {
    private static final System.Logger LOG = System.getLogger(PrivateAuthority.class.getName());

    private PrivateAuthority() {
    }

    /**
     * {@return what trusts the certificates in a file, and those signed by them, and no others}
     *
     * @param pem a file of certificates in PEM form
     * @throws IOException when it cannot be read or holds no certificate
     */
    public static SSLContext trusting(Path pem) throws IOException {
        return context(null, managers(pem));
    }

    /** {@return what trusts them} */
    static TrustManager[] managers(Path pem) throws IOException {
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store(pem));
            return trust.getTrustManagers();
        } catch (GeneralSecurityException e) {
            throw new IOException("no certificate in " + pem, e);
        }
    }

    /** {@return what shows a certificate, or none when it is null, and trusts some} */
    static SSLContext context(ClientCertificate shown, TrustManager[] trust) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(shown == null ? null : CertificateSource.managers(shown), trust, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has TLS", e);
        }
    }

    /** {@return the certificates in a file, of which there is one at least} */
    static KeyStore store(Path pem) throws IOException {
        byte[] content = CertificateFile.bytes(pem);
        try {
            Collection<? extends Certificate> authorities = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(content));
            if (authorities.isEmpty()) {
                throw new IOException("no certificate in " + pem);
            }
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (Certificate authority : authorities) {
                store.setCertificateEntry("authority " + store.size(), authority);
            }
            return store;
        } catch (GeneralSecurityException e) {
            throw new IOException("no certificate in " + pem, e);
        }
    }

    /**
     * {@return whom to trust; nobody when the file named cannot be read, for others
     * would be sent the key that is meant for a server of one's own}
     *
     * @param pem a file of certificates in PEM form, or null for those that this computer trusts
     * @param shown what servers are shown that ask for a certificate, or null; it is read when the first does
     * @param server whose it is, for the log
     */
    public static SSLContext chosen(String pem, ClientCertificate shown, ServerAddress server) {
        if (pem == null) {
            return shown == null ? SystemTrust.ofThisComputer() : context(shown, SystemTrust.managers());
        }
        try {
            return context(shown, managers(Path.of(pem)));
        } catch (IOException | InvalidPathException e) {
            LOG.log(System.Logger.Level.WARNING, "{0} is not trusted, since {1} cannot be read: {2}", server, pem,
                    e.toString());
            return trustingNobody();
        }
    }

    /** {@return what trusts no server at all, for when it cannot be known whom to trust} */
    public static SSLContext trustingNobody() {
        return context(null, new TrustManager[]{new Nobody()});
    }

    private static final class Nobody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String method) throws CertificateException {
            throw new CertificateException("nobody is trusted");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String method) throws CertificateException {
            throw new CertificateException("nobody is trusted: the file of the certificate authority cannot be read");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
