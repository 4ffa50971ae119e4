package dev.jobglass.ui.main;

import dev.jobglass.model.FinishedTimes;
import dev.jobglass.model.Job;
import dev.jobglass.monitor.ServerManager;
import dev.jobglass.monitor.UiClock;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.notifications.Notification;
import dev.jobglass.notifications.ToastChannel;
import dev.jobglass.settings.NotificationKind;
import dev.jobglass.settings.Settings;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import dev.jobglass.text.Times;
import dev.jobglass.ui.common.Background;
import dev.jobglass.ui.common.Styling;
import dev.jobglass.ui.common.ThemeManager;
import dev.jobglass.ui.details.DetailsPane;
import dev.jobglass.ui.jobs.ChipsController;
import dev.jobglass.ui.jobs.EmptyPageController;
import dev.jobglass.ui.jobs.FilterModel;
import dev.jobglass.ui.jobs.JobTableModel;
import dev.jobglass.ui.jobs.JobsController;
import dev.jobglass.ui.jobs.SavedViews;
import dev.jobglass.ui.jobs.ThroughputController;
import dev.jobglass.ui.jobs.TilesController;
import dev.jobglass.ui.jobs.UndoController;
import dev.jobglass.ui.jobs.ViewsController;
import dev.jobglass.ui.servers.BannerController;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** The dashboard: a frame for its parts, each of which has a controller of its own. */
public final class DashboardController implements AutoCloseable {
    private final Workspace workspace;
    private final ToastChannel news;
    private final FilterModel filter;
    private final JobTableModel visible;
    private final HeaderController header;
    private final BannerController banner;
    private final TilesController tiles;
    private final ThroughputController throughput;
    private final ChipsController chips;
    private final ToastsController toasts;
    private final JobsController jobs;
    private final SavedViews views;
    private final ViewsController viewsBar;
    private final EmptyPageController emptyPage;
    private final StatusBarController status;
    private final DashboardCommands commands;
    private final DetailsPane details;
    private boolean everSelected;
    /** Whether its window is; held here, for it would not be followed otherwise. */
    private ObservableValue<Boolean> shown;

    @FXML
    private BorderPane root;
    @FXML
    private StackPane centre;
    @FXML
    private SplitPane split;
    @FXML
    private VBox corner;
    @FXML
    private Region undo;

    /**
     * What can be shown instead.
     *
     * @param openDemo watches the built-in demo
     * @param watchScreen shows the watch screen
     * @param result shows in the details what the selected job produced
     */
    public record Elsewhere(Runnable openDemo, Runnable watchScreen, Runnable result) {
    }

    /**
     * Serves the FXML of the same name, with {@link #nested} for those it includes.
     *
     * @param workspace of the servers watched
     * @param settings what the user chose
     * @param themes the colours of all windows
     * @param servers knows servers and has them watched
     * @param windows opens the others
     * @param clock the ticking time
     * @param background works for this window
     * @param elsewhere what can be shown instead
     * @param news what is told in the corner
     */
    public DashboardController(Workspace workspace, Settings settings, ThemeManager themes, ServerManager servers,
            Windows windows, UiClock clock, Background background, Elsewhere elsewhere, ToastChannel news) {
        this.workspace = workspace;
        this.news = news;
        Times times = Times.here();
        visible = new JobTableModel(workspace, settings.look().rows().collapsedGroups());
        filter = new FilterModel(settings.look().rows(), !workspace.isDemo());
        chips = new ChipsController(filter, () -> windows.saveView(views()));
        toasts = new ToastsController(news, windows.failuresShownProperty(), workspace::jobs, this::reveal);
        tiles = new TilesController(workspace, filter);
        throughput = new ThroughputController(workspace, clock, times, background,
                (start, end) -> filter.textProperty()
                        .set(FinishedTimes.filter(start, end, clock.get(), times.zone())));
        jobs = new JobsController(workspace, filter, visible, settings.look(), settings.notifications(), clock, times,
                new JobsController.Actions(windows::showFailure, () -> showResult(elsewhere),
                        some -> windows.jobs().runAgain(some),
                        job -> windows.jobs().newRun(job), job -> windows.jobs().browse(job),
                        some -> windows.jobs().cancel(some), some -> windows.jobs().delete(some),
                        settings.readOnlyProperty()));
        views = new SavedViews(settings.viewsProperty(), filter, settings.look());
        viewsBar = new ViewsController(views, workspace, filter, clock, new ViewsController.Actions(
                () -> windows.saveView(views), () -> windows.manageViews(views)));
        banner = new BannerController(workspace, servers, clock, times, jobs::focus,
                server -> windows.enterKey(settings.server(server.server())), settings.notifications());
        header = new HeaderController(workspace, settings, themes, servers, windows, filter, elsewhere, jobs::focus,
                jobs::enter);
        emptyPage = new EmptyPageController(workspace, visible,
                settings.polling().discoveryProperty().map(on -> on || workspace.isDemo()), filter,
                new EmptyPageController.Actions(() -> windows.jobs().watch(), () -> windows.editServer(null),
                        elsewhere.openDemo()));
        details = new DetailsPane(settings.look());
        status = new StatusBarController(workspace, visible.countProperty(), settings, clock, times, details,
                new StatusBarController.Actions(() -> fromTheTable(windows::showFailures),
                        () -> fromTheTable(jobs::removeGone)));
        commands = new DashboardCommands(workspace, jobs, views, header, status, filter, windows, settings, details,
                themes, elsewhere, news);
    }

