package dev.jobglass.ui.details;

import dev.jobglass.api.JobResult;
import dev.jobglass.history.History;
import dev.jobglass.model.DisplayState;
import dev.jobglass.model.Job;
import dev.jobglass.model.JobSnapshot;
import dev.jobglass.monitor.UiClock;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.settings.NotificationSettings;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import dev.jobglass.text.Report;
import dev.jobglass.text.Times;
import dev.jobglass.ui.common.Background;
import dev.jobglass.ui.common.CopyButton;
import dev.jobglass.ui.common.JobDialogs;
import dev.jobglass.ui.common.StyleClasses;
import dev.jobglass.ui.common.Texts;
import dev.jobglass.ui.common.Views;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.layout.VBox;

/** Binds the details pane to the selected job. JavaFX thread only. */
public final class DetailsController implements AutoCloseable {
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final Selection selection;
    private final RetryController retry;
    private final ProgressController progress;
    private final NotificationsController notifications;
    private final ChartController chart;
    private final TimelineController timeline;
    private final ResultController result;
    private final RawController raw;
    private final LiveStream liveStream;
    private final JobButtonsController buttons;
    private final Runnable close;

    @FXML
    private VBox details;
    @FXML
    private Label id;
    @FXML
    private Label state;
    @FXML
    private Node one;
    @FXML
    private Label summary;
    @FXML
    private Label liveNote;
    @FXML
    private Label hidden;
    @FXML
    private Button copyId;
    private CopyButton idCopy;
    @FXML
    private Node nothing;
    @FXML
    private TabPane tabs;

    /**
     * Prepares the pane; {@link #load} makes it.
     *
     * @param selected the selected jobs: one is shown, of several a summary
     * @param workspace of their servers
     * @param history what is remembered of them
     * @param told of what the user is notified
     * @param clock the ticking time
     * @param saveAs asks where to save: takes a title and a file name to begin with, gives nothing when cancelled
     * @param openResult shows a job's result in a window of its own
     * @param dialogs have servers do something with jobs
     * @param close closes this pane
     * @param showJob selects a job in the table
     * @param background works for this pane
     */
    public DetailsController(ObservableList<Job> selected, Workspace workspace, History history,
            NotificationSettings told,
            UiClock clock, BiFunction<String, String, Optional<Path>> saveAs, BiConsumer<Job, JobResult> openResult,
            JobDialogs dialogs, Runnable close, Consumer<Job> showJob, Background background) {
        this.close = close;
        this.selection = new Selection(selected, workspace, clock);
        Times times = Times.here();
        progress = new ProgressController(workspace, times, clock);
        retry = new RetryController(workspace, background, showJob);
        notifications = new NotificationsController(told);
        chart = new ChartController(clock);
        timeline = new TimelineController(workspace, history, background, times, clock);
        result = new ResultController(workspace.actions(), background, saveAs, openResult);
        raw = new RawController(workspace.actions(), background, times, clock);
        liveStream = new LiveStream(workspace, InstantSource.system());
        buttons = new JobButtonsController(selection, workspace, clock, dialogs, liveStream);
    }

    /** {@return the pane, made once} */
    public Parent load() {
        return Views.load("details.fxml", this, retry, progress, notifications, chart, timeline, result, raw, buttons);
    }

    @FXML
    private void initialize() {
        progress.within(details.heightProperty(), tabs.getSelectionModel().selectedIndexProperty().greaterThan(0));
        chart.within(details.heightProperty(), state);
        liveStream.noteProperty().subscribe(liveNote::setText);
        liveNote.visibleProperty().bind(liveNote.textProperty().isNotEmpty());
        for (Node node : List.of(one, summary, liveNote, hidden, nothing)) {
            node.managedProperty().bind(node.visibleProperty());
        }
        idCopy = new CopyButton(copyId);
        Texts.inOneTypeface(id, summary);
        selection.follow(this::show);
    }

    /** Follows the selection, the jobs and their streams no longer. */
    @Override
    public void close() {
        selection.close();
        liveStream.show(null);
        timeline.close();
        retry.close();
        notifications.close();
        result.close();
        raw.close();
    }

    private void show() {
        Job shown = selection.shown();
        details.getChildren().forEach(child -> child.setVisible(shown != null));
        nothing.setVisible(shown == null);
        if (shown == null) {
            liveStream.show(null);
            return;
        }
        List<Job> jobs = selection.jobs();
        boolean several = jobs.size() > 1;
        liveStream.show(several ? null : shown);
        one.setVisible(!several);
        summary.setVisible(several);
        copyId.setVisible(!several);
        hidden.setVisible(jobs.isEmpty());
        buttons.show(jobs);
        if (several) {
            showSummary(jobs);
        } else {
            showOne(shown);
        }
    }

    private void showOne(Job job) {
        JobSnapshot view = job.view();
        details.pseudoClassStateChanged(STALE, job.stale());
        StyleClasses.set(id, "label", "details-id", "mono");
        id.setText(PlainText.line(view.jobId()));
        state.setText(Messages.glyph(view.state()) + " " + Messages.state(view));
        StyleClasses.state(state, view.state().styleClass());
        retry.show(job);
        progress.show(job);
        notifications.show(job);
        chart.show(job);
        timeline.show(job);
        result.show(job);
        raw.show(job);
    }

    private void showSummary(List<Job> jobs) {
        details.pseudoClassStateChanged(STALE, false);
        StyleClasses.set(id, "label", "details-id");
        id.setText(Messages.of("details.several", jobs.size()));
        state.setText("");
        Map<DisplayState, Integer> counts = new TreeMap<>();
        jobs.forEach(job -> counts.merge(job.view().state(), 1, Integer::sum));
        summary.setText(counts.entrySet().stream().map(
                entry -> Messages.of("details.several.states", entry.getValue(), Messages.state(entry.getKey())))
                .collect(Collectors.joining("\n")));
    }

    /** Shows what the job produced, and gives that the keyboard. */
    public void showResult() {
        result.open();
    }

    @FXML
    private void closePane() {
        close.run();
    }

    @FXML
    private void copyId() {
        Optional.ofNullable(selection.shown()).ifPresent(job -> idCopy.copy(Report.ids(List.of(job))));
    }
}
