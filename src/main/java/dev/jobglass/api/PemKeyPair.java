package dev.jobglass.api;

import dev.jobglass.api.ClientCertificate.Complaint;
import dev.jobglass.api.ClientCertificate.Unusable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Reads a certificate, those that vouch for it, and its private key from PEM. */
final class PemKeyPair {
    private static final Pattern BLOCK = Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----",
            Pattern.DOTALL);

    private PemKeyPair() {
    }

    /** Something between a begin and an end. */
    private record Block(String type, byte[] content) {
    }

    /**
     * {@return them under one name}
     *
     * @param certificates a file with certificates: the user's own, and those that vouch for it
     * @param keys a file with the private key; may be the same
     * @param password of the key, and of what is returned
     */
    static KeyStore store(byte[] certificates, byte[] keys, char[] password) throws Unusable {
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            List<Certificate> chain = new ArrayList<>();
            for (Block block : blocks(certificates).filter(block -> block.type().equals("CERTIFICATE")).toList()) {
                chain.add(factory.generateCertificate(new ByteArrayInputStream(block.content())));
            }
            if (chain.isEmpty()) {
                throw new Unusable(Complaint.FILE, "no certificate");
            }
            PrivateKey key = ownFirst(chain, key(keys, password));
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("own", key, password, chain.toArray(Certificate[]::new));
            return store;
        } catch (Unusable e) {
            throw e;
        } catch (GeneralSecurityException | IOException e) {
            throw new Unusable(Complaint.FILE, e.toString());
        }
    }

    private static Stream<Block> blocks(byte[] pem) {
        Matcher matcher = BLOCK.matcher(new String(pem, StandardCharsets.ISO_8859_1));
        return matcher.results().map(found -> new Block(found.group(1),
                Base64.getMimeDecoder().decode(found.group(2))));
    }

    /** Some tools write the certificate after those that vouch for it: {@return its key} */
    private static PrivateKey ownFirst(List<Certificate> chain, PKCS8EncodedKeySpec written)
            throws GeneralSecurityException, Unusable {
        for (Certificate certificate : chain) {
            Optional<PrivateKey> key = key(certificate.getPublicKey().getAlgorithm(), written);
            if (key.isPresent() && belong(key.get(), certificate)) {
                chain.remove(certificate);
                chain.addFirst(certificate);
                return key.get();
            }
        }
        throw new Unusable(Complaint.KEY, "the key is no certificate’s");
    }

    private static Optional<PrivateKey> key(String algorithm, PKCS8EncodedKeySpec written)
            throws NoSuchAlgorithmException {
        try {
            return Optional.of(KeyFactory.getInstance(algorithm).generatePrivate(written));
        } catch (InvalidKeySpecException _) {
            return Optional.empty(); // it is of another kind
        }
    }

    private static PKCS8EncodedKeySpec key(byte[] pem, char[] password) throws Unusable {
        Block block = blocks(pem).filter(one -> one.type().endsWith("PRIVATE KEY")).findFirst()
                .orElseThrow(() -> new Unusable(Complaint.KEY, "no private key"));
        return switch (block.type()) {
            case "PRIVATE KEY" -> new PKCS8EncodedKeySpec(block.content());
            case "ENCRYPTED PRIVATE KEY" -> decrypted(block.content(), password);
            default -> throw new Unusable(Complaint.KEY_FORM, block.type());
        };
    }

    private static PKCS8EncodedKeySpec decrypted(byte[] content, char[] password) throws Unusable {
        try {
            EncryptedPrivateKeyInfo encrypted = new EncryptedPrivateKeyInfo(content);
            // Java names the scheme PBES2 by its parameters only, as those print themselves.
            String scheme = encrypted.getAlgName().equals("PBES2")
                    ? encrypted.getAlgParameters().toString()
                    : encrypted.getAlgName();
            Cipher cipher = Cipher.getInstance(scheme);
            cipher.init(Cipher.DECRYPT_MODE,
                    SecretKeyFactory.getInstance(scheme).generateSecret(new PBEKeySpec(password)),
                    encrypted.getAlgParameters());
            return encrypted.getKeySpec(cipher);
        } catch (NoSuchAlgorithmException | IOException e) { // such as PBES2 with triple DES, which Java does not know
            throw new Unusable(Complaint.KEY_FORM, e.toString());
        } catch (GeneralSecurityException e) {
            throw new Unusable(Complaint.PASSWORD, e.toString());
        }
    }

    /** Whatever the one signs, the other must verify. */
    private static boolean belong(PrivateKey key, Certificate certificate) throws GeneralSecurityException {
        String signing = switch (key.getAlgorithm()) {
            case "EC" -> "SHA256withECDSA";
            case "RSA" -> "SHA256withRSA";
            default -> key.getAlgorithm();
        };
        byte[] anything = {1, 2, 3};
        Signature signature = Signature.getInstance(signing);
        signature.initSign(key);
        signature.update(anything);
        byte[] signed = signature.sign();
        signature.initVerify(certificate);
        signature.update(anything);
        return signature.verify(signed);
    }
}