    /** {@return the controllers of the files that the dashboard's includes} */
    public Object[] nested() {
        return new Object[]{header, banner, tiles, throughput, chips, viewsBar, jobs, jobs.undo(), emptyPage, status,
                toasts};
    }

    @FXML
    private void initialize() {
        root.addEventFilter(KeyEvent.KEY_PRESSED, commands::keyPressed);
        root.addEventFilter(KeyEvent.KEY_RELEASED, commands::keyReleased);
        root.addEventFilter(KeyEvent.KEY_TYPED, commands::keyTyped);
        workspace.revisionProperty().addListener((_, _, _) -> rowsChanged());
        shown = root.sceneProperty().flatMap(Scene::windowProperty).flatMap(Window::showingProperty);
        shown.addListener((_, _, _) -> rowsChanged());
    }

    private void rowsChanged() {
        if (root.getScene() != null && visible.countProperty().get() > 0 && !Styling.inClosedWindow(root)) {
            if (!everSelected) {
                everSelected = true;
                details.open();
                jobs.focus();
            }
            jobs.selectInitially();
        }
    }

    /**
     * Names the pane to the right of the table, which comes with the first job.
     *
     * @param pane makes it, such as the details of the selected job
     */
    public void beside(Supplier<Node> pane) {
        details.place(centre, split, pane);
        corner.maxWidthProperty().bind(details.leftOfItProperty());
        toasts.within(Bindings.createDoubleBinding(
                () -> centre.getHeight() - corner.getInsets().getBottom() - corner.getSpacing()
                        - (undo.isVisible() ? undo.getHeight() : 0),
                centre.heightProperty(), undo.heightProperty(), undo.visibleProperty(), corner.insetsProperty()));
    }

    /** The button that has the focus goes when there is nothing more to do; the next must not get it. */
    private void fromTheTable(Runnable action) {
        jobs.focus();
        action.run();
    }

    private void showResult(Elsewhere elsewhere) {
        details.show(true);
        elsewhere.result().run();
    }

    /** Closes the pane to the right of the table. */
    public void closeDetails() {
        details.show(false);
        jobs.focus();
    }

    /** {@return the list of selected jobs, observable} */
    public ObservableList<Job> selection() {
        return jobs.selection();
    }

    /**
     * Selects a job and scrolls to it, clearing a filter that hides it.
     *
     * @param job on the board
     */
    public void reveal(Job job) {
        jobs.reveal(job);
    }

    /**
     * Selects the first of some jobs that were begun from here; the filter, if it hides some, is kept, and that told.
     *
     * @param begun on the board, at least one
     */
    void showBegun(List<Job> begun) {
        List<Job> hidden = begun.stream().filter(job -> !jobs.shows(job)).toList();
        begun.stream().filter(jobs::shows).findFirst().ifPresent(this::reveal);
        if (!hidden.isEmpty()) {
            news.tell(new Notification(NotificationKind.ANSWER, Messages.of("jobs.begun", begun.size()),
                    Messages.of("jobs.begun.hidden", hidden.size(), PlainText.line(hidden.getFirst().id())),
                    hidden.stream().map(Job::key).toList(), null, ""));
        }
    }

    /** {@return what undoes the last removal or dismissal} */
    UndoController undo() {
        return jobs.undo();
    }

    /** {@return the views that the user saved} */
    public SavedViews views() {
        return views;
    }

    /** {@return which jobs the user wants to see} */
    public FilterModel filter() {
        return filter;
    }

    /** Follows the settings no more. */
    @Override
    public void close() {
        toasts.close();
        jobs.close();
        viewsBar.close();
        status.close();
        details.close();
    }
}
