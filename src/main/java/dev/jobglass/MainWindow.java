package dev.jobglass;

import dev.jobglass.api.ApiKey;
import dev.jobglass.board.Job;
import dev.jobglass.board.JobIds;
import dev.jobglass.board.Now;
import dev.jobglass.board.Overview;
import dev.jobglass.board.Watching;
import dev.jobglass.dashboard.DashboardActions;
import dev.jobglass.dashboard.DashboardController;
import dev.jobglass.dashboard.ServerActions;
import dev.jobglass.details.DetailsController;
import dev.jobglass.details.JobCommands;
import dev.jobglass.failures.FailureWindow;
import dev.jobglass.historywindow.HistoryWindow;
import dev.jobglass.notifications.Notifier;
import dev.jobglass.text.Messages;
import dev.jobglass.settings.NotificationSettings;
import dev.jobglass.settings.RowSettings;
import dev.jobglass.settings.Settings;
import dev.jobglass.settings.SettingsStore;
import dev.jobglass.settings.Theme;
import dev.jobglass.settingswindow.SettingsWindow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;

/** The main window: shows one session after another. JavaFX thread only. */
final class MainWindow implements DashboardActions {
    private static final System.Logger LOG = System.getLogger(MainWindow.class.getName());

    private final Stage stage;
    /** The dashboard, and while it is shown the watch screen above it. */
    private final StackPane root = new StackPane();
    /** Of the usual size, for without one JavaFX would first ask everything in it for the size it prefers. */
    private final Scene scene = new Scene(root, WindowLayout.WIDTH, WindowLayout.HEIGHT);
    private final SettingsStore settings;
    private final Appearance appearance;
    private final ServerKeeper servers;
    private final Desktop desktop;
    private final WindowLayout layout;
    private final Wall wall;
    private final Notices notices;
    private final PauseTransition askAnew = new PauseTransition(Duration.seconds(1));
    private Session session;
    private FailureBadge badge;
    private Now now;
    private DashboardController dashboard;
    private DetailsController details;
    private Notifier notifier;
    private FailureWindow failures;
    private HistoryWindow history;
    private SettingsWindow settingsWindow;

    /**
     * Prepares the window; {@link #show} gives it something to show.
     *
     * @param servers knows them and has them watched
     * @param desktop what lies around the program
     */
    MainWindow(Stage stage, SettingsStore settings, Appearance appearance, ServerKeeper servers, Desktop desktop) {
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
        wall = new Wall(stage, scene, root);
        notices = new Notices(wall.shownProperty());
        stage.getIcons().setAll(appearance.icons());
    }

    /** Opens where it was closed, or, with a number from 1, on that screen when there is one. */
    void open(int screen) {
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
    void doFor(OneInstance.Request request) {
        Set<String> ids = JobIds.in(request.jobs());
        if (!ids.isEmpty() || !request.servers().isEmpty() || !request.key().isEmpty()) {
            Watching first = servers.handedOver(request.servers(),
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
    private void watch(Set<String> ids, Watching first) {
        Overview overview = session.overview();
        Set<String> fresh = new LinkedHashSet<>(ids);
        fresh.removeIf(id -> overview.servers().stream().anyMatch(server -> server.board().job(id).isPresent()));
        if (!fresh.isEmpty()) {
            first.watch(fresh);
        }
        ids.stream().findFirst().flatMap(id -> overview.jobs().filter(job -> job.id().equals(id)).findFirst())
                .ifPresent(dashboard::reveal);
    }

    /** Opens in a given size, of which nothing is kept. */
    void open(int width, int height) {
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(width);
        stage.setHeight(height);
        stage.show();
    }

    /** Shows another session from now on; the one before is closed. */
    void show(Session next) {
        String typed = dashboard == null ? "" : dashboard.filterText();
        closeSession();
        session = next;
        servers.shows(next);
        Overview overview = next.overview();
        now = new Now(InstantSource.system());
        dashboard = new DashboardController(overview, next.history(), this, now, next.isDemo());
        wall.above(load("dashboard/dashboard.fxml", dashboard));
        DetailsController jobDetails = new DetailsController(dashboard.selection(), overview, next.history(), now,
                this::saveAs);
        details = jobDetails;
        dashboard.beside(() -> load("details/details.fxml", jobDetails));
        layout.columns(dashboard.columns());
        filter(typed);
        if (wall.shownProperty().get()) {
            watchScreen();
        }
        failures = new FailureWindow(overview, now, stage, dashboard::reveal, wall.shownProperty());
        history = null;
        overview.forEachServer(
                server -> new TroubleDialogs(server, stage, () -> dashboard.editServer(server.server().toString()),
                        wall.shownProperty())::close);
        notifier = new Notifier(overview, now, this::notifications,
                jobId -> notifications(told -> told.withTellEnd(Set.of(jobId), false)), stage,
                wall.shownProperty()::get,
                desktop.toasts(stage), desktop.notifications(), desktop.sound());
        badge = new FailureBadge(stage, appearance, overview, next.isDemo());
        overview.start();
    }

    private static Parent load(String fxml, Object controller) {
        FXMLLoader loader = new FXMLLoader(MainWindow.class.getResource(fxml), Messages.bundle());
        loader.setController(controller);
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops watching. */
    void close() {
        wall.close();
        closeSession();
    }

    private void closeSession() {
        askAnew.stop();
        if (session != null) {
            session.close();
            details.close();
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
    public ServerActions servers() {
        return servers;
    }

    @Override
    public void openDemo() {
        show(Session.demo(InstantSource.system()));
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
        return session.isDemo() || settings.get().polling().discovery();
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
        new JobCommands(session.overview()).cancel(jobs, stage);
    }

    @Override
    public void delete(List<Job> jobs) {
        new JobCommands(session.overview()).delete(jobs, stage);
    }

    @Override
    public void browse(Job job) {
        desktop.browse(session.overview().address(job).job(job.id()).toString());
    }

    @Override
    public void showHistory() {
        if (history == null) {
            history = new HistoryWindow(session.history(), now, stage, this::saveAs);
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
        wall.enter(session.overview(), now, dashboard.words(), notices.held(), textSize() / 100.0);
    }

    /** {@return what says things to the person in front of the window} */
    Notices notices() {
        return notices;
    }

    /** Shows only jobs that match a text from now on. */
    void filter(String text) {
        dashboard.filter(text);
    }
}
