package dev.jobglass.ui.details;

import dev.jobglass.history.History;
import dev.jobglass.model.DisplayState;
import dev.jobglass.model.Eta;
import dev.jobglass.model.Job;
import dev.jobglass.model.JobSnapshot;
import dev.jobglass.model.ProgressHistory;
import dev.jobglass.monitor.UiClock;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import dev.jobglass.text.Report;
import dev.jobglass.text.Times;
import dev.jobglass.ui.common.Background;
import dev.jobglass.ui.common.Clipboards;
import dev.jobglass.ui.common.JobDialogs;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import javafx.beans.value.ChangeListener;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tab;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;

/** Binds the details pane to the selected job. */
public final class DetailsController {
    private final ObservableList<Job> selection;
    private final Workspace overview;
    private final UiClock now;
    private final BiFunction<String, String, Optional<Path>> saveAs;
    private final Times times = Times.here();
    private final PseudoClass stale = PseudoClass.getPseudoClass("stale");
    private final ChangeListener<JobSnapshot> change = (_, _, _) -> show();
    private final History history;
    private final JobDialogs commands;
    private final Background background;
    private final XYChart.Series<Number, Number> series = new XYChart.Series<>();
    private TimelineTab timelineTab;
    private ResultTab result;
    private RawTab raw;
    private LiveStream following;
    private Job shown;

    @FXML
    private VBox details;
    @FXML
    private Label id;
    @FXML
    private Label state;
    @FXML
    private Label percent;
    @FXML
    private Label elapsed;
    @FXML
    private ProgressBar progress;
    @FXML
    private Label step;
    @FXML
    private TextArea detailsError;
    @FXML
    private VBox one;
    @FXML
    private Label facts;
    @FXML
    private Label summary;
    @FXML
    private LineChart<Number, Number> chart;
    @FXML
    private NumberAxis chartTime;
    @FXML
    private ListView<Timeline.Moment> timeline;
    @FXML
    private Tab resultTab;
    @FXML
    private ListView<String> resultLines;
    @FXML
    private Label resultNote;
    @FXML
    private TextField resultSearch;
    @FXML
    private Tab rawTab;
    @FXML
    private ListView<String> rawLines;
    @FXML
    private ToggleButton live;
    @FXML
    private Label liveNote;
    @FXML
    private Node copyId;
    @FXML
    private Node cancelJob;
    @FXML
    private Node deleteJob;

    /**
     * Serves the FXML of the same name.
     *
     * @param selection the selected jobs: one is shown, of several a summary
     * @param overview of their servers
     * @param history what is remembered of them
     * @param now the ticking time
     * @param saveAs asks where to save: takes a title and a file name to begin with, gives nothing when cancelled
     * @param commands has servers do something with jobs
     * @param background works for this pane
     */
    public DetailsController(ObservableList<Job> selection, Workspace overview, History history, UiClock now,
            BiFunction<String, String, Optional<Path>> saveAs, JobDialogs commands, Background background) {
        this.background = background;
        this.selection = selection;
        this.overview = overview;
        this.history = history;
        this.now = now;
        this.saveAs = saveAs;
        this.commands = commands;
    }

    @FXML
    private void initialize() {
        for (Node node : List.of(detailsError, one, summary, chart, liveNote)) {
            node.managedProperty().bind(node.visibleProperty());
        }
        chart.getData().add(series);
        timelineTab = new TimelineTab(timeline, history, job -> overview.address(job).toString(), background, times,
                now);
        result = new ResultTab(resultTab, resultLines, resultNote, resultSearch, overview.actions(), background,
                saveAs);
        following = new LiveStream(live, liveNote, overview, InstantSource.system());
        raw = new RawTab(rawTab, rawLines, overview.actions(), background);
        selection.addListener((ListChangeListener<Job>) _ -> choose());
        now.timeProperty().addListener((_, _, _) -> show());
        overview.viewsProperty().addListener((_, _, _) -> show());
        choose();
    }

    private void choose() {
        // A filter that hides the row for a moment is no reason to tell nothing of it.
        if (selection.isEmpty() && shown != null && overview.contains(shown)) {
            return;
        }
        if (shown != null) {
            shown.viewProperty().removeListener(change);
        }
        shown = selection.isEmpty() ? null : selection.getLast();
        if (shown != null) {
            shown.viewProperty().addListener(change);
        }
        show();
    }

    private void show() {
        if (shown != null && !overview.contains(shown)) {
            shown.viewProperty().removeListener(change);
            shown = null; // taken off the board while a filter hid it
        }
        details.getChildren().forEach(child -> child.setVisible(shown != null));
        if (shown == null) {
            following.show(null);
            return;
        }
        boolean several = selection.size() > 1;
        following.show(several ? null : shown);
        one.setVisible(!several);
        summary.setVisible(several);
        copyId.setVisible(!several);
        // Only for what is selected: a job that a filter hides must not be cancelled by mistake.
        cancelJob.setDisable(selection.stream().noneMatch(Job::cancellable));
        deleteJob.setDisable(selection.stream().noneMatch(Job::deletable));
        if (several) {
            showSummary();
            return;
        }
        JobSnapshot view = shown.view();
        details.pseudoClassStateChanged(stale, shown.stale());
        id.setText(PlainText.line(view.jobId()));
        state.setText(Messages.glyph(view.state()) + " " + Messages.state(view));
        style(state, view.state());
        style(progress, view.state());
        showProgress(view);
        facts.setText(facts(view));
        showChart(view);
        timelineTab.show(shown);
        result.show(shown);
        raw.show(shown);
    }

