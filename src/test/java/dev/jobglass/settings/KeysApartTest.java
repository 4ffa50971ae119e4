package dev.jobglass.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.ServerAddress;
import dev.jobglass.testing.Fx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Keys that are kept apart from the settings' file, whatever becomes of the keyring. */
class KeysApartTest extends KeysApartFixture {
    private static final SecretName KEY_A = new SecretName(A, SecretName.Kind.KEY);
    private static final SecretName KEY_B = new SecretName(B, SecretName.Kind.KEY);

    private String key(ServerAddress server) throws Exception {
        try (SettingsFile file = open()) {
            return Fx.call(() -> file.settings().server(server).keyProperty().get());
        }
    }

    @Test
    void aKeyIsInTheKeyringAndNotInTheFile() throws Exception {
        change(settings -> {
            settings.server(A).keyProperty().set("secret of a");
            settings.server(B).nameProperty().set("has none");
        });
        assertThat(ring.kept).isEqualTo(Map.of(KEY_A, "secret of a"));
        assertThat(text()).doesNotContain("secret of a").contains("\"keyring\" : true");
        assertThat(key(A)).isEqualTo("secret of a");
        assertThat(key(B)).isNull();
        assertThat(KnownServer.read(folder, ring)).extracting(KnownServer::key).containsExactly("secret of a", null);
    }

    @Test
    void keysThatStandInTheFileMoveOver() throws Exception {
        ring.there = false;
        change(settings -> settings.server(A).keyProperty().set("secret of a"));
        assertThat(text()).contains("secret of a");
        ring.there = true;
        try (SettingsFile file = open()) {
            Fx.await("moved", () -> !text().contains("secret of a"));
            Fx.await("known", () -> file.settings().keysApartProperty().get());
            assertThat(Fx.call(() -> file.settings().server(A).keyProperty().get())).isEqualTo("secret of a");
        }
        assertThat(key(A)).isEqualTo("secret of a");
    }

    @Test
    void whatCannotBeKeptApartOrNotBeReadAgainStaysInTheFile() throws Exception {
        ring.forgetful = true;
        change(settings -> settings.server(A).keyProperty().set("secret of a"));
        assertThat(text()).contains("secret of a").doesNotContain("keyring");
        ring.forgetful = false;
        ring.locked = true;
        change(settings -> settings.server(B).keyProperty().set("secret of b"));
        assertThat(key(A)).isEqualTo("secret of a");
        assertThat(key(B)).isEqualTo("secret of b");
    }

    @Test
    void thatTheKeyringDoesNotTakeAKeyIsSaid() throws Exception {
        List<Path> said = new CopyOnWriteArrayList<>();
        try (SettingsFile file = open()) {
            file.onSecretInFile(said::add);
            Fx.await("a keyring is there", () -> file.settings().keysApartProperty().get());
            ring.locked = true;
            Fx.run(() -> file.settings().server(A).keyProperty().set("secret of a"));
            Fx.await("said", () -> said.equals(List.of(folder.resolve("settings.json"))));
            assertThat(Fx.call(() -> file.settings().keysApartProperty().get())).isFalse();
        }
        assertThat(text()).contains("secret of a");
    }

    @Test
    void oneThatRefusesIsNotAskedAtEachChange() throws Exception {
        ring.locked = true;
        try (SettingsFile file = open()) {
            Fx.run(() -> file.settings().server(A).keyProperty().set("secret of a"));
            Fx.await("written", () -> Files.exists(folder.resolve("settings.json")));
            Fx.run(() -> file.settings().look().themeProperty().set(Theme.LIGHT));
            Fx.await("written", () -> text().contains("LIGHT"));
        }
        assertThat(ring.tries).isLessThanOrEqualTo(2); // at the start, and once
    }

    @Test
    void aLockedKeyIsNeverLost() throws Exception {
        change(settings -> settings.server(A).keyProperty().set("secret of a"));
        ring.locked = true;
        List<ServerSettings> found = new CopyOnWriteArrayList<>();
        try (SettingsFile file = open()) {
            ServerSettings server = Fx.call(() -> file.settings().server(A));
            assertThat(Fx.call(() -> server.keyProperty().get())).isNull();
            assertThat(Fx.call(() -> server.keyElsewhereProperty().get())).isTrue();
            Fx.run(() -> file.settings().look().themeProperty().set(Theme.LIGHT));
            Fx.await("written", () -> text().contains("LIGHT"));
            assertThat(text()).contains("\"keyring\" : true");
            Fx.run(() -> new UnreadKeys(file.settings(), ring).ask(found::add));
            Fx.await("found", () -> found.contains(server));
            assertThat(Fx.call(() -> server.keyProperty().get())).isEqualTo("secret of a");
            ring.locked = false;
        }
        assertThat(ring.kept).isEqualTo(Map.of(KEY_A, "secret of a"));
        assertThat(text()).doesNotContain("secret of a");
        assertThat(key(A)).isEqualTo("secret of a");
    }

    @Test
    void withoutTheKeyringAnotherKeyCanBeGiven() throws Exception {
        change(settings -> settings.server(A).keyProperty().set("secret of a"));
        ring.there = false;
        change(settings -> settings.server(A).keyProperty().set("newer"));
        assertThat(key(A)).isEqualTo("newer");
        ring.there = true;
        try (SettingsFile _ = open()) {
            Fx.await("moved", () -> "newer".equals(ring.kept.get(KEY_A)) && !text().contains("newer"));
        }
    }

