package dev.jobglass.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets in a desktop's keyring, over a real bus. */
class KeyringTest extends BusTest {
    private static final String SERVER = "https://jobs.example.org";

    private Keyring keyring;

    @BeforeEach
    void open() throws Exception {
        keyring = new SecretServiceKeyring(bus, "/home/me");
    }

    private FakeSecrets secrets() throws Exception {
        return new FakeSecrets(daemon.connect());
    }

    @Test
    void whatIsKeptIsFoundByItsServerOnly() throws Exception {
        secrets();
        keyring.keep(SERVER, "Jobglass", "säcret");
        keyring.keep("http://other", "Jobglass", "another");
        keyring.keep(SERVER, "Jobglass", "newer");

        assertThat(keyring.there()).isTrue();
        assertThat(keyring.find(SERVER, false)).contains("newer");
        assertThat(keyring.find("http://jobs.example.org", false)).isEmpty();
        assertThat(new SecretServiceKeyring(bus, "/home/other").find(SERVER, false)).as("of other settings").isEmpty();
        keyring.forget(SERVER);
        assertThat(keyring.find(SERVER, false)).isEmpty();
        assertThat(keyring.find("http://other", false)).contains("another");
    }

    @Test
    void aLockedOneIsUnlockedByTheUserWhenAsked() throws Exception {
        FakeSecrets secrets = secrets();
        keyring.keep(SERVER, "Jobglass", "secret");
        secrets.locked = true;

        assertThat(keyring.there()).isFalse();
        assertThatThrownBy(() -> keyring.find(SERVER, false)).isInstanceOf(Keyring.Locked.class);
        assertThatThrownBy(() -> keyring.keep(SERVER, "Jobglass", "newer")).isInstanceOf(Keyring.Locked.class);
        assertThat(secrets.asked).isZero();
        secrets.refused = true;
        assertThatThrownBy(() -> keyring.find(SERVER, true)).isInstanceOf(Keyring.Locked.class);
        secrets.refused = false;
        assertThat(keyring.find(SERVER, true)).contains("secret");
        assertThat(secrets.asked).isEqualTo(2);
    }

    @Test
    void whereThereIsNoneThatIsSaid() {
        assertThat(keyring.there()).isFalse();
        assertThatThrownBy(() -> keyring.find(SERVER, true)).isInstanceOf(IOException.class)
                .isNotInstanceOf(Keyring.Locked.class);
        assertThat(new SecretServiceKeyring(MessageBus.open(null), "").there()).isFalse();
    }

    /** That of GNOME, where it is installed. */
    @Test
    void aRealOneKeepsAndForgets(@TempDir Path home) throws Exception {
        Path program = Path.of("/usr/bin/gnome-keyring-daemon");
        assumeTrue(Files.isExecutable(program));
        ProcessBuilder starting = new ProcessBuilder(program.toString(), "--foreground", "--unlock",
                "--components=secrets", "--control-directory=" + home.resolve("control"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        starting.environment().putAll(Map.of("DBUS_SESSION_BUS_ADDRESS", daemon.address(), "HOME", home.toString(),
                "XDG_RUNTIME_DIR", home.toString(), "XDG_DATA_HOME", home.resolve("data").toString()));
        Process process = starting.start();
        try {
            process.getOutputStream().write("a password".getBytes());
            process.getOutputStream().close();
            TestBus.until("there", keyring::there);

            keyring.keep(SERVER, "Jobglass: jobs", "säcret");
            keyring.keep(SERVER, "Jobglass: jobs", "newer");

            assertThat(keyring.find(SERVER, false)).contains("newer");
            assertThat(keyring.find("https://other", false)).isEmpty();
            keyring.forget(SERVER);
            assertThat(keyring.find(SERVER, false)).isEmpty();
        } finally {
            process.destroy();
            process.waitFor();
        }
    }
}
