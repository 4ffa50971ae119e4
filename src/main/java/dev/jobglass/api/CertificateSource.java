package dev.jobglass.api;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.KeyStoreBuilderParameters;

/**
 * Gives a client certificate to connections whose server asks for one: read when the first does, and again when its
 * files have changed, since companies renew such certificates often. For any thread.
 */
final class CertificateSource extends KeyStore.Builder {
    private static final System.Logger LOG = System.getLogger(CertificateSource.class.getName());

    private final ClientCertificate certificate;
    private KeyStore read;
    private long readOf;

    private CertificateSource(ClientCertificate certificate) {
        this.certificate = certificate;
    }

    /** {@return what shows a certificate; reads nothing yet} */
    static KeyManager[] managers(ClientCertificate certificate) throws GeneralSecurityException {
        // The one that asks for its keys at each handshake.
        KeyManagerFactory factory = KeyManagerFactory.getInstance("NewSunX509");
        factory.init(new KeyStoreBuilderParameters(new CertificateSource(certificate)));
        return factory.getKeyManagers();
    }

    /** Without one the connection goes on, and the server says what it wants. */
    @Override
    public synchronized KeyStore getKeyStore() throws KeyStoreException {
        long version = certificate.version();
        if (read == null || version != readOf) {
            try {
                read = certificate.read();
                readOf = version;
            } catch (ClientCertificate.Unusable e) {
                LOG.log(System.Logger.Level.WARNING, "{0} cannot be shown: {1}", certificate, e.getMessage());
                throw new KeyStoreException(e);
            }
        }
        return read;
    }

    @Override
    public KeyStore.ProtectionParameter getProtectionParameter(String alias) {
        return new KeyStore.PasswordProtection(certificate.secret());
    }
}
