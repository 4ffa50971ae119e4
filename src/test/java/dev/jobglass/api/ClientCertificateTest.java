package dev.jobglass.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jobglass.api.ClientCertificate.Complaint;
import dev.jobglass.api.Response.Failure;
import dev.jobglass.api.Response.Success;
import dev.jobglass.testing.BesideOthers;
import dev.jobglass.testing.Keytool;
import dev.jobglass.testing.SecureServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.Key;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Certificates of the user's own, and a server that asks for one. */
@BesideOthers
class ClientCertificateTest {
    private static final String PASSWORD = "for tests";

    @TempDir
    private static Path folder;
    private static Path own;
    private static Path other;
    private static Path pem;
    private static Path keyPem;

    @BeforeAll
    static void make() throws Exception {
        own = Keytool.keys(folder, "own", PASSWORD, "EC", 10);
        other = Keytool.keys(folder, "other", PASSWORD, "RSA", 400);
        pem = Keytool.certificate(folder, "own", PASSWORD);
        keyPem = Files.writeString(folder.resolve("own-key.pem"), pem("PRIVATE KEY", key(own).getEncoded()));
    }

    private static String pem(String type, byte[] content) {
        return "-----BEGIN " + type + "-----\n" + Base64.getMimeEncoder().encodeToString(content) + "\n-----END " + type
                + "-----\n";
    }

    private static KeyStore open(Path keys) throws Exception {
        return KeyStore.getInstance(keys.toFile(), PASSWORD.toCharArray());
    }

    private static Key key(Path keys) throws Exception {
        return open(keys).getKey("one", PASSWORD.toCharArray());
    }

    private static Path encrypted(String scheme) throws Exception {
        Cipher cipher = Cipher.getInstance(scheme);
        cipher.init(Cipher.ENCRYPT_MODE,
                SecretKeyFactory.getInstance(scheme).generateSecret(new PBEKeySpec(PASSWORD.toCharArray())));
        AlgorithmParameters parameters = cipher.getParameters();
        if (parameters.getAlgorithm().contains("AES")) { // as such keys say it, whoever made them
            parameters = AlgorithmParameters.getInstance("PBES2");
            parameters.init(cipher.getParameters().getEncoded());
        }
        byte[] content = new EncryptedPrivateKeyInfo(parameters, cipher.doFinal(key(own).getEncoded())).getEncoded();
        return Files.writeString(folder.resolve(scheme + ".pem"), pem("ENCRYPTED PRIVATE KEY", content));
    }

    private static ClientCertificate of(Path file, Path keyFile, String password) {
        return new ClientCertificate(file.toString(), keyFile == null ? null : keyFile.toString(), password);
    }

    private static void usable(ClientCertificate certificate) throws Exception {
        assertThat(certificate.expires()).isBetween(Instant.now().plus(Duration.ofDays(9)),
                Instant.now().plus(Duration.ofDays(11)));
    }

    @Test
    void formsThatCertificatesComeIn() throws Exception {
        usable(of(own, null, PASSWORD));
        usable(of(pem, keyPem, null));
        usable(of(pem, keyPem, "needless"));
        usable(of(Files.writeString(folder.resolve("both.pem"), Files.readString(keyPem) + Files.readString(pem)),
                null, null));
    }

