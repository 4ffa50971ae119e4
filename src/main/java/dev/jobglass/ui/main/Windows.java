package dev.jobglass.ui.main;

import dev.jobglass.api.JobResult;
import dev.jobglass.desktop.LoginEntry;
import dev.jobglass.model.Job;
import dev.jobglass.monitor.ServerManager;
import dev.jobglass.monitor.UiClock;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.settings.ServerSettings;
import dev.jobglass.settings.Settings;
import dev.jobglass.text.Messages;
import dev.jobglass.ui.common.Background;
import dev.jobglass.ui.common.Dialogs;
import dev.jobglass.ui.common.PlatformServices;
import dev.jobglass.ui.common.WrappedLabel;
import dev.jobglass.ui.details.ResultWindow;
import dev.jobglass.ui.failures.FailureWindow;
import dev.jobglass.ui.history.HistoryWindow;
import dev.jobglass.ui.insights.InsightsWindow;
import dev.jobglass.ui.insights.RulesDialog;
import dev.jobglass.ui.jobs.SavedViews;
import dev.jobglass.ui.jobs.ViewNameDialog;
import dev.jobglass.ui.jobs.ViewsDialog;
import dev.jobglass.ui.mini.MiniWindow;
import dev.jobglass.ui.servers.ServerDialogs;
import dev.jobglass.ui.settings.LoginSetting;
import dev.jobglass.ui.settings.SettingsExchange;
import dev.jobglass.ui.settings.SettingsWindow;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import javafx.stage.Window;

/** Opens every window and dialog beside the main window, and closes them. JavaFX thread only. */
public final class Windows {
    private final MainStage frame;
    private final Stage owner;
    private final Settings settings;
    private final ServerDialogs serverDialogs;
    private final PlatformServices platform;
    private final Optional<LoginEntry> login;
    private final ObservableBooleanValue unseen;
    private Workspace workspace;
    private UiClock clock;
    private Background background;
    private Consumer<Job> showJob;
    private JobWindows jobs;
    private ServerTroubles troubles;
    private FailureWindow failures;
    private final ReadOnlyBooleanWrapper failuresShown = new ReadOnlyBooleanWrapper();
    private HistoryWindow history;
    private InsightsWindow insights;
    private InsightsWindow.Actions forInsights;
    private ResultWindow results;
    private MiniWindow mini;
    private SettingsWindow settingsWindow;

    /**
     * Opens nothing yet.
     *
     * @param frame the main window
     * @param settings what the user chose
     * @param servers has servers watched
     * @param platform what lies around the program
     * @param login has the program started at login, where that can be done
     * @param unseen while this holds no window opens by itself
     */
    public Windows(MainStage frame, Settings settings, ServerManager servers, PlatformServices platform,
            Optional<LoginEntry> login, ObservableBooleanValue unseen) {
        this.frame = frame;
        owner = frame.stage();
        this.settings = settings;
        serverDialogs = new ServerDialogs(servers);
        this.platform = platform;
        this.login = login;
        this.unseen = unseen;
    }

    /**
     * Serves a workspace from now on, whose failures and trouble open windows by themselves.
     *
     * @param next which
     * @param time the ticking time
     * @param work works for its windows
     * @param forFailures what can be done in the main window from others
     * @param filter takes a filter's words for the main window
     * @param begun shows jobs that were begun from here, at least one
     */
    void begin(Workspace next, UiClock time, Background work, FailureWindow.Actions forFailures,
            Consumer<String> filter, Consumer<List<Job>> begun) {
        workspace = next;
        clock = time;
        background = work;
        showJob = forFailures.showJob();
        jobs = new JobWindows(next, settings, time, work, owner, platform, begun);
        failures = new FailureWindow(next, settings, time, work, owner, forFailures, unseen);
        failuresShown.bind(failures.shownProperty());
        history = null;
        insights = null;
        forInsights = new InsightsWindow.Actions(filter, forFailures.dismissed(), jobs::runAgain,
                this::showRules, this::saveAs);
        results = null;
        mini = new MiniWindow(next, time, settings.look(), owner, job -> {
            frame.raise();
            showJob.accept(job);
        });
        // The watch screen says itself what is wrong; and one window that nobody asked for is enough at a time.
        troubles = new ServerTroubles(next, owner, time, settings, Bindings.or(unseen, failuresShown),
                server -> enterKey(settings.server(server.server())));
    }

    /** {@return whether the window of failures is shown} */
    ReadOnlyBooleanProperty failuresShownProperty() {
        return failuresShown.getReadOnlyProperty();
    }

