package dev.jobglass.ui.main;

import dev.jobglass.api.ApiKey;
import dev.jobglass.desktop.Desktop;
import dev.jobglass.model.Job;
import dev.jobglass.monitor.MonitoredServer;
import dev.jobglass.monitor.ServerManager;
import dev.jobglass.monitor.UiClock;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.notifications.Channels;
import dev.jobglass.settings.Settings;
import dev.jobglass.settings.Theme;
import dev.jobglass.text.JobIdParser;
import dev.jobglass.ui.common.Background;
import dev.jobglass.ui.common.KeyPlaces;
import dev.jobglass.ui.common.PlatformServices;
import dev.jobglass.ui.common.ThemeManager;
import dev.jobglass.ui.common.Views;
import dev.jobglass.ui.details.DetailsController;
import dev.jobglass.ui.failures.FailureWindow;
import dev.jobglass.ui.jobs.JobActionDialogs;
import dev.jobglass.ui.statusicon.StatusIconController;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.ListChangeListener;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** The main window: shows one workspace after another. JavaFX thread only. */
public final class MainWindow {
    private final Stage stage;
    /** The dashboard, and while it is shown the watch screen above it. */
    private final StackPane root = new StackPane();
    /** Of the usual size, for without one JavaFX would first ask everything in it for the size it prefers. */
    private final Scene scene = new Scene(root, WindowLayout.WIDTH, WindowLayout.HEIGHT);
    private final Settings settings;
    private final ThemeManager themes;
    private final ServerManager servers;
    private final Channels channels;
    private final InstantSource timeOfDay;
    private final Supplier<Workspace> demo;
    private final MainStage frame;
    private final Desktop desktop;
    private final WatchScreenMode watchScreen;
    private final DeferredDialogs notices;
    private final Windows windows;
    private Workspace workspace;
    private UiClock clock;
    /** That of what is in this window, which may be closed or minimised. */
    private UiClock seenClock;
    private DashboardController dashboard;
    private DetailsController details;
    private LinkFollower links;
    private Background background;
    private WorkspaceAlerts alerts;

    /**
     * Prepares the window; {@link #show} gives it something to show.
     *
     * @param stage the window itself
     * @param settings what the user chose
     * @param themes the colours of all windows
     * @param servers knows servers and has them watched
     * @param platform what lies around the program
     * @param channels how to tell the user of something
     * @param desktop what it offers beside windows
     * @param clock tells the time of day
     * @param demo opens the built-in demo
     */
    public MainWindow(Stage stage, Settings settings, ThemeManager themes, ServerManager servers,
            PlatformServices platform, Channels channels, Desktop desktop, InstantSource clock,
            Supplier<Workspace> demo) {
        this.stage = stage;
        this.settings = settings;
        this.themes = themes;
        this.servers = servers;
        this.channels = channels;
        this.desktop = desktop;
        this.timeOfDay = clock;
        this.demo = demo;
        servers.shownBy(this::show);
        frame = new MainStage(stage, settings, desktop.icon(), platform::quit);
        // Not bound: ControlsFX puts sheets of its own into the list, and then a binding takes away the wrong ones.
        themes.stylesheets().addListener((ListChangeListener<String>) _ -> scene.getStylesheets()
                .setAll(themes.stylesheets()));
        scene.getStylesheets().setAll(themes.stylesheets());
        KeyPlaces.understand(scene);
        stage.setScene(scene);
        watchScreen = new WatchScreenMode(stage, scene, root);
        BooleanBinding unseen = watchScreen.awayProperty().or(stage.showingProperty().not());
        notices = new DeferredDialogs(unseen);
        windows = new Windows(frame, settings, servers, platform, desktop.login(), unseen);
        stage.setOnHidden(_ -> watchScreen.leave());
        stage.getIcons().setAll(themes.icons());
    }

    /**
     * Opens where it was closed.
     *
     * @param screen the number of the screen to open on, from 1, when there is one; or 0
     * @param another whether there may be another window, which it is not to hide
     */
    public void openWhereItWas(int screen, boolean another) {
        frame.open(screen, another);
    }

    /**
     * Opens in a given size, of which nothing is kept.
     *
     * @param width in pixels
     * @param height in pixels
     */
    public void open(int width, int height) {
        frame.open(width, height);
    }

    /**
     * Does what a second start was asked to do.
     *
     * @param request what that was
     */
    public void handOver(StartRequest request) {
        Set<String> ids = JobIdParser.in(request.jobs());
        if (!ids.isEmpty() || !request.servers().isEmpty() || !request.key().isEmpty()) {
            watch(ids, servers.handedOver(request.servers(),
                    request.key().isEmpty() ? null : new ApiKey(request.key())));
        }
        if (request.readOnly()) {
            settings.beReadOnlyForNow();
        }
        if (!request.theme().isEmpty()) {
            themes.use(Theme.valueOf(request.theme()));
        }
        if (request.screen() > 0 && !watchScreen.shownProperty().get()) {
            frame.moveTo(request.screen());
        }
        if (!request.background()) {
            frame.raise(); // before a link, which may have to say something above it
        }
        if (!request.link().isEmpty()) {
            follow(request.link(), request.watchScreen());
        }
        if (!request.filter().isEmpty()) {
            filter(request.filter());
        }
        if (request.watchScreen() || watchScreen.shownProperty().get()) {
            showWatchScreen();
        }
    }

