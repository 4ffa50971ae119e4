package dev.jobglass.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.ServerAddress;
import dev.jobglass.desktop.Desktop;
import dev.jobglass.desktop.DesktopNotifications;
import dev.jobglass.history.History;
import dev.jobglass.model.Job;
import dev.jobglass.model.JobGroup;
import dev.jobglass.model.JobRow;
import dev.jobglass.monitor.ServerManager;
import dev.jobglass.monitor.StartupArguments;
import dev.jobglass.monitor.StartupServers;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.notifications.Channels;
import dev.jobglass.notifications.Notification;
import dev.jobglass.notifications.ToastChannel;
import dev.jobglass.settings.KeyStore;
import dev.jobglass.settings.ServerSettings;
import dev.jobglass.settings.Settings;
import dev.jobglass.settings.SettingsFile;
import dev.jobglass.settings.Theme;
import dev.jobglass.settings.UnreadKeys;
import dev.jobglass.testing.Fx;
import dev.jobglass.testing.HurriedClock;
import dev.jobglass.testing.RunsServer;
import dev.jobglass.testing.StyleWarnings;
import dev.jobglass.testing.SwiftRobot;
import dev.jobglass.ui.common.PlatformServices;
import dev.jobglass.ui.common.ThemeManager;
import dev.jobglass.ui.main.MainWindow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The whole program on the headless platform, with a server whose jobs the test moves. */
abstract class ProgramTest {
    static final Map<String, Object> SOON = Map.of("retry_after", 1);

    /** Where tests leave pictures of what they saw, for people to look at. */
    private static final Path PICTURES = Path.of("target", "pictures");

    final SwiftRobot robot = new SwiftRobot();
    @TempDir
    Path folder;
    final List<String> browsed = new CopyOnWriteArrayList<>();
    /** What the user picks when asked for a file. */
    Path toOpen;
    boolean noBrowser;
    /** How often the program was to end. */
    int quits;
    /** By which the desktop is told, where a test has one. */
    Optional<DesktopNotifications> notifications = Optional.empty();
    final FakeStatusIcon icon = new FakeStatusIcon();
    final FakeLoginEntry login = new FakeLoginEntry();
    /** How often the list is asked for; short, so that no test waits long for it. */
    int discoverySeconds = 1;
    /** What was told in the corner, by the desktop and by a sound. */
    final List<Notification> byDesktop = new CopyOnWriteArrayList<>();
    /** Whether it is this program that tells of rules outside. */
    volatile boolean outside = true;
    final List<Notification> inCorner = new CopyOnWriteArrayList<>();
    final List<Notification> sounds = new CopyOnWriteArrayList<>();
    final HurriedClock clock = new HurriedClock();
    RunsServer server;
    private StyleWarnings styles;
    SettingsFile settingsFile;
    Settings settings;
    History history;
    ServerManager servers;
    KeyStore keyring = KeyStore.none();
    ThemeManager themes;
    Workspace workspace;
    MainWindow window;
    Stage stage;

    @BeforeEach
    void serve() throws Exception {
        server = new RunsServer();
        styles = new StyleWarnings();
    }

    @AfterEach
    void closeAll() throws Exception {
        styles.close();
        closeProgram();
        server.close();
        if (!closesWindow()) {
            assertThat(styles.lines()).as("what JavaFX complains of in style sheets").isEmpty();
        }
    }

    /** {@return whether the window is closed while the program goes on: JavaFX looks for colours in its lists then} */
    boolean closesWindow() {
        return false;
    }

    void closeProgram() throws Exception {
        if (window != null) {
            Fx.run(() -> {
                window.close();
                List.copyOf(Window.getWindows()).forEach(Window::hide);
                settingsFile.close();
                history.close();
            });
            window = null;
        }
    }

    void open() throws Exception {
        open(server.url(), Set.of());
    }

    void open(String url, Set<String> ids) throws Exception {
        open(List.of(url), ids);
    }

    /** With no address the settings say which servers. */
    void open(List<String> urls, Set<String> ids) throws Exception {
        assertThat(window).as("the program, which would never be closed").isNull();
        Fx.run(() -> {
            stage = new Stage();
            settingsFile = new SettingsFile(folder, KeyStore.none());
            settings = settingsFile.settings();
            settings.polling().discoverySecondsProperty().set(discoverySeconds);
            history = new History(folder.resolve("history.db"), Duration.ofDays(30));
            servers = new ServerManager(
                    new StartupServers(new StartupArguments(urls, null, null, null, true), settings),
                    settings,
                    history, clock, new UnreadKeys(settings, keyring));
            themes = new ThemeManager(Theme.DARK, settings.look());
            window = new MainWindow(stage, settings, themes, servers, platform(), channels(),
                    new Desktop(icon, _ -> {
                    }, notifications, Optional.of(login)),
                    clock, () -> Demo.open(clock));
            workspace = servers.first();
            window.show(workspace);
            window.watch(ids);
            window.open(1280, 800);
            server.onChange(this::lookAtOnce);
        });
    }

