package dev.jobglass.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.JobKey;
import dev.jobglass.api.ServerAddress;
import dev.jobglass.settings.KeyStore;
import dev.jobglass.testing.Fx;
import dev.jobglass.testing.Servers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.util.WaitForAsyncUtils;

class SettingsFileTest {
    private static final ServerAddress A = Servers.address("a");
    private static final ServerAddress B = Servers.address("b");

    @TempDir
    private Path folder;

    private KeyStore keys = KeyStore.none();

    private Path file() {
        return folder.resolve("deep").resolve("settings.json");
    }

    private SettingsFile open() {
        return new SettingsFile(file().getParent(), keys);
    }

    private Settings written(Consumer<Settings> change) throws Exception {
        try (SettingsFile store = open()) {
            Fx.run(() -> change.accept(store.settings()));
        }
        return reread();
    }

    private Settings reread() {
        try (SettingsFile store = open()) {
            return store.settings();
        }
    }

    private void write(String content) throws Exception {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), content);
    }

    @Test
    void aNewUserHasDefaults() {
        Settings settings = reread();
        assertThat(settings.polling().discoverySecondsProperty().get()).isEqualTo(5);
        assertThat(settings.polling().maxInFlightProperty().get()).isEqualTo(16);
        assertThat(settings.polling().discoveryProperty().get()).isTrue();
        assertThat(settings.notifications().kinds()).containsExactlyInAnyOrder(NotificationKind.FAILED,
                NotificationKind.SERVER_LOST, NotificationKind.SERVER_BACK, NotificationKind.CLOCK_DIFFERS);
        assertThat(file()).doesNotExist();
    }

    @Test
    void everythingComesBack() throws Exception {
        Settings[] changed = new Settings[1];
        Settings read = written(settings -> {
            changed[0] = settings;
            settings.look().themeProperty().set(Theme.DARK);
            settings.look().textSizeProperty().set(150);
            settings.look().languageProperty().set("de");
            settings.look().windowProperty().set(new WindowSettings(1, 2, 1000, 700, true));
            settings.look().columnsProperty().set(Map.of("job", 222.0));
            settings.look().hiddenColumns().add("created");
            settings.look().rows().groupingProperty().set(Grouping.AGENT);
            settings.polling().discoveryProperty().set(false);
            settings.polling().stalledMinutesProperty().set(9);
            settings.notifications().kinds().add(NotificationKind.STALLED);
            settings.notifications().quietFromProperty().set("22:00");
            settings.notifications().mutedAgents().add("recipe:news");
            settings.notifications().mutedJobs().add(new JobKey(A, "run_1"));
            settings.notifications().mutedServers().add(B);
            settings.historyDaysProperty().set(7);
            ServerSettings server = settings.server(A);
            server.keyProperty().set("k");
            server.lookedProperty().set(true);
            server.watched().add("x");
            server.removed().add("y");
            server.dismiss(List.of("z"));
        });
        assertThat(read.written()).isEqualTo(changed[0].written());
        assertThat(read.server(A).keyProperty().get()).isEqualTo("k");
        assertThat(read.look().windowProperty().get().width()).isEqualTo(1000);
    }

    @Test
    void itMayBeClosedTwice() throws Exception {
        SettingsFile store = open();
        Fx.run(() -> store.settings().look().themeProperty().set(Theme.LIGHT));
        store.close();
        store.close(); // as when the process is told to end while it ends
        assertThat(reread().look().themeProperty().get()).isEqualTo(Theme.LIGHT);
    }

    @Test
    void whatIsDismissedKeepsItsOrder() throws Exception {
        List<String> ids = List.of("z", "a", "m");
        assertThat(written(settings -> settings.server(A).dismiss(ids)).server(A).dismissed())
                .containsExactlyElementsOf(ids);
    }

    @Test
    void aServerOfWhichNothingIsKeptIsNotInTheFile() throws Exception {
        assertThat(written(settings -> settings.server(A)).servers()).isEmpty();
    }

    @Test
    void whatIsReadOnceMoreIsNoChange() {
        Settings settings = new Settings();
        settings.polling().finishedKeptProperty().set(4_321);
        settings.server(A).nameProperty().set("A");
        AtomicInteger changes = new AtomicInteger();
        settings.onAnyChange(changes::incrementAndGet);

        settings.read(settings.written(), _ -> {
        });

        assertThat(changes).hasValue(0);
    }

    @Test
    void ofTooManyDismissedTheOldestAreForgotten() {
        ServerSettings server = new ServerSettings(A);
        server.dismiss(IntStream.range(0, 20_001).mapToObj(i -> "run_" + (30_000 - i)).toList());
        assertThat(server.dismissed()).hasSize(20_000).doesNotContain("run_30000").contains("run_29999", "run_10000");
    }

    @Test
    void onlyTheOwnerMayReadIt() throws Exception {
        written(settings -> settings.look().themeProperty().set(Theme.LIGHT));
        if (file().getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file()))).isEqualTo("rw-------");
        }
    }

    @Test
    void writesWithoutBeingClosed() throws Exception {
        try (SettingsFile store = open()) {
            Fx.run(() -> store.settings().look().themeProperty().set(Theme.LIGHT));
            Fx.await("written", () -> Files.exists(file()) && Files.readString(file()).contains("LIGHT"));
        }
    }

    @Test
    void aLinkStaysOne() throws Exception {
        write("{}");
        Path real = folder.resolve("real.json");
        Files.move(file(), real);
        Files.createSymbolicLink(file(), real);
        written(settings -> settings.look().themeProperty().set(Theme.LIGHT));
        assertThat(file()).isSymbolicLink();
        assertThat(Files.readString(real)).contains("LIGHT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "7", "\u0000\u0001"})
    void aFileThatMakesNoSenseIsKeptAndSaid(String content) throws Exception {
        write(content);
        Files.writeString(file().resolveSibling("settings.json.bad"), "an older one");
        try (SettingsFile store = open()) {
            assertThat(store.settings().written()).isEqualTo(new Settings().written());
            assertThat(store.setAsideFile()).hasValue(file().resolveSibling("settings.json.bad2"));
        }
        assertThat(file().resolveSibling("settings.json.bad")).hasContent("an older one");
        Path kept = file().resolveSibling("settings.json.bad2");
        assertThat(kept).hasContent(content);
        if (file().getFileSystem().supportedFileAttributeViews().contains("posix")) { // there may be keys in it
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept))).isEqualTo("rw-------");
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatCannotBeReadIsLeftAsItIs() throws Exception {
        Path pipe = folder.resolve("settings.json");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        try (SettingsFile unreadable = new SettingsFile(folder, KeyStore.none())) {
            assertThat(unreadable.unreadable()).isPresent();
            assertThat(unreadable.setAsideFile()).isEmpty();
            unreadable.settings().look().textSizeProperty().set(150);
        }
        assertThat(Files.isRegularFile(pipe)).as("not written over").isFalse();
        assertThat(Files.exists(pipe)).isTrue();
    }

    @Test
    void thatTheyCannotBeWrittenIsSaidOnce() throws Exception {
        List<String> said = new CopyOnWriteArrayList<>();
        Path place = Files.writeString(folder.resolve("no-folder"), "");
        try (SettingsFile unwritable = new SettingsFile(place, KeyStore.none())) {
            unwritable.onNotWritten(said::add);
            unwritable.settings().look().textSizeProperty().set(150);
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> !said.isEmpty());
            unwritable.settings().look().textSizeProperty().set(100);
        }
        assertThat(said).hasSize(1);
    }

    @Test
    void whatCouldNotBeWrittenIsWrittenOnceItCan() throws Exception {
        Path place = Files.writeString(folder.resolve("no-folder"), "");
        AtomicReference<String> said = new AtomicReference<>();
        try (SettingsFile unwritable = new SettingsFile(place, KeyStore.none())) {
            unwritable.onNotWritten(said::set);
            Fx.run(() -> unwritable.settings().look().textSizeProperty().set(150));
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> said.get() != null);
            Files.delete(place);
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> Files.exists(place.resolve("settings.json"))
                    && Files.readString(place.resolve("settings.json")).contains("150"));
        }
    }

    @Test
    void aFileThatMakesNoSenseMeanwhileIsKeptAsideWhenItIsOverwritten() throws Exception {
        try (SettingsFile store = open()) {
            Fx.run(() -> store.settings().look().textSizeProperty().set(150));
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS,
                    () -> Files.exists(file()) && Files.readString(file()).contains("150"));
            write("{\"servers\": [ {\"url\"");
            Fx.run(() -> store.settings().look().textSizeProperty().set(125));
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> Files.readString(file()).contains("125"));
        }
        assertThat(file().resolveSibling("settings.json.bad")).hasContent("{\"servers\": [ {\"url\"");
    }

    @Test
    void oneBadValueCostsItselfOnly() throws Exception {
        write("""
                {"theme": "PINK", "textSize": 5, "maxInFlight": "lots", "answerSeconds": 0, "discovery": 7,
                 "historyDays": -1, "finishedKept": 2147483647, "columns": {"state": null, "job": 200},
                 "window": {"x": "left"}, "rows": {"grouping": "AGENT", "density": []}, "laterVersion": {"a": 1},
                 "notifications": {"kinds": [null, "STALLED", "SHOUTED"], "quietFrom": "late", "mutedJobs": 7},
                 "servers": [null, {"url": null}, {"url": "nonsense"},
                   {"url": "http://a", "key": "k", "on": "maybe", "watched": ["x", 7, null]},
                   {"url": "http://b", "name": "B"}]}""");
        try (SettingsFile store = open()) {
            Settings settings = store.settings();
            assertThat(store.setAsideFile()).isEmpty();
            assertThat(store.badValues()).contains("theme", "maxInFlight", "historyDays", "finishedKept", "servers")
                    .doesNotContain("laterVersion", "key", "name");
            assertThat(settings.look().themeProperty().get()).isEqualTo(Theme.SYSTEM);
            assertThat(settings.look().columnsProperty().get()).isEqualTo(Map.of("job", 200.0));
            assertThat(settings.look().rows().groupingProperty().get()).isEqualTo(Grouping.AGENT);
            assertThat(settings.polling().maxInFlightProperty().get()).isEqualTo(16);
            assertThat(settings.polling().answerSecondsProperty().get()).isEqualTo(30);
            assertThat(settings.historyDaysProperty().get()).isEqualTo(30);
            assertThat(settings.notifications().kinds()).containsExactly(NotificationKind.STALLED);
            assertThat(settings.servers()).extracting(ServerSettings::address).containsExactly(A, B);
            assertThat(settings.server(A).keyProperty().get()).isEqualTo("k");
            assertThat(settings.server(A).watched()).containsExactly("x");
            Fx.run(() -> settings.server(A).nameProperty().set("A"));
        }
        assertThat(Files.readString(file())).as("what is not known here stays").contains("laterVersion", "nonsense")
                .contains("PINK").contains("\"A\"");
    }

    @Test
    void jobsMutedByEarlierVersionsStayMuted() throws Exception {
        write("""
                {"servers": [{"url": "http://a", "on": true}, {"url": "http://b", "on": true}],
                 "notifications": {"mutedJobs": ["run_1"], "tellEnd": ["run_2"]}}""");
        NotificationSettings notifications = reread().notifications();
        assertThat(notifications.mutedJobs()).containsExactly(new JobKey(A, "run_1"), new JobKey(B, "run_1"));
        assertThat(notifications.tellEnd()).contains(new JobKey(B, "run_2"));
    }

    @Test
    void theKeyIsInNoText() {
        ServerSettings server = new ServerSettings(A);
        server.keyProperty().set("s3cret");
        assertThat(server.toString()).doesNotContain("s3cret");
    }
}