    @Test
    void whoeverForgetsAServerForgetsItsKey() throws Exception {
        change(settings -> {
            settings.server(A).keyProperty().set("secret of a");
            settings.server(B).keyProperty().set("secret of b");
        });
        change(settings -> settings.servers().removeIf(server -> server.address().equals(A)));
        assertThat(ring.kept).isEqualTo(Map.of(KEY_B, "secret of b"));
    }

    @Test
    void aSecondWindowTakesNoKeyAway() throws Exception {
        change(settings -> settings.server(A).keyProperty().set("secret of a"));
        try (SettingsFile one = open(); SettingsFile other = open()) {
            Fx.run(() -> one.settings().look().themeProperty().set(Theme.LIGHT));
            Fx.await("written", () -> text().contains("LIGHT"));
            Fx.run(() -> other.settings().server(B).keyProperty().set("secret of b"));
            Fx.await("both", () -> ring.kept.size() == 2 && text().contains("//b"));
            Fx.await("seen in the other", () -> other.settings().look().themeProperty().get() == Theme.LIGHT);
            Fx.run(() -> one.settings().look().themeProperty().set(Theme.DARK));
            Fx.await("seen in the one", () -> one.settings().known(B).isPresent());
            assertThat(Fx.call(() -> one.settings().server(A).keyProperty().get())).isEqualTo("secret of a");
            assertThat(Fx.call(() -> one.settings().server(B).keyProperty().get())).isEqualTo("secret of b");
            assertThat(Fx.call(() -> other.settings().server(A).keyProperty().get())).isEqualTo("secret of a");
        }
        assertThat(text()).doesNotContain("secret");
    }

    @Test
    void aNewerKeyOfTheOtherWindowIsSeenAndNotTakenAway() throws Exception {
        change(settings -> settings.server(A).keyProperty().set("old"));
        try (SettingsFile one = open(); SettingsFile other = open()) {
            Fx.run(() -> other.settings().server(A).keyProperty().set("newer"));
            Fx.await("kept", () -> "newer".equals(ring.kept.get(KEY_A)));
            Fx.run(() -> one.settings().look().themeProperty().set(Theme.LIGHT));
            Fx.await("seen", () -> "newer".equals(one.settings().server(A).keyProperty().get()));
        }
        try (SettingsFile one = open()) {
            Fx.run(() -> one.settings().look().themeProperty().set(Theme.DARK));
            Fx.await("written", () -> text().contains("DARK"));
            ring.kept.put(KEY_A, "by somebody else");
            Fx.run(() -> one.settings().servers().clear());
        }
        assertThat(ring.kept).as("not this window's to take away").isEqualTo(Map.of(KEY_A, "by somebody else"));
    }

    @Test
    void aKeyringThatIsLockedMeanwhileTakesNoKeyAway() throws Exception {
        change(settings -> settings.server(A).keyProperty().set("secret of a"));
        try (SettingsFile one = open(); SettingsFile other = open()) {
            ring.locked = true;
            Fx.run(() -> other.settings().look().themeProperty().set(Theme.LIGHT));
            Fx.await("written", () -> text().contains("LIGHT"));
            Fx.run(() -> one.settings().look().textSizeProperty().set(150));
            Fx.await("seen", () -> one.settings().look().themeProperty().get() == Theme.LIGHT);
            assertThat(Fx.call(() -> one.settings().server(A).keyProperty().get())).isEqualTo("secret of a");
        }
        assertThat(text()).doesNotContain("secret of a");
    }

    @Test
    void aKeyIsForgottenOnlyOnceTheFileSaysSo() throws Exception {
        change(settings -> settings.server(A).keyProperty().set("secret of a"));
        Files.createDirectories(folder.resolve("settings.json.tmp").resolve("in the way"));
        change(settings -> settings.servers().clear()); // cannot be written
        assertThat(ring.kept).isEqualTo(Map.of(KEY_A, "secret of a"));
        assertThat(key(A)).isEqualTo("secret of a");
    }

    @Test
    void oneThatDoesNotAnswerIsAskedOnceAtTheStart() throws Exception {
        change(settings -> {
            settings.server(A).keyProperty().set("secret of a");
            settings.server(B).keyProperty().set("secret of b");
        });
        ring.there = false;
        ring.finds = 0;
        KnownServer.read(folder, ring);
        assertThat(ring.finds).isOne();
        ring.there = true;
        try (SettingsFile file = open()) {
            ring.finds = 0;
            Fx.run(() -> file.settings().look().themeProperty().set(Theme.LIGHT));
            Fx.await("written", () -> text().contains("LIGHT"));
            Fx.run(() -> file.settings().look().themeProperty().set(Theme.DARK));
            Fx.await("written", () -> text().contains("DARK"));
        }
        assertThat(ring.finds).as("nobody else wrote").isLessThanOrEqualTo(2);
    }

    @Test
    void whatIsKeptForOneAddressIsNotSaidToBeForAnother() {
        ServerSettings server = new ServerSettings(A);
        server.keyElsewhereProperty().set(true);
        assertThat(server.at(B).keyElsewhereProperty().get()).isNull();
        assertThat(server.at(A).keyElsewhereProperty().get()).isTrue();
    }

    @Test
    void aFileThatIsSpoiltForgetsNothing() throws Exception {
        change(settings -> settings.server(A).keyProperty().set("secret of a"));
        Files.writeString(folder.resolve("settings.json"), "{ nonsense");
        change(settings -> settings.look().themeProperty().set(Theme.LIGHT));
        assertThat(ring.kept).isEqualTo(Map.of(KEY_A, "secret of a"));
    }
}
