package dev.jobglass.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {
    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("deep").resolve("settings.json");
    }

    private SettingsFile open() {
        return new SettingsFile(file().getParent());
    }

    @Test
    void aNewPersonHasDefaults() {
        try (SettingsFile store = open()) {
            assertThat(store.get()).isEqualTo(Settings.DEFAULT);
            assertThat(store.get().polling().discoverySeconds()).isEqualTo(5);
            assertThat(store.get().polling().maxInFlight()).isEqualTo(16);
            assertThat(store.get().polling().discovery()).isTrue();
        }
        assertThat(file()).doesNotExist();
    }

    @Test
    void everythingComesBack() {
        Settings changed = Settings.DEFAULT
                .withLook(look -> look.with(Theme.DARK).withTextSize(150).withLanguage("de")
                        .withLayout(new WindowSettings(1, 2, 1000, 700, true), Map.of("job", 222.0),
                                List.of("created")))
                .withPolling(polling -> polling.withDiscovery(false).withStalledMinutes(9))
                .withNotifications(told -> told.with(NotificationKind.STALLED, true).withQuiet("22:00", "06:30")
                        .withMutedAgents(Set.of("recipe:news"), true))
                .withServer("http://a", server -> server.withKey("k").withLooked().withLists(List.of("x"), Set.of("y"))
                        .withMoreDismissed(Set.of("z")));
        try (SettingsFile store = open()) {
            store.update(_ -> changed);
        }
        try (SettingsFile store = open()) {
            assertThat(store.get()).isEqualTo(changed);
            assertThat(store.get().server("http://a").key()).isEqualTo("k");
        }
    }

    @Test
    void whatIsDismissedKeepsItsOrder() {
        List<String> ids = List.of("z", "a", "m");
        try (SettingsFile store = open()) {
            store.update(now -> now.withServer("http://a", server -> server.withMoreDismissed(ids)));
        }
        try (SettingsFile store = open()) {
            assertThat(store.get().server("http://a").dismissed()).containsExactlyElementsOf(ids);
        }
    }

    @Test
    void twoWindowsLoseNothingOfEachOther() {
        try (SettingsFile one = open(); SettingsFile other = open()) {
            one.update(now -> now.withServer("http://a", server -> server.withName("A")));
            one.write();
            other.update(now -> now.withLook(look -> look.with(Theme.LIGHT)));
            other.update(now -> now.withServer("http://b", server -> server.withName("B")));
            other.write();
            assertThat(other.get().server("http://a").name()).isEqualTo("A");
        }
        try (SettingsFile store = open()) {
            assertThat(store.get().servers()).extracting(ServerSettings::name).containsExactly("A", "B");
            assertThat(store.get().look().theme()).isEqualTo(Theme.LIGHT);
        }
    }

    @Test
    void whatTwoWindowsDismissIsDismissedForBoth() {
        try (SettingsFile one = open(); SettingsFile other = open()) {
            one.update(now -> now.withServer("http://a", server -> server.withMoreDismissed(List.of("x"))));
            one.write();
            other.update(now -> now.withServer("http://a", server -> server.withMoreDismissed(List.of("y"))));
            other.write();
            assertThat(other.get().server("http://a").dismissed()).containsExactly("x", "y");
        }
    }

    @Test
    void aFileSpoiltMeanwhileCostsNothing() throws Exception {
        try (SettingsFile store = open()) {
            store.update(now -> now.withServer("http://a", server -> server.withKey("k")));
            store.write();
            Files.writeString(file(), "{ nonsense");
            Files.setLastModifiedTime(file(), FileTime.from(Instant.now().plusSeconds(5)));
            store.update(now -> now.withLook(look -> look.with(Theme.LIGHT)));
        }
        try (SettingsFile store = open()) {
            assertThat(store.get().server("http://a").key()).isEqualTo("k");
            assertThat(store.get().look().theme()).isEqualTo(Theme.LIGHT);
        }
    }

    @Test
    void ofTooManyDismissedTheOldestAreForgotten() {
        List<String> many = IntStream.range(0, 20_001).mapToObj(i -> "run_" + (30_000 - i)).toList();
        ServerSettings server = ServerSettings.unknown("http://a").withMoreDismissed(many);
        assertThat(server.dismissed()).hasSize(20_000).doesNotContain("run_30000").contains("run_29999", "run_10000");
    }

    @Test
    void onlyTheOwnerMayReadIt() throws Exception {
        try (SettingsFile store = open()) {
            store.update(settings -> settings.withLook(look -> look.with(Theme.LIGHT)));
        }
        if (file().getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file()))).isEqualTo("rw-------");
        }
    }

    @Test
    void writesWithoutBeingClosed() throws Exception {
        try (SettingsFile store = open()) {
            store.update(settings -> settings.withLook(look -> look.with(Theme.LIGHT)));
            org.testfx.util.WaitForAsyncUtils.waitFor(20, java.util.concurrent.TimeUnit.SECONDS,
                    () -> Files.exists(file()) && Files.readString(file()).contains("LIGHT"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{\"theme\":\"PURPLE\"}", "{\"servers\":7}", "\u0000\u0001"})
    void anUnreadableFileIsKeptAndSaid(String content) throws Exception {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), content);
        try (SettingsFile store = open()) {
            assertThat(store.get()).isEqualTo(Settings.DEFAULT);
            assertThat(store.setAsideFile()).hasValue(file().resolveSibling("settings.json.bad"));
        }
        assertThat(file().resolveSibling("settings.json.bad")).hasContent(content);
    }

    @Test
    void nonsenseInSingleFieldsBecomesTheDefault() throws Exception {
        Files.createDirectories(file().getParent());
        Files.writeString(file(),
                """
                        {"theme": "dark", "maxInFlight": -3, "answerSeconds": 0, "laterVersion": {}, "servers": [{"url": null}]}""");
        try (SettingsFile store = open()) {
            assertThat(store.setAsideFile()).isEmpty();
            assertThat(store.get().look().theme()).isEqualTo(Theme.DARK);
            assertThat(store.get().polling().maxInFlight()).isEqualTo(16);
            assertThat(store.get().polling().answerSeconds()).isEqualTo(30);
        }
    }

    @Test
    void theServerLastUsedComesFirst() {
        Settings settings = Settings.DEFAULT.withServer("http://a", kept -> kept).withServer("http://b", kept -> kept)
                .withServer("http://a", kept -> kept);

        assertThat(settings.servers()).extracting(ServerSettings::url).containsExactly("http://a", "http://b");
    }

    @Test
    void theKeyIsInNoText() {
        assertThat(ServerSettings.unknown("http://a").withKey("s3cret").toString()).doesNotContain("s3cret");
    }
}
