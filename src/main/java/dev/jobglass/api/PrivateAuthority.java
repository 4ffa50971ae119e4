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
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

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
        return new TrustManager[]{manager(pem)};
    }

    private static X509ExtendedTrustManager manager(Path pem) throws IOException {
        try {
            return SystemTrust.manager(store(pem));
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
     * {@return whom to trust; nobody while the file named cannot be read, for others
     * would be sent the key that is meant for a server of one's own}
     *
     * @param pem a file of certificates in PEM form, read when a server first shows one; or null for those that this
     *        computer trusts
     * @param shown what servers are shown that ask for a certificate, or null; it is read when the first does
     * @param server whose it is, for the log
     */
    public static SSLContext chosen(String pem, ClientCertificate shown, ServerAddress server) {
        if (pem == null) {
            return shown == null ? SystemTrust.ofThisComputer() : context(shown, SystemTrust.managers());
        }
        AtomicBoolean said = new AtomicBoolean();
        return context(shown, new TrustManager[]{new LazyTrust(() -> read(pem, server, said))});
    }

    private static Optional<X509ExtendedTrustManager> read(String pem, ServerAddress server, AtomicBoolean said)
            throws CertificateException {
        try {
            return Optional.of(manager(Path.of(pem)));
        } catch (IOException | InvalidPathException e) {
            if (said.compareAndSet(false, true)) { // it is asked again and again
                LOG.log(System.Logger.Level.WARNING, "{0} is not trusted, since {1} cannot be read: {2}", server, pem,
                        e.toString());
            }
            throw new CertificateException("the file of the certificate authority cannot be read", e);
        }
    }
}
