package dev.jobglass.api;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * A certificate of the user's own, by which a server or a proxy before it knows who asks. Blocks while it is read.
 *
 * @param file PKCS#12, or PEM
 * @param keyFile the private key in PEM, or null when it is in the same file
 * @param password of the file or the key, or null for none
 */
public record ClientCertificate(String file, String keyFile, String password) {
    private static final String CERTIFICATE = "-----BEGIN CERTIFICATE-----";

    /** Why it cannot be used. */
    public enum Complaint {
        /** A file is not there, or has no certificate that can be read. */
        FILE,
        /** There is no private key, or one that is not the certificate's. */
        KEY,
        /** The private key is in a form that only other programs read. */
        KEY_FORM,
        /** The password is missing or wrong. */
        PASSWORD
    }

    /** It cannot be used. */
    public static final class Unusable extends IOException {
        private static final long serialVersionUID = 1L;
        private final Complaint complaint;

        Unusable(Complaint complaint, String text) {
            super(text);
            this.complaint = complaint;
        }

        /** {@return why} */
        public Complaint complaint() {
            return complaint;
        }
    }

    /**
     * {@return until when it is valid: the end of what ends first of those with a key}
     *
     * @throws Unusable when it cannot be read or used
     */
    public Instant expires() throws Unusable {
        return certificates(read()).stream().map(one -> one.getNotAfter().toInstant()).min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static List<X509Certificate> certificates(KeyStore store) throws Unusable {
        try {
            List<X509Certificate> certificates = new ArrayList<>();
            for (String alias : Collections.list(store.aliases())) {
                if (store.isKeyEntry(alias) && store.getCertificate(alias) instanceof X509Certificate certificate) {
                    certificates.add(certificate);
                }
            }
            return certificates;
        } catch (GeneralSecurityException e) {
            throw new Unusable(Complaint.FILE, e.getMessage());
        }
    }

    /** {@return what is in the files now, with a key at least; its password is {@link #secret}} */
    KeyStore read() throws Unusable {
        byte[] bytes = bytes(file);
        KeyStore store = new String(bytes, StandardCharsets.ISO_8859_1).contains(CERTIFICATE)
                ? PemKeyPair.store(bytes, keyFile == null ? bytes : bytes(keyFile), secret())
                : pkcs12(bytes);
        if (certificates(store).isEmpty()) {
            throw new Unusable(Complaint.KEY, "no private key in " + file);
        }
        return store;
    }

    /** {@return the password, empty for none} */
    char[] secret() {
        return password == null ? new char[0] : password.toCharArray();
    }

    /** {@return another number when one of the files has been changed or removed} */
    public long version() {
        return 31 * changedAt(file) + (keyFile == null ? 0 : changedAt(keyFile));
    }

    private static long changedAt(String path) {
        return new File(path).lastModified();
    }

    private KeyStore pkcs12(byte[] bytes) throws Unusable {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(bytes), secret());
            return store;
        } catch (IOException e) {
            throw new Unusable(e.getCause() instanceof UnrecoverableKeyException
                    ? Complaint.PASSWORD
                    : Complaint.FILE, e.getMessage());
        } catch (GeneralSecurityException e) {
            throw new Unusable(Complaint.FILE, e.getMessage());
        }
    }

    private static byte[] bytes(String path) throws Unusable {
        try {
            return CertificateFile.bytes(Path.of(path));
        } catch (IOException | InvalidPathException e) {
            throw new Unusable(Complaint.FILE, e.toString());
        }
    }

    @Override
    public String toString() {
        return "ClientCertificate[" + file + "]"; // never the password
    }
}