    @Test
    void thoseThatVouchForItMayStandBeforeIt() throws Exception {
        ClientCertificate certificate = of(Files.writeString(folder.resolve("chain.pem"),
                Files.readString(Keytool.certificate(folder, "other", PASSWORD)) + Files.readString(pem)), keyPem,
                null);
        usable(certificate);
        assertThat(certificate.read().getCertificateChain("own")).hasSize(2)
                .startsWith(open(own).getCertificate("one"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PBEWithHmacSHA256AndAES_256", "PBEWithHmacSHA1AndAES_128", "PBEWithSHA1AndDESede"})
    void aKeyMayBeEncrypted(String scheme) throws Exception {
        Path key = encrypted(scheme);
        usable(of(pem, key, PASSWORD));
        unusable(of(pem, key, "wrong"), Complaint.PASSWORD);
        unusable(of(pem, key, null), Complaint.PASSWORD);
    }

    private static void unusable(ClientCertificate certificate, Complaint expected) {
        assertThatExceptionOfType(ClientCertificate.Unusable.class).isThrownBy(certificate::expires)
                .satisfies(thrown -> assertThat(thrown.complaint()).isEqualTo(expected));
        assertThat(certificate.toString()).doesNotContain(PASSWORD);
    }

    @Test
    void whatCannotBeUsedIsSaid() throws Exception {
        unusable(of(own, null, "wrong"), Complaint.PASSWORD);
        unusable(of(own, null, null), Complaint.PASSWORD);
        unusable(of(folder.resolve("none"), null, null), Complaint.FILE);
        unusable(of(folder, null, null), Complaint.FILE);
        unusable(of(Path.of("/dev/zero"), null, null), Complaint.FILE);
        unusable(of(Files.writeString(folder.resolve("nonsense"), "nonsense"), null, PASSWORD), Complaint.FILE);
        unusable(of(Files.writeString(folder.resolve("empty"), ""), null, PASSWORD), Complaint.FILE);
        unusable(of(Files.writeString(folder.resolve("bad.pem"), pem("CERTIFICATE", new byte[]{1, 2})), null, null),
                Complaint.FILE);
        unusable(of(pem, null, null), Complaint.KEY);
        unusable(of(pem, Files.writeString(folder.resolve("others.pem"),
                pem("PRIVATE KEY", key(other).getEncoded())), null), Complaint.KEY);
        unusable(of(pem, Files.writeString(folder.resolve("old.pem"),
                pem("EC PRIVATE KEY", key(own).getEncoded())), null), Complaint.KEY_FORM);
        unusable(of(pem, Files.writeString(folder.resolve("broken.pem"),
                "-----BEGIN PRIVATE KEY-----\n!!!\n-----END PRIVATE KEY-----\n"), null), Complaint.KEY);
    }

    private static SecureServer server(String protocol) throws Exception {
        SSLContext context = strict();
        SSLParameters wanted = context.getDefaultSSLParameters();
        wanted.setProtocols(new String[]{protocol});
        wanted.setNeedClientAuth(true);
        return new SecureServer(context, wanted);
    }

    /** Its own certificate is the only one that it trusts in others. */
    private static SSLContext strict() throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(open(own), PASSWORD.toCharArray());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("one", open(own).getCertificate("one"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private static Response<JobStatus> ask(SecureServer server, ClientCertificate shown) throws Exception {
        ServerAddress address = ServerAddress.parse("https://127.0.0.1:" + server.port());
        Route route = new Route(PrivateAuthority.chosen(pem.toString(), shown, address), null, Map.of());
        try (RunsClient client = new RunsClient(address, null, Timeouts.DEFAULT, route)) {
            return client.status("run_1").get(20, TimeUnit.SECONDS);
        }
    }

    @ParameterizedTest
    @CsvSource({"certificate_required, TLS_CLIENT", "bad_certificate, TLS_CLIENT", "unknown_ca, TLS_CLIENT",
            "certificate_unknown, TLS_CLIENT", "certificate_expired, TLS_CLIENT", "handshake_failure, TLS",
            "protocol_version, TLS"})
    void whatItRefusesIsToldByItsAlert(String alert, Problem.Cause expected) {
        assertThat(NetworkProblem.of(new SSLHandshakeException("Received fatal alert: " + alert)))
                .isInstanceOfSatisfying(Problem.Unreachable.class,
                        problem -> assertThat(problem.cause()).isEqualTo(expected));
        assertThat(NetworkProblem.of(new IOException(new SSLHandshakeException("Received fatal alert: " + alert))))
                .as("when it comes late").isInstanceOfSatisfying(Problem.Unreachable.class,
                        problem -> assertThat(problem.cause()).isEqualTo(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void aServerThatAsksForItIsShownIt(String protocol) throws Exception {
        try (SecureServer server = server(protocol)) {
            assertThat(ask(server, of(own, null, PASSWORD))).isInstanceOf(Success.class);
            assertThat(ask(server, of(pem, keyPem, null))).isInstanceOf(Success.class);
            assertThat(ask(server, of(other, null, PASSWORD))).as("another's").isInstanceOf(Failure.class);
            assertThat(ask(server, null)).as("none").isInstanceOf(Failure.class);
            assertThat(ask(server, of(folder.resolve("none"), null, null))).as("gone").isInstanceOf(Failure.class);
        }
    }

    @Test
    void aRenewedCertificateIsShownWithoutANewStart() throws Exception {
        try (SecureServer server = server("TLSv1.3")) {
            Path renewed = Files.copy(other, folder.resolve("renewed"));
            ServerAddress address = ServerAddress.parse("https://127.0.0.1:" + server.port());
            Route route = new Route(PrivateAuthority.chosen(pem.toString(), of(renewed, null, PASSWORD), address),
                    null, Map.of());
            try (RunsClient client = new RunsClient(address, null, Timeouts.DEFAULT, route)) {
                assertThat(client.status("run_1").get(20, TimeUnit.SECONDS)).isInstanceOf(Failure.class);
                Files.write(renewed, Files.readAllBytes(own));
                assertThat(renewed.toFile().setLastModified(System.currentTimeMillis() + 5_000)).isTrue();
                assertThat(client.status("run_1").get(20, TimeUnit.SECONDS)).isInstanceOf(Success.class);
            }
        }
    }
}
