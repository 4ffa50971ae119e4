package dev.jobglass.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.ApiKey;
import dev.jobglass.api.RequestHeader;
import dev.jobglass.monitor.KeyChange;
import dev.jobglass.monitor.ServerForm;
import dev.jobglass.settings.AccessSecrets;
import dev.jobglass.settings.KeyStore;
import dev.jobglass.settings.SecretName;
import dev.jobglass.settings.ServerAccess;
import dev.jobglass.testing.Fx;
import dev.jobglass.testing.Keytool;
import dev.jobglass.testing.RunsServer.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import javafx.css.PseudoClass;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servers behind a company's network, in the window. */
class NetworkTest extends TwoServersTest {
    @TempDir
    private Path keys;

    private String written(String field) throws Exception {
        return Fx.call(() -> ((TextInputControl) node(field)).getText());
    }

    private boolean expanded() throws Exception {
        return Fx.call(() -> ((TitledPane) node("#serverNetwork")).isExpanded());
    }

    private void openAdding(String url) throws Exception {
        open();
        awaitRows("run_a");
        click("#server");
        click("#otherServer");
        type("#serverUrl", url);
    }

    @Test
    void aServerBehindAProxyIsWatchedWithHeadersOfOnesOwn() throws Exception {
        openAdding("http://jobs.invalid");
        assertThat(expanded()).isFalse();
        Fx.run(() -> ((TitledPane) node("#serverNetwork")).setExpanded(true));
        type("#networkProxy", "me:pass@127.0.0.1:" + other.port());
        type("#networkHeaders", "X-Team: a-red-team\n\nX-Other:b\n");
        picture("server-network", node("#serverTest").getScene().getWindow());
        click("#serverTest");
        awaitText("#serverTestSteps", "✓ Proxy: 127.0.0.1:" + other.port());
        click("#serverConnect");
        awaitRows("run_a", "run_b");
        assertThat(other.header("X-Team")).isEqualTo("a-red-team");
        assertThat(kept("http://jobs.invalid").access()).isEqualTo(new ServerAccess(null,
                "http://127.0.0.1:" + other.port(), null, null, new AccessSecrets("me:pass", null,
                        List.of(new RequestHeader("X-Team", "a-red-team"), new RequestHeader("X-Other", "b")))));
    }

    private void openWithHeaders() throws Exception {
        openWithHeaders(new KeyChange.Unchanged());
    }

    private void openWithHeaders(KeyChange key) throws Exception {
        openBoth();
        AccessSecrets secrets = new AccessSecrets("me:pass", null,
                List.of(new RequestHeader("X-Team", "red"), new RequestHeader("X-Other", "b")));
        Fx.run(() -> servers.keep(address(other.url()),
                new ServerForm(address(other.url()), "Ours", key,
                        new ServerAccess(null, "http://127.0.0.1:" + other.port(), null, null, secrets))));
        choose("editServer", "Ours");
    }

    @Test
    void whatIsKnownIsKeptWithoutBeingShown() throws Exception {
        openWithHeaders();
        assertThat(expanded()).isTrue();
        assertThat(written("#networkHeaders")).isEqualTo("X-Team: •••\nX-Other: •••");
        assertThat(written("#networkProxyUser")).isEqualTo("me");
        assertThat(written("#networkProxyPassword")).isEqualTo("•••");
        type("#networkHeaders", "X-Team: •••\nX-New: n");
        type("#networkProxyUser", "");
        click("#serverConnect");
        Fx.await("changed", () -> kept(other.url()).access().secrets().equals(new AccessSecrets(null, null,
                List.of(new RequestHeader("X-Team", "red"), new RequestHeader("X-New", "n")))));
        Fx.await("told", () -> "n".equals(other.header("X-New")) && other.header("X-Other") == null);
    }

    @Test
    void aKnownPasswordOrKeyIsTakenAwayByEmptyingItsField() throws Exception {
        openWithHeaders(new KeyChange.Entered(new ApiKey("secret")));
        assertThat(written("#serverKey")).isEqualTo("•••");
        type("#serverKey", "");
        type("#networkProxyPassword", "");
        click("#serverConnect");
        Fx.await("gone", () -> kept(other.url()).keyProperty().get() == null);
        assertThat(kept(other.url()).access().secrets().proxyLogin()).isEqualTo("me:");
    }

    @Test
    void whatIsTypedIntoDotsTakesTheirPlace() throws Exception {
        openWithHeaders();
        Fx.run(() -> {
            TextInputControl field = (TextInputControl) node("#networkProxyPassword");
            field.insertText(1, "x");
        });
        assertThat(written("#networkProxyPassword")).isEqualTo("x");
    }

    @Test
    void whatWasForOneProxyIsNotToldAnother() throws Exception {
        openWithHeaders();
        type("#networkProxy", "127.0.0.1:1");
        click("#serverTest");
        awaitText("#serverComplaint", "The known password was for the proxy as it was");
    }

