package dev.jobglass.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.ServerAddress;
import dev.jobglass.history.History;
import dev.jobglass.settings.KeyStore;
import dev.jobglass.settings.ServerSettings;
import dev.jobglass.settings.SettingsFile;
import dev.jobglass.testing.Fx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two windows, each with the settings as it read them, that watch one server. */
class TwoWindowsTest {
    private static final ServerAddress SERVER = ServerAddress.DEFAULT;

    @TempDir
    Path folder;

    private MonitoredServer monitored(SettingsFile file, History history) {
        var startup = new StartupServers(new StartupArguments(List.of(SERVER.toString()), null, null, null, true),
                file.settings());
        return new MonitoredServerFactory(startup, file.settings(), history, InstantSource.system())
                .monitored(SERVER);
    }

    @Test
    void neitherUndoesWhatTheOtherAddedOrRemoved() throws Exception {
        try (SettingsFile before = Fx.call(() -> new SettingsFile(folder, KeyStore.none()))) {
            Fx.run(() -> {
                ServerSettings server = before.settings().server(SERVER);
                server.watched().add("both");
                server.removed().add("away");
            });
        }
        try (History history = new History(folder.resolve("history.db"), Duration.ofDays(1))) {
            SettingsFile here = Fx.call(() -> new SettingsFile(folder, KeyStore.none()));
            SettingsFile there = Fx.call(() -> new SettingsFile(folder, KeyStore.none()));
            Fx.run(() -> {
                try (MonitoredServer one = monitored(here, history);
                        MonitoredServer other = monitored(there, history)) {
                    one.watch(Set.of("a", "both"));
                    other.watch(Set.of("b", "c", "away"));
                    other.remove(List.of(other.board().job("c").orElseThrow()));
                }
            });
            there.close();
            here.close();
        }
        try (SettingsFile file = Fx.call(() -> new SettingsFile(folder, KeyStore.none()))) {
            ServerSettings kept = file.settings().server(SERVER);
            assertThat(kept.watched()).containsExactlyInAnyOrder("a", "b", "both", "away");
            assertThat(kept.removed()).containsExactly("c");
        }
    }
}