    /** The list is asked for whenever the server's jobs have changed: else most tests wait for most of a second. */
    void lookAtOnce() {
        Platform.runLater(() -> {
            if (window != null) {
                workspace.tryNow();
            }
        });
    }

    /** Opens no browser and asks nobody where to save. */
    private PlatformServices platform() {
        return new PlatformServices("none") {
            @Override
            public void quit() {
                quits++;
            }

            @Override
            public void browse(String address, Runnable failed) {
                browsed.add(address);
                if (noBrowser) {
                    Platform.runLater(failed);
                }
            }

            @Override
            public Optional<Path> open(Window owner, String title) {
                return Optional.ofNullable(toOpen);
            }

            @Override
            public Optional<Path> saveAs(Window owner, String title, String fileName) {
                return Optional.of(folder.resolve(fileName));
            }
        };
    }

    private Channels channels() {
        ToastChannel toasts = new ToastChannel();
        toasts.shown().addListener((ListChangeListener<Notification>) change -> {
            while (change.next()) {
                inCorner.addAll(change.getAddedSubList());
            }
        });
        return new Channels(toasts, byDesktop::add, sounds::add, () -> outside);
    }

    static ServerAddress address(String url) {
        try {
            return ServerAddress.parse(url);
        } catch (ServerAddress.Malformed e) {
            throw new AssertionError(e);
        }
    }

    /** {@return what is kept about a server, which may be nothing} */
    ServerSettings kept(String url) {
        return settings.known(address(url)).orElseGet(() -> new ServerSettings(address(url)));
    }

    @SuppressWarnings("unchecked") // the only table there is
    TableView<JobRow> table() {
        return (TableView<JobRow>) stage.getScene().lookup("#jobs");
    }

    /** {@return the ids in the table, from the top} */
    List<String> rows() {
        return table().getItems().stream()
                .map(row -> row instanceof Job job ? job.id() : "[" + ((JobGroup) row).name() + "]").toList();
    }

    Job job(int row) {
        return (Job) table().getItems().get(row);
    }

    Job selected() {
        return (Job) table().getSelectionModel().getSelectedItem();
    }

    void awaitRows(String... ids) throws Exception {
        Fx.await("rows " + List.of(ids), () -> rows().equals(List.of(ids)));
    }

    /** {@return a node in any window} */
    Node node(String query) {
        return Window.getWindows().stream().map(shown -> shown.getScene().getRoot().lookup(query))
                .filter(found -> found != null).findFirst().orElse(null);
    }

    String text(String query) {
        return switch (node(query)) {
            case Labeled labeled -> labeled.getText();
            case TextInputControl input -> input.getText();
            case null, default -> null;
        };
    }

    void awaitText(String query, String part) throws Exception {
        Fx.await(query + " says " + part, () -> text(query) != null && text(query).contains(part));
    }

    boolean visible(String query) {
        Node node = node(query);
        return node != null && node.isVisible();
    }

    /** Clicks what a query or a text names; it is found on the JavaFX thread, where nothing changes meanwhile. */
    void click(String what) throws Exception {
        AtomicReference<SeenNode> seen = new AtomicReference<>();
        Fx.await("there: " + what, () -> SeenNode.of(what) != null);
        Fx.pulses(2); // its window may just be opening
        Fx.await("seen: " + what, () -> {
            seen.set(SeenNode.of(what));
            return seen.get() != null;
        });
        robot.targetWindow(seen.get().window()).clickOn(seen.get().middle()); // what is typed then goes there too
    }

    /** Rows are made anew while jobs come, so where one is must be found in one go. */
    Point2D place(String id) {
        return table().lookupAll(".table-row-cell").stream().map(TableRow.class::cast)
                .filter(row -> row.isVisible() && row.getItem() instanceof Job job && job.id().equals(id))
                .map(row -> row.localToScreen(row.getWidth() / 4, row.getHeight() / 2)).findFirst().orElse(null);
    }

    void clickRow(String id) throws Exception {
        Fx.await("painted " + id, () -> place(id) != null);
        robot.clickOn(Fx.call(() -> place(id)));
    }

    void rightClickRow(String id) throws Exception {
        Fx.await("painted " + id, () -> place(id) != null);
        robot.rightClickOn(Fx.call(() -> place(id)));
    }

    /** Leaves a picture of a window, and makes sure it is not blank. */
    void picture(String name, Window of) throws Exception {
        Fx.run(() -> {
            try {
                Files.createDirectories(PICTURES);
                Snapshot.write(of.getScene(), (int) of.getScene().getWidth(), (int) of.getScene().getHeight(),
                        PICTURES.resolve(name + ".png"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        assertThat(Files.size(PICTURES.resolve(name + ".png"))).isGreaterThan(2_000);
    }

    void someJobs() {
        server.job("run_1", "running", 40, SOON);
        server.job("run_2", "queued", 0, SOON);
        server.job("run_3", "succeeded", 100,
                Map.of("started_at", "2026-11-24T10:00:01Z", "completed_at", "2026-11-24T10:01:11Z"));
        server.failed("run_4", "It broke");
    }

    static String clipboard() throws Exception {
        return Fx.call(() -> Clipboard.getSystemClipboard().getString());
    }
}