    @Test
    void whoeverAddsAKnownServerAnewKeepsWhatIsKnownOfIt() throws Exception {
        openWithHeaders();
        AccessSecrets before = kept(other.url()).access().secrets();
        Fx.run(() -> servers.watch(address(other.url()), false));
        Fx.run(() -> servers.keep(null, new ServerForm(address(other.url()), "", new KeyChange.Unchanged(),
                new ServerAccess(null, "direct", null, null, AccessSecrets.NONE))));
        ServerAccess after = kept(other.url()).access();
        assertThat(after.proxy()).isEqualTo("direct");
        assertThat(after.secrets().headers()).isEqualTo(before.headers());
    }

    @Test
    void whatWasForOneServerIsNotToldAnother() throws Exception {
        openWithHeaders();
        type("#serverUrl", "http://127.0.0.1:1");
        click("#serverTest");
        awaitText("#serverComplaint", "What X-Team says was for the address as it was");
        type("#networkHeaders", "X-Team: blue");
        click("#serverConnect");
        Fx.await("kept", () -> kept("http://127.0.0.1:1").access().secrets().headers()
                .equals(List.of(new RequestHeader("X-Team", "blue"))));
    }

    @ParameterizedTest
    @CsvSource({"#networkProxy, ftp://proxy, This cannot be a proxy.", "#networkHeaders, nonsense, cannot be a header",
            "#networkHeaders, X-Unknown: •••, cannot be a header",
            "#networkProxy, https://proxy:443, This cannot be a proxy.", "#networkProxyUser, me, to a proxy",
            "#networkProxyPassword, secret, to a proxy", "#networkHeaders, 'X-A: 1\nx-a: 2', x-a stands there twice",
            "#networkCertificate, /nowhere/at.all, no certificate in this file",
            "#networkCertificateKey, /nowhere/at.all, no certificate in this file"})
    void whatMakesNoSenseIsSaid(String field, String text, String expected) throws Exception {
        openAdding(other.url());
        type(field, text);
        click("#serverConnect");
        awaitText("#serverComplaint", expected);
        assertThat(expanded()).isTrue();
        assertThat(written(field)).isEqualTo(text);
        Fx.await("its field is there to be mended", () -> node("#serverNetwork").isFocusWithin());
        assertThat(rows()).doesNotContain("run_b");
    }

    /** A keyring that tells each key once it is asked in earnest, and the user has answered. */
    private record Unlocked(CountDownLatch answered) implements KeyStore {
        @Override
        public boolean there() {
            return true;
        }

        @Override
        public Optional<String> find(SecretName name, boolean ask) throws IOException {
            if (!ask) {
                throw new IOException("locked");
            }
            try {
                answered.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            return name.kind() == SecretName.Kind.KEY ? Optional.of("of-the-ring") : Optional.empty();
        }

        @Override
        public void keep(SecretName name, String secret) {
            throw new AssertionError();
        }

        @Override
        public void forget(SecretName name) {
            throw new AssertionError();
        }
    }

    @Test
    void whatALockedKeyringHasIsAskedForFromTheBanner() throws Exception {
        CountDownLatch answered = new CountDownLatch(1);
        keyring = new Unlocked(answered);
        other.insteadOfAll(Reply.json(401, Map.of("detail", "no")));
        open(List.of(server.url(), other.url()), Set.of());
        awaitRows("run_a");
        Fx.run(() -> kept(other.url()).keyElsewhereProperty().set(true));
        awaitText("#bannerText", "in your keyring, which could not be read");
        assertThat(visible("#bannerKey")).isFalse();
        picture("keyring-locked", stage);
        awaitText("#bannerUnlock", "Ask the keyring");
        click("#bannerUnlock");
        awaitText("#bannerUnlock", "Asking the keyring…");
        answered.countDown();
        Fx.await("asked with it", () -> other.keys().contains("of-the-ring"));
        Fx.await("said no more", () -> !visible("#bannerUnlock"));
    }

    @ParameterizedTest
    @CsvSource({"10, true", "40, false"})
    void thatACertificateExpiresIsSaidTwoWeeksAhead(int days, boolean said) throws Exception {
        Path file = Keytool.keys(keys, "own", "for tests", "EC", days);
        openBoth();
        Fx.run(() -> servers.keep(address(other.url()), new ServerForm(address(other.url()), "Ours",
                new KeyChange.Unchanged(),
                new ServerAccess(null, null, file.toString(), null, new AccessSecrets(null, "for tests", List.of())))));
        if (said) {
            awaitText("#bannerText", "Ours: your certificate for it expires");
            picture("certificate-expires", stage);
            assertThat(visible("#bannerTryNow")).as("nothing to try").isFalse();
            assertThat(node("#banner").getPseudoClassStates()).extracting(PseudoClass::getPseudoClassName)
                    .as("as nothing is wrong yet").contains("reminder");
            click("#bannerLater");
            Fx.await("until tomorrow", () -> !visible("#banner"));
            assertThat(settings.notifications().certificatesFromProperty().get()).as("also after a restart")
                    .isAfter(Instant.now().plusSeconds(80_000));
        } else {
            Fx.await("read", () -> workspace.server(address(other.url())).orElseThrow().certificate()
                    .soon(Instant.now().plusSeconds(30L * 86_400)).isPresent());
            assertThat(visible("#banner")).isFalse();
        }
    }
}
