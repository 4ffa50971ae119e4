package dev.jobglass.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.ServerAddress;
import dev.jobglass.history.History;
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
    private static final String URL = "http://127.0.0.1:9";

    @TempDir
    Path folder;

    private MonitoredServer watching(SettingsFile settings, History history) throws Exception {
        ServerAddress address = ServerAddress.parse(URL);
        var choice = new StartupServers(new StartupArguments(List.of(URL), null, null, null), settings);
        return new MonitoredServerFactory(choice, settings, history, InstantSource.system()).watching(address);
    }

    @Test
    void neitherUndoesWhatTheOtherAddedOrTookOff() throws Exception {
        try (History history = new History(folder.resolve("history.db"), Duration.ofDays(1));
                SettingsFile settings = new SettingsFile(folder)) {
            settings.updateServer(URL, known -> known.withLists(List.of("both"), Set.of("away")));
            settings.write();
            SettingsFile others = new SettingsFile(folder);
            Fx.run(() -> {
                try (MonitoredServer one = watching(settings, history);
                        MonitoredServer other = watching(others, history)) {
                    one.watch(Set.of("a", "both"));
                    other.watch(Set.of("b", "c", "away"));
                    other.remove(List.of(other.board().job("c").orElseThrow()));
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            });
            others.close();
            settings.write();

            ServerSettings kept = new SettingsFile(folder).get().server(URL);
            assertThat(kept.watched()).containsExactlyInAnyOrder("a", "b", "both", "away");
            assertThat(kept.removed()).containsExactly("c");
        }
    }
}