    /** Closes the windows of the workspace; that of the settings stays. */
    void end() {
        failures.close();
        mini.close();
        // Dialogs that are still open belong to the server they were opened for.
        open().filter(window -> settingsWindow == null || !settingsWindow.shownIn(window)).forEach(Window::hide);
    }

    /** Closes those that are open; they can be opened again. */
    void hideAll() {
        open().forEach(Window::hide);
    }

    /** Ends what works for them; none is opened after that. */
    void close() {
        serverDialogs.close();
    }

    private Stream<Window> open() {
        return List.copyOf(Window.getWindows())
                .stream()
                .filter(window -> window instanceof Stage dialog && dialog.getOwner() == owner);
    }

    /** {@return the window that a question belongs above} */
    private Window inFront() {
        return open().filter(Window::isFocused).findFirst().orElse(owner);
    }

    /**
     * Shows why a job failed.
     *
     * @param job a failed one
     */
    void showFailure(Job job) {
        failures.show(job);
    }

    /** {@return what asks and tells of jobs} */
    public JobWindows jobs() {
        return jobs;
    }

    /** Shows all failures that have not been dismissed, or says that there is none. */
    public void showFailures() {
        if (workspace.failures().isEmpty()) {
            Dialogs.alert(owner, null, Messages.of("failures.title"), Messages.of("failures.none"),
                    new WrappedLabel(Messages.of("failures.none.text"))).show();
        } else {
            failures.showOpen();
        }
    }

    /** Closes what opens by itself above the main window and cannot be put behind: failures, trouble of servers. */
    void hideWhatLiesAbove() {
        failures.hide();
        troubles.hide();
    }

    /** Looks back over every change that was seen. */
    public void showHistory() {
        if (history == null) {
            history = new HistoryWindow(workspace, clock, settings.look(), owner, showJob, this::saveAs, background);
        }
        history.show();
    }

    /** Shows what the history tells of a range, in sums. */
    public void showInsights() {
        if (insights == null) {
            insights = new InsightsWindow(workspace, clock, settings, owner, background, forInsights);
        }
        insights.show();
    }

    /** Shows when the user wants to be told, to be changed. */
    public void showRules() {
        new RulesDialog(workspace, settings, clock, background, inFront()).show();
    }

    /** Shows the mini window, or puts it away. */
    void toggleMini() {
        mini.toggle();
    }

    /** Has the sums that insights are read from made anew. */
    void sumAnew() {
        workspace.history().sumAnew();
        showInsights();
    }

    /**
     * Shows a result in a window of its own, beside the one that is there.
     *
     * @param job whose
     * @param result what it produced
     */
    public void showResult(Job job, JobResult result) {
        if (results == null) {
            results = new ResultWindow(owner, settings.look(), background, this::saveAs);
        }
        results.show(job, result);
    }

    /** Shows everything a user may choose. */
    public void showSettings() {
        if (settingsWindow == null || !settingsWindow.isShowing()) {
            settingsWindow = new SettingsWindow(settings, login.map(entry -> new LoginSetting(entry, () -> background)),
                    serverDialogs::edit, this::exchange, owner);
        }
        settingsWindow.show();
    }

    /** Asks under which name to save what is shown. */
    void saveView(SavedViews views) {
        new ViewNameDialog(owner, views.lastShown(), views.viewsProperty().get(), true, views::save).show();
    }

    /** Shows the saved views, to be changed. */
    void manageViews(SavedViews views) {
        new ViewsDialog(views, owner).show();
    }

    /** {@return what gives settings to others and takes theirs} */
    SettingsExchange exchange() {
        return new SettingsExchange(settings, platform, background, inFront());
    }

    /** Ends the program. */
    void quit() {
        frame.quit();
    }

    /**
     * Says which version this is and what is inside.
     *
     * @param logo of the program
     */
    void showAbout(Image logo) {
        AboutDialog.show(owner, logo);
    }

    /**
     * Shows all commands, to be chosen from.
     *
     * @param commands which
     * @param withheld those that are not offered, and why
     */
    void showPalette(List<Command> commands, Map<Command, String> withheld) {
        new CommandPalette(commands, withheld, owner).show();
    }

    /**
     * Shows what is known of a server, to be changed.
     *
     * @param server which, or null for a new one
     */
    void editServer(ServerSettings server) {
        serverDialogs.edit(server, owner);
    }

    /** Asks for the key of a server. */
    void enterKey(ServerSettings server) {
        serverDialogs.enterKey(server, owner);
    }

    /** Asks where to save, and {@return where, or nothing when the user does not want to} */
    Optional<Path> saveAs(String title, String fileName) {
        return platform.saveAs(inFront(), title, fileName);
    }
}
