package dev.jobglass.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Whom to trust when a server has no certificate authority of its own: those that Java knows and those of this
 * computer, to which companies add theirs; or, with a file named in {@code SSL_CERT_FILE}, those in it only. The
 * computer's are read when the first server is met that Java's own do not vouch for.
 */
public final class SystemTrust {
    private static final System.Logger LOG = System.getLogger(SystemTrust.class.getName());
    /** Where Linux distributions keep them all in one file. */
    private static final List<Path> BUNDLES = List.of(Path.of("/etc/ssl/certs/ca-certificates.crt"),
            Path.of("/etc/pki/tls/certs/ca-bundle.crt"), Path.of("/etc/ssl/ca-bundle.pem"),
            Path.of("/etc/ssl/cert.pem"));

    private SystemTrust() {
    }

    /** Made once, by whoever needs it first: to read a file of authorities, or Java's own, takes a while. */
    private static final class Known {
        static final TrustManager[] MANAGERS = managers(System.getProperty("os.name"),
                System.getenv("SSL_CERT_FILE"));
        static final SSLContext CONTEXT = PrivateAuthority.context(null, MANAGERS);
    }

    /** {@return what trusts those of this computer; the same each time} */
    public static SSLContext ofThisComputer() {
        return Known.CONTEXT;
    }

    /** {@return the same, for a connection that is to show a certificate too} */
    static TrustManager[] managers() {
        return Known.MANAGERS;
    }

    /**
     * {@return what trusts them}
     *
     * @param osName as in the system property {@code os.name}
     * @param certFile as in the variable {@code SSL_CERT_FILE}, or null; of no effect when it cannot be read
     */
    static TrustManager[] managers(String osName, String certFile) {
        try {
            if (certFile != null && !certFile.isEmpty()) {
                return PrivateAuthority.managers(Path.of(certFile));
            }
        } catch (IOException | InvalidPathException e) {
            LOG.log(System.Logger.Level.WARNING, "SSL_CERT_FILE is of no effect: {0}", e.toString());
        }
        return trusting(() -> ofComputer(osName, BUNDLES));
    }

    /** {@return what trusts those that Java knows, and others that are read when they are needed} */
    static TrustManager[] trusting(LazyTrust.Source others) {
        return new TrustManager[]{new LazyTrust(SystemTrust::java, others)};
    }

    /** {@return what trusts those of this computer: of the first bundle that there is, or of the platform's store} */
    static Optional<X509ExtendedTrustManager> ofComputer(String osName, List<Path> bundles) {
        try {
            if (osName.startsWith("Windows") || osName.startsWith("Mac")) {
                KeyStore store = KeyStore.getInstance(osName.startsWith("Mac") ? "KeychainStore" : "Windows-ROOT");
                store.load(null, null);
                return Optional.of(manager(store));
            }
            Optional<Path> bundle = bundles.stream().filter(Files::isRegularFile).findFirst();
            return bundle.isEmpty() ? Optional.empty() : Optional.of(manager(PrivateAuthority.store(bundle.get())));
        } catch (IOException | GeneralSecurityException e) {
            LOG.log(System.Logger.Level.INFO, "This computer’s certificate authorities cannot be read: {0}",
                    e.toString());
            return Optional.empty();
        }
    }

    private static Optional<X509ExtendedTrustManager> java() throws CertificateException {
        try {
            return Optional.of(manager(null));
        } catch (GeneralSecurityException e) {
            throw new CertificateException(e);
        }
    }

    /** {@return what trusts those in a store, or with null those that Java knows} */
    static X509ExtendedTrustManager manager(KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return (X509ExtendedTrustManager) factory.getTrustManagers()[0];
    }
}
