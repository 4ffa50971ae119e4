package dev.jobglass.ui.main;

import dev.jobglass.api.ApiKey;
import dev.jobglass.model.Job;
import dev.jobglass.monitor.MonitoredServer;
import dev.jobglass.monitor.ServerManager;
import dev.jobglass.monitor.UiClock;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.notifications.Channels;
import dev.jobglass.notifications.Notifier;
import dev.jobglass.settings.NotificationSettings;
import dev.jobglass.settings.RowSettings;
import dev.jobglass.settings.Settings;
import dev.jobglass.settings.SettingsFile;
import dev.jobglass.settings.Theme;
import dev.jobglass.text.JobIdParser;
import dev.jobglass.ui.common.Background;
import dev.jobglass.ui.common.DashboardActions;
import dev.jobglass.ui.common.PlatformServices;
import dev.jobglass.ui.common.ThemeManager;
import dev.jobglass.ui.common.Views;
import dev.jobglass.ui.details.DetailsController;
import dev.jobglass.ui.failures.FailureWindow;
import dev.jobglass.ui.history.HistoryWindow;
import dev.jobglass.ui.jobs.JobActionDialogs;
import dev.jobglass.ui.servers.TroubleDialogs;
import dev.jobglass.ui.settings.SettingsWindow;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;

/** The main window: shows one workspace after another. JavaFX thread only. */
public final class MainWindow implements DashboardActions {
    private static final System.Logger LOG = System.getLogger(MainWindow.class.getName());

    private final Stage stage;
    /** The dashboard, and while it is shown the watch screen above it. */
    private final StackPane root = new StackPane();
    /** Of the usual size, for without one JavaFX would first ask everything in it for the size it prefers. */
    private final Scene scene = new Scene(root, WindowLayout.WIDTH, WindowLayout.HEIGHT);
    private final SettingsFile settings;
    private final ThemeManager appearance;
    private final ServerManager servers;
    private final PlatformServices desktop;
    private final WindowLayout layout;
    private final WatchScreenMode wall;
    private final DeferredDialogs notices;
    private final PauseTransition askAnew = new PauseTransition(Duration.seconds(1));
    private final Channels channels;
    private final Supplier<Workspace> demo;
    private Workspace workspace;
    private TitleBadge badge;
    private UiClock now;
    private DashboardController dashboard;
    private DetailsController details;
    private Background background;
    private Notifier notifier;
    private FailureWindow failures;
    private HistoryWindow history;
    private SettingsWindow settingsWindow;

    /**
     * Prepares the window; {@link #show} gives it something to show.
     *
     * @param servers knows them and has them watched
     * @param desktop what lies around the program
     * @param channels how to tell the user of something
     * @param demo opens the built-in demo
     */
    public MainWindow(Stage stage, SettingsFile settings, ThemeManager appearance, ServerManager servers,
            PlatformServices desktop, Channels channels, Supplier<Workspace> demo) {
        this.channels = channels;
        this.demo = demo;
        this.stage = stage;
        this.desktop = desktop;
        this.settings = settings;
        this.appearance = appearance;
        this.servers = servers;
        servers.shownBy(this::show);
        this.layout = new WindowLayout(stage, settings);
        Bindings.bindContent(scene.getStylesheets(), appearance.stylesheets());
        askAnew.setOnFinished(_ -> servers.askAnew());
        stage.setScene(scene);
        wall = new WatchScreenMode(stage, scene, root);
        notices = new DeferredDialogs(wall.shownProperty());
        stage.getIcons().setAll(appearance.icons());
    }

    /** Opens where it was closed, or, with a number from 1, on that screen when there is one. */
    public void open(int screen) {
        layout.restore();
        moveTo(screen);
        stage.show();
        layout.remember();
    }

    private void moveTo(int screen) {
        List<Screen> screens = Screen.getScreens();
        if (screen > 0 && screen <= screens.size()) {
            stage.setX(screens.get(screen - 1).getVisualBounds().getMinX());
            stage.setY(screens.get(screen - 1).getVisualBounds().getMinY());
        } else if (screen > 0) {
            LOG.log(System.Logger.Level.WARNING, "There is no screen {0}, only {1}", screen, screens.size());
        }
    }

    /** Does what a second start was asked to do. */
    public void handOver(StartRequest request) {
        Set<String> ids = JobIdParser.in(request.jobs());
        if (!ids.isEmpty() || !request.servers().isEmpty() || !request.key().isEmpty()) {
            MonitoredServer first = servers.handedOver(request.servers(),
                    request.key().isEmpty() ? null : new ApiKey(request.key()));
            watch(ids, first);
        }
        if (!request.theme().isEmpty()) {
            appearance.use(Theme.valueOf(request.theme()));
        }
        if (!request.filter().isEmpty()) {
            filter(request.filter());
        }
        if (request.screen() > 0 && !wall.shownProperty().get()) {
            moveTo(request.screen());
        }
        if (request.watchScreen() || wall.shownProperty().get()) {
            watchScreen();
        }
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
    }

    /** Those that a server knows are there already; the others are meant for the first server. */
    private void watch(Set<String> ids, MonitoredServer first) {
        Set<String> fresh = new LinkedHashSet<>(ids);
        fresh.removeIf(id -> workspace.servers().stream().anyMatch(server -> server.board().job(id).isPresent()));
        if (!fresh.isEmpty()) {
            first.watch(fresh);
        }
        ids.stream().findFirst().flatMap(id -> workspace.jobs().filter(job -> job.id().equals(id)).findFirst())
                .ifPresent(dashboard::reveal);
    }

    /** Opens in a given size, of which nothing is kept. */
    public void open(int width, int height) {
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(width);
        stage.setHeight(height);
        stage.show();
    }

