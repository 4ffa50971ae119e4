package dev.jobglass.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.jobglass.api.ConnectionStep.Kind;
import dev.jobglass.api.Response.Failure;
import dev.jobglass.api.Response.Success;
import dev.jobglass.testing.BesideOthers;
import dev.jobglass.testing.DefaultProxy;
import dev.jobglass.testing.Keytool;
import dev.jobglass.testing.SecureServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

@BesideOthers
@ResourceLock(DefaultProxy.LOCK)
class PrivateAuthorityTest {
    private static final String PASSWORD = "for tests";

    @TempDir
    private static Path keys;
    private static SSLContext ours;
    private static Path pem;

    @TempDir
    private Path folder;
    private SecureServer server;

    @BeforeAll
    static void makeKeys() throws Exception {
        Path file = Keytool.keys(keys, "keys", PASSWORD, "EC", 90);
        pem = Keytool.certificate(keys, "keys", PASSWORD);
        KeyStore store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD.toCharArray());
        ours = SSLContext.getInstance("TLS");
        ours.init(managers.getKeyManagers(), null, null);
    }

    @BeforeEach
    void serve() throws Exception {
        serve(new SSLParameters());
    }

    private void serve(SSLParameters wanted) throws Exception {
        server = new SecureServer(ours, wanted);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static Problem.Cause cause(Response<JobStatus> answer) {
        return answer instanceof Failure<JobStatus>(Problem.Unreachable(Problem.Cause cause, _, _)) ? cause : null;
    }

    private Response<JobStatus> ask(String host, SSLContext trust) throws Exception {
        ServerAddress address = new ServerAddress(URI.create("https://" + host + ":" + server.port()));
        try (RunsClient client = new RunsClient(address, null, Timeouts.DEFAULT, Route.trusting(trust))) {
            return client.status("run_1").get();
        }
    }

    private static SSLContext computers(LazyTrust.Source others) {
        return PrivateAuthority.context(null, SystemTrust.trusting(others));
    }

    private static SSLContext named(String file) {
        return PrivateAuthority.context(null, SystemTrust.managers("Linux", file));
    }

    @Test
    void whomTheComputerTrustsIsTrusted() throws Exception {
        SSLContext computers = computers(() -> SystemTrust.ofComputer("Linux", List.of(folder.resolve("none"), pem)));
        assertThat(ask("127.0.0.1", computers)).isInstanceOf(Success.class);
        assertThat(cause(ask("localhost", computers))).as("it is another's certificate").isNotNull();
        SSLContext without = computers(() -> SystemTrust.ofComputer("Linux", List.of()));
        assertThat(refusedForTrust(ask("127.0.0.1", without))).isTrue();
        Files.writeString(folder.resolve("bad"), "nonsense");
        SSLContext bad = computers(() -> SystemTrust.ofComputer("Linux", List.of(folder.resolve("bad"))));
        assertThat(refusedForTrust(ask("127.0.0.1", bad))).isTrue();
    }

    private List<ConnectionStep> probe(String address, SSLContext trust) throws Exception {
        return ConnectionProbe.probe(ServerAddress.parse(address), Route.trusting(trust), Duration.ofSeconds(5));
    }

    @Test
    void theWayToAServerIsGoneStepByStep() throws Exception {
        String address = "https://127.0.0.1:" + server.port();
        assertThat(probe(address, PrivateAuthority.trusting(pem)))
                .extracting(ConnectionStep::kind, ConnectionStep::worked)
                .containsExactly(tuple(Kind.NAME, true), tuple(Kind.CONNECTION, true), tuple(Kind.ENCRYPTION, true));
        assertThat(probe(address, PrivateAuthority.trusting(pem)).getLast().detail()).contains("CN=Our own");
        SSLContext unreadable = PrivateAuthority.chosen(folder.resolve("none").toString(), null,
                ServerAddress.DEFAULT);
        assertThat(probe(address, unreadable).getLast())
                .isEqualTo(new ConnectionStep(Kind.ENCRYPTION, false, "127.0.0.1"));
        assertThat(probe(address.replace("https", "http"), null)).hasSize(2);
        assertThat(probe("http://nowhere.invalid", null))
                .containsExactly(new ConnectionStep(Kind.NAME, false, "nowhere.invalid"));
        stop();
        assertThat(probe(address, null)).extracting(ConnectionStep::kind, ConnectionStep::worked)
                .containsExactly(tuple(Kind.NAME, true), tuple(Kind.CONNECTION, false));
    }

    @Test
    void aProxyIsGoneToFirst() throws Exception {
        try (var _ = new DefaultProxy("jobs.example.org",
                new Proxy(Proxy.Type.HTTP, new InetSocketAddress("127.0.0.1", server.port())))) {
            assertThat(probe("https://jobs.example.org", null)).containsExactly(new ConnectionStep(Kind.PROXY, true,
                    "127.0.0.1:" + server.port()));
        }
    }

    @Test
    void aFileThatIsNamedIsTrustedAlone() throws Exception {
        assertThat(ask("127.0.0.1", named(pem.toString()))).isInstanceOf(Success.class);
        assertThat(refusedForTrust(ask("127.0.0.1", named(folder.resolve("none").toString()))))
                .isTrue();
        assertThat(refusedForTrust(ask("127.0.0.1", named("")))).isTrue();
    }

    private static boolean refusedForTrust(Response<JobStatus> answer) {
        return cause(answer) == Problem.Cause.TLS;
    }

    /** Before TLS 1.3 servers may just hang up. */
    @Test
    void thatItWantsACertificateOfOursIsSaid() throws Exception {
        SSLParameters wanted = new SSLParameters(null, new String[]{"TLSv1.3"});
        wanted.setNeedClientAuth(true);
        stop();
        serve(wanted);
        assertThat(cause(ask("127.0.0.1", PrivateAuthority.trusting(pem)))).isEqualTo(Problem.Cause.TLS_CLIENT);
    }

    @Test
    void thatItsCertificateHasExpiredIsSaid() {
        IOException thrown = new SSLHandshakeException("PKIX path validation failed");
        thrown.initCause(new CertPathValidatorException("validity check failed", new CertificateExpiredException()));
        assertThat(NetworkProblem.of(thrown)).extracting("cause").isEqualTo(Problem.Cause.TLS_EXPIRED);
    }

    @Test
    void itsServersAreTrustedAndWithoutItTheyAreNot() throws Exception {
        assertThat(refusedForTrust(ask("127.0.0.1", null))).isTrue();
        assertThat(ask("127.0.0.1", PrivateAuthority.trusting(pem))).isInstanceOf(Success.class);
    }

    @Test
    void whileItsFileCannotBeReadNobodyIsTrusted() throws Exception {
        Path file = folder.resolve("later.pem");
        SSLContext chosen = PrivateAuthority.chosen(file.toString(), null, ServerAddress.DEFAULT);
        assertThat(refusedForTrust(ask("127.0.0.1", chosen))).isTrue();
        Files.copy(pem, file);
        assertThat(ask("127.0.0.1", chosen)).isInstanceOf(Success.class);
    }

    @Test
    void theHostNameIsVerifiedAllTheSame() throws Exception {
        assertThat(cause(ask("localhost", PrivateAuthority.trusting(pem)))).isEqualTo(Problem.Cause.TLS_NAME);
    }

    @Test
    void whatHoldsNoCertificateIsRefused() throws Exception {
        Path other = Files.writeString(folder.resolve("other.pem"), "hello");
        assertThatThrownBy(() -> PrivateAuthority.trusting(other)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> PrivateAuthority.trusting(Files.writeString(other, "")))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> PrivateAuthority.trusting(folder.resolve("none"))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> PrivateAuthority.trusting(folder)).isInstanceOf(IOException.class);
        Files.write(other, new byte[2 * 1024 * 1024]);
        assertThatThrownBy(() -> PrivateAuthority.trusting(other)).isInstanceOf(IOException.class);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatNeverEndsIsNotRead() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        assertThatThrownBy(() -> PrivateAuthority.trusting(pipe)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> PrivateAuthority.trusting(Path.of("/dev/zero"))).isInstanceOf(IOException.class);
    }
}