    /**
     * Watches jobs by their ids at the first of the servers, and shows the first of them.
     *
     * @param ids none is fine
     */
    public void watch(Set<String> ids) {
        if (!workspace.servers().isEmpty()) {
            watch(ids, workspace.servers().getFirst());
        }
    }

    /** Those that a server knows are there already; the others are meant for the first server. */
    private void watch(Set<String> ids, MonitoredServer first) {
        Set<String> fresh = new LinkedHashSet<>(ids);
        fresh.removeIf(id -> workspace.servers().stream().anyMatch(server -> server.board().job(id).isPresent()));
        if (!fresh.isEmpty()) {
            first.watch(fresh);
        }
        ids.stream()
                .findFirst()
                .flatMap(id -> workspace.jobs().filter(job -> job.id().equals(id)).findFirst())
                .ifPresent(dashboard::reveal);
    }

    /**
     * Shows another workspace from now on; the one before is closed.
     *
     * @param next not started yet
     */
    public void show(Workspace next) {
        String asked = dashboard == null ? "" : dashboard.filter().textProperty().get();
        closeWorkspace();
        workspace = next;
        servers.shows(next);
        clock = new UiClock(timeOfDay);
        seenClock = clock.whileSeen(frame.seen());
        background = new Background();
        dashboard = new DashboardController(next, settings, themes, servers, windows, seenClock, background,
                new DashboardController.Elsewhere(() -> show(demo.get()), this::showWatchScreen,
                        () -> details.showResult()),
                channels.toast());
        watchScreen.above(Views.load("dashboard.fxml", dashboard, dashboard.nested()));
        links = new LinkFollower(next, dashboard, notices, stage);
        details = new DetailsController(dashboard.selection(), next, next.history(), settings.notifications(),
                seenClock,
                windows::saveAs, windows::showResult, new JobActionDialogs(next, settings, clock::get),
                dashboard::closeDetails,
                dashboard::reveal, background);
        dashboard.beside(details::load);
        if (!asked.isEmpty()) {
            filter(asked);
        }
        if (watchScreen.shownProperty().get()) {
            showWatchScreen();
        }
        windows.begin(next, clock, background, new FailureWindow.Actions(dashboard::reveal,
                dashboard.undo()::dismissed, dashboard.undo()::undo), dashboard.filter()::showAllOf,
                dashboard::showBegun);
        alerts = new WorkspaceAlerts(next, clock, settings, stage, themes, watchScreen.shownProperty(), channels,
                desktop, new StatusIconController.Actions(this::show, frame::raise, windows::toggleMini,
                        this::raiseWatchScreen, frame::quit),
                dashboard.undo()::dismissed);
        next.start();
    }

    /** Asks all servers at once for what has changed. */
    public void askServers() {
        workspace.tryNow();
    }

    /** Stops watching. */
    public void close() {
        servers.close();
        watchScreen.close();
        closeWorkspace();
        windows.close();
    }

    private void closeWorkspace() {
        if (workspace != null) {
            details.close();
            workspace.close();
            background.close();
            alerts.close();
            clock.stop();
            seenClock.stop();
            dashboard.close();
            windows.end();
        }
    }

    /** Shows the watch screen instead, until the user leaves it. */
    public void showWatchScreen() {
        windows.hideAll();
        watchScreen.enter(workspace, seenClock, dashboard.filter().forWatchScreen(), notices.held(),
                settings.look().textScale());
    }

    private void raiseWatchScreen() {
        frame.raise();
        showWatchScreen();
    }

    /** Selects a job that the user chose elsewhere. */
    private void show(Job job) {
        frame.raise();
        watchScreen.leave();
        dashboard.reveal(job);
        if (job.view().failureOpen()) {
            windows.showFailure(job); // rather than another one, which may open by itself
        }
    }

    /** {@return what says things to the user in front of the window} */
    public DeferredDialogs notices() {
        return notices;
    }

    /** {@return what opens the other windows} */
    public Windows windows() {
        return windows;
    }

    /**
     * Shows what a link leads to.
     *
     * @param link any text
     * @param forNow whether the next start is not to know
     */
    public void follow(String link, boolean forNow) {
        links.follow(link, forNow);
        if (watchScreen.shownProperty().get()) {
            showWatchScreen(); // with the jobs of the view
        }
    }

    /**
     * Shows only jobs that match from now on.
     *
     * @param text as the filter field takes it
     */
    public void filter(String text) {
        dashboard.filter().showOnly(text);
    }
}
