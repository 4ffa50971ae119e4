package dev.jobglass.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.RequestHeader;
import dev.jobglass.monitor.ServerForm;
import dev.jobglass.settings.AccessSecrets;
import dev.jobglass.settings.ServerAccess;
import dev.jobglass.testing.Fx;
import dev.jobglass.testing.Keytool;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
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
        awaitText("#serverTested", "✓ Proxy: 127.0.0.1:" + other.port());
        click("#serverConnect");
        awaitRows("run_a", "run_b");
        assertThat(other.header("X-Team")).isEqualTo("a-red-team");
        assertThat(kept("http://jobs.invalid").access()).isEqualTo(new ServerAccess(null,
                "http://127.0.0.1:" + other.port(), null, null, new AccessSecrets("me:pass", null,
                        List.of(new RequestHeader("X-Team", "a-red-team"), new RequestHeader("X-Other", "b")))));
    }

    private void openWithHeaders() throws Exception {
        openBoth();
        AccessSecrets secrets = new AccessSecrets("me:pass", null,
                List.of(new RequestHeader("X-Team", "red"), new RequestHeader("X-Other", "b")));
        Fx.run(() -> servers.keep(address(other.url()), new ServerForm(address(other.url()), "Ours", null,
                new ServerAccess(null, "http://127.0.0.1:" + other.port(), null, null, secrets))));
        choose("editServer", "Ours");
    }

    @Test
    void whatIsKnownIsKeptWithoutBeingShown() throws Exception {
        openWithHeaders();
        assertThat(expanded()).isTrue();
        assertThat(written("#networkHeaders")).isEqualTo("X-Team: •••\nX-Other: •••");
        assertThat(written("#networkProxyUser")).isEqualTo("me");
        assertThat(written("#networkProxyPassword")).isEmpty();
        type("#networkHeaders", "X-Team: •••\nX-New: n");
        type("#networkProxyUser", "");
        click("#serverConnect");
        Fx.await("changed", () -> kept(other.url()).access().secrets().equals(new AccessSecrets(null, null,
                List.of(new RequestHeader("X-Team", "red"), new RequestHeader("X-New", "n")))));
        Fx.await("told", () -> "n".equals(other.header("X-New")) && other.header("X-Other") == null);
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
        Fx.run(() -> servers.keep(null, new ServerForm(address(other.url()), "", null,
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
        assertThat(rows()).doesNotContain("run_b");
    }

    @ParameterizedTest
    @CsvSource({"10, true", "40, false"})
    void thatACertificateExpiresIsSaidTwoWeeksAhead(int days, boolean said) throws Exception {
        Path file = Keytool.keys(keys, "own", "for tests", "EC", days);
        openBoth();
        Fx.run(() -> servers.keep(address(other.url()), new ServerForm(address(other.url()), "Ours", null,
                new ServerAccess(null, null, file.toString(), null, new AccessSecrets(null, "for tests", List.of())))));
        if (said) {
            awaitText("#bannerText", "Ours: your certificate for it expires");
            picture("certificate-expires", stage);
        } else {
            Fx.await("read", () -> workspace.server(address(other.url())).orElseThrow().certificate()
                    .soon(Instant.now().plusSeconds(30L * 86_400)).isPresent());
            assertThat(visible("#banner")).isFalse();
        }
    }
}