    /** {@return what actions are about: the selection, or what is still shown of it} */
    private List<Job> jobs() {
        return selection.isEmpty() && shown != null ? List.of(shown) : List.copyOf(selection);
    }

    private void showSummary() {
        details.pseudoClassStateChanged(stale, false);
        id.setText(Messages.of("details.several", selection.size()));
        state.setText("");
        Map<DisplayState, Integer> counts = new TreeMap<>();
        selection.forEach(job -> counts.merge(job.view().state(), 1, Integer::sum));
        summary.setText(counts.entrySet().stream().map(
                entry -> Messages.of("details.several.states", entry.getValue(), Messages.state(entry.getKey())))
                .collect(Collectors.joining("\n")));
    }

    /** From the start, or from when it was first seen, to now. */
    private void showChart(JobSnapshot view) {
        List<ProgressHistory.Point> points = shown.trail().points();
        chart.setVisible(points.size() > 1);
        if (points.size() < 2) {
            return;
        }
        Instant start = view.status().startedAt() == null ? points.getFirst().at() : view.status().startedAt();
        Instant end = view.status().completedAt() == null ? now.get() : view.status().completedAt();
        List<XYChart.Data<Number, Number>> line = new ArrayList<>();
        line.add(new XYChart.Data<>(0, 0));
        points.forEach(point -> line.add(new XYChart.Data<>(seconds(start, point.at()), point.percentage())));
        line.add(new XYChart.Data<>(Math.max(seconds(start, end), seconds(start, points.getLast().at())),
                points.getLast().percentage()));
        double length = Math.max(1, line.getLast().getXValue().doubleValue());
        chartTime.setTickUnit(length); // it draws none, but would count them
        chartTime.setUpperBound(length);
        series.getData().setAll(line);
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }

    private void showProgress(JobSnapshot view) {
        percent.setText(Messages.percent(view.percentage()));
        progress.setProgress(shown.barProgress());
        var ran = view.elapsed(now.get());
        Eta eta = shown.eta(now.get());
        elapsed.setText(ran == null
                ? ""
                : view.state().over()
                        ? Messages.of("details.ranFor", Times.duration(ran))
                        : eta == null
                                ? Messages.of("details.soFar", Times.duration(ran))
                                : Messages.of("details.left", Times.left(eta), Times.duration(ran)));
        step.setText(view.status() == null ? "" : PlainText.line(view.status().progress().currentStep()));
        String words = view.status() == null ? null : view.status().error();
        detailsError.setVisible(view.state() == DisplayState.FAILED && words != null);
        String text = words == null
                ? ""
                : view.status().errorCut()
                        ? Messages.of("details.errorCut", PlainText.lines(words), view.status().errorLength())
                        : PlainText.lines(words);
        if (!text.equals(detailsError.getText())) { // else a person who has scrolled would be taken back to the top
            detailsError.setText(text);
        }
    }

    private String facts(JobSnapshot view) {
        List<String> facts = new ArrayList<>();
        facts.add(Messages.subtitle(view));
        if (overview.several()) {
            facts.add(PlainText.line(shown.server().name()));
        }
        if (view.status() != null && view.status().progress().stepsCompleted() != null) {
            Integer total = view.status().progress().stepsTotal();
            facts.add(total == null
                    ? Messages.of("details.steps.done", view.status().progress().stepsCompleted())
                    : Messages.of("details.steps.of", view.status().progress().stepsCompleted(), total));
        }
        if (view.overdue()) {
            facts.add(Messages.of("details.overdue"));
        }
        if (view.answeredAt() != null) {
            facts.add(view.recalled()
                    ? Messages.of("details.remembered", times.full(view.answeredAt()))
                    : Messages.of("details.answered", times.ago(view.answeredAt(), now.get())));
        }
        return facts.stream().filter(fact -> !fact.isEmpty())
                .collect(Collectors.joining(Messages.of("details.betweenFacts")));
    }

    private static void style(Node node, DisplayState state) {
        node.getStyleClass().removeIf(name -> name.startsWith("state-"));
        node.getStyleClass().add(state.styleClass());
    }

    @FXML
    private void askNow() {
        overview.askNow(jobs());
    }

    @FXML
    private void cancelJobs() {
        commands.cancel(List.copyOf(selection), details.getScene().getWindow());
    }

    @FXML
    private void deleteJobs() {
        commands.delete(List.copyOf(selection), details.getScene().getWindow());
    }

    @FXML
    private void saveResult() {
        result.save();
    }

    @FXML
    private void copyId() {
        Clipboards.copy(shown.id());
    }

    @FXML
    private void copyCurl() {
        Clipboards.copy(Report.curl(jobs(), overview::address));
    }

    @FXML
    private void copyReport() {
        Clipboards.copy(Report.of(jobs(), overview::address, now.get()));
    }
}