    /** Shows another workspace from now on; the one before is closed. */
    public void show(Workspace next) {
        String typed = dashboard == null ? "" : dashboard.filterText();
        closeWorkspace();
        workspace = next;
        servers.shows(next);
        now = new UiClock(InstantSource.system());
        background = new Background();
        dashboard = new DashboardController(next, next.history(), background, this, now, next.isDemo());
        wall.above(Views.load("dashboard.fxml", dashboard));
        details = new DetailsController(dashboard.selection(), next, next.history(), now,
                this::saveAs, new JobActionDialogs(next), background);
        dashboard.beside(details::load);
        layout.columns(dashboard.columns());
        filter(typed);
        if (wall.shownProperty().get()) {
            watchScreen();
        }
        failures = new FailureWindow(next, now, stage, dashboard::reveal, wall.shownProperty());
        history = null;
        next.forEachServer(
                server -> new TroubleDialogs(server, stage, () -> dashboard.editServer(server.server().toString()),
                        wall.shownProperty())::close);
        notifier = new Notifier(next, now, this::notifications,
                jobId -> notifications(told -> told.withTellEnd(Set.of(jobId), false)), stage,
                wall.shownProperty()::get,
                channels);
        badge = new TitleBadge(stage, appearance, next, next.isDemo());
        next.start();
    }

    /** Stops watching. */
    public void close() {
        wall.close();
        closeWorkspace();
    }

    private void closeWorkspace() {
        askAnew.stop();
        if (workspace != null) {
            details.close();
            workspace.close();
            background.close();
            notifier.close();
            badge.close();
            now.stop();
            failures.close();
            // Dialogs that are still open belong to the server they were opened for.
            dialogs().filter(dialog -> settingsWindow == null || !settingsWindow.shownIn(dialog))
                    .forEach(Window::hide);
        }
    }

    private Stream<Window> dialogs() {
        return List.copyOf(Window.getWindows()).stream()
                .filter(open -> open instanceof Stage dialog && dialog.getOwner() == stage);
    }

    private Optional<Path> saveAs(String title, String fileName) {
        return desktop.saveAs(stage, title, fileName);
    }

    @Override
    public ServerManager servers() {
        return servers;
    }

    @Override
    public void openDemo() {
        show(demo.get());
    }

    @Override
    public void showFailure(Job job) {
        failures.show(job);
    }

    @Override
    public void theme(Theme theme) {
        appearance.use(theme);
        settings.update(before -> before.withLook(look -> look.with(theme)));
    }

    @Override
    public Theme theme() {
        return appearance.theme();
    }

    @Override
    public void textSize(int percent) {
        settings.update(before -> before.withLook(look -> look.withTextSize(percent)));
        useTextSize();
    }

    private void useTextSize() {
        appearance.textSize(textSize());
        dashboard.textScale(textSize() / 100.0);
    }

    @Override
    public int textSize() {
        return settings.get().look().textSize();
    }

    @Override
    public void discovery(boolean on) {
        settings.update(before -> before.withPolling(polling -> polling.withDiscovery(on)));
        servers.askAnew();
    }

    @Override
    public boolean discovery() {
        return workspace.isDemo() || settings.get().polling().discovery();
    }

    @Override
    public NotificationSettings notifications() {
        return settings.get().notifications();
    }

    @Override
    public void notifications(UnaryOperator<NotificationSettings> change) {
        settings.update(before -> before.withNotifications(change));
    }

    @Override
    public void rows(RowSettings rows) {
        settings.update(before -> before.withLook(look -> look.with(rows)));
    }

    @Override
    public RowSettings rows() {
        return settings.get().look().rows();
    }

    @Override
    public void detailsWidth(double width) {
        settings.update(before -> before.withLook(look -> look.withDetailsWidth(width)));
    }

    @Override
    public double detailsWidth() {
        return settings.get().look().detailsWidth();
    }

    @Override
    public void cancel(List<Job> jobs) {
        new JobActionDialogs(workspace).cancel(jobs, stage);
    }

    @Override
    public void delete(List<Job> jobs) {
        new JobActionDialogs(workspace).delete(jobs, stage);
    }

    @Override
    public void browse(Job job) {
        desktop.browse(workspace.address(job).job(job.id()).toString());
    }

    @Override
    public void showHistory() {
        if (history == null) {
            history = new HistoryWindow(workspace.history(), now, stage, this::saveAs, background);
        }
        history.show();
    }

    @Override
    public void showSettings() {
        if (settingsWindow == null || !settingsWindow.isShowing()) {
            settingsWindow = new SettingsWindow(settings.get(), this::change, servers::known,
                    url -> dashboard.editServer(url), stage);
        }
        settingsWindow.show();
    }

    /** Has a change of the settings take effect. What concerns asking begins anew, once the person pauses. */
    private void change(UnaryOperator<Settings> change) {
        Settings before = settings.get();
        settings.update(change);
        Settings after = settings.get();
        if (before.look().theme() != after.look().theme()) {
            appearance.use(after.look().theme());
        }
        if (before.look().textSize() != after.look().textSize()) {
            useTextSize();
        }
        if (!before.look().rows().equals(after.look().rows())) {
            dashboard.showRows(after.look().rows());
        }
        if (!before.polling().equals(after.polling())) {
            askAnew.playFromStart();
        }
    }

    @Override
    public void about() {
        AboutDialog.show(stage);
    }

    @Override
    public void watchScreen() {
        dialogs().forEach(Window::hide);
        wall.enter(workspace, now, dashboard.words(), notices.held(), textSize() / 100.0);
    }

    /** {@return what says things to the person in front of the window} */
    public DeferredDialogs notices() {
        return notices;
    }

    /** Shows only jobs that match a text from now on. */
    public void filter(String text) {
        dashboard.filter(text);
    }
}
