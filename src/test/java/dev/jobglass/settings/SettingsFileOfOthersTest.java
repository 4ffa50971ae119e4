package dev.jobglass.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.ServerAddress;
import dev.jobglass.testing.Fx;
import dev.jobglass.testing.Servers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of settings that others write too: another window, a later version, the user. */
class SettingsFileOfOthersTest {
    private static final ServerAddress A = Servers.address("a");
    private static final ServerAddress B = Servers.address("b");

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("settings.json");
    }

    private SettingsFile open() {
        return new SettingsFile(folder, KeyStore.none());
    }

    private Settings reread() {
        try (SettingsFile store = open()) {
            return store.settings();
        }
    }

    @Test
    void twoWindowsLoseNothingOfEachOther() throws Exception {
        try (SettingsFile store = open()) {
            Fx.run(() -> store.settings().server(A).watched().addAll(List.of("run_1", "run_2")));
        }
        try (SettingsFile one = open(); SettingsFile other = open()) {
            Fx.run(() -> {
                one.settings().server(A).watched().add("of_one");
                one.settings().server(A).removed().add("removed_by_one");
                one.settings().server(A).nameProperty().set("A");
                one.settings().server(A).dismiss(List.of("x"));
            });
            Fx.await("written", () -> Files.readString(file()).contains("of_one"));
            Fx.run(() -> {
                other.settings().server(A).watched().remove("run_1");
                other.settings().server(A).watched().add("of_other");
                other.settings().server(A).removed().add("removed_by_other");
                other.settings().server(A).dismiss(List.of("y"));
                other.settings().server(B).nameProperty().set("B");
                other.settings().look().themeProperty().set(Theme.LIGHT);
            });
            Fx.await("seen in the other window too",
                    () -> other.settings().server(A).nameProperty().get().equals("A"));
        }
        Settings read = reread();
        assertThat(read.servers()).extracting(server -> server.nameProperty().get()).containsExactly("A", "B");
        assertThat(read.server(A).watched()).containsExactlyInAnyOrder("run_2", "of_one", "of_other");
        assertThat(read.server(A).removed()).containsExactlyInAnyOrder("removed_by_one", "removed_by_other");
        assertThat(read.server(A).dismissed()).containsExactlyInAnyOrder("x", "y");
        assertThat(read.look().themeProperty().get()).isEqualTo(Theme.LIGHT);
    }

    @Test
    void whatOneWindowChangesIsSeenInTheOtherThoughNothingChangesThere() throws Exception {
        try (SettingsFile one = open(); SettingsFile other = open()) {
            Fx.run(() -> {
                one.settings().server(A).dismiss(List.of("x"));
                one.settings().look().hiddenColumns().add("elapsed");
            });
            Fx.await("seen", () -> other.settings().server(A).dismissed().contains("x")
                    && other.settings().look().hiddenColumns().contains("elapsed"));
        }
    }

    @Test
    void whatOnlyALaterVersionKnowsStaysHoweverOftenItIsWritten() throws Exception {
        Files.createDirectories(file().getParent());
        Files.writeString(file(),
                "{\"later\": {\"shape\": \"round\"}, \"servers\": [{\"url\": \"http://a\", \"later\": 1}]}");
        try (SettingsFile store = open()) {
            for (Theme theme : List.of(Theme.LIGHT, Theme.HIGH_CONTRAST, Theme.DARK)) {
                Fx.run(() -> store.settings().look().themeProperty().set(theme));
                Fx.await("written", () -> Files.readString(file()).contains(theme.name()));
            }
        }
        assertThat(Files.readString(file())).contains("round").containsPattern("\"later\" : 1");
    }

    @Test
    void aFileSpoiltMeanwhileCostsNothing() throws Exception {
        try (SettingsFile store = open()) {
            Fx.run(() -> store.settings().server(A).keyProperty().set("k"));
            Fx.await("written", () -> Files.exists(file()));
            Files.writeString(file(), "{ nonsense");
            Fx.run(() -> store.settings().look().themeProperty().set(Theme.LIGHT));
        }
        assertThat(reread().server(A).keyProperty().get()).isEqualTo("k");
        assertThat(reread().look().themeProperty().get()).isEqualTo(Theme.LIGHT);
    }
}
