package dev.jobglass.details;

import dev.jobglass.board.Job;
import dev.jobglass.board.JobView;
import dev.jobglass.board.Now;
import dev.jobglass.board.ShownState;
import dev.jobglass.board.Watching;
import dev.jobglass.board.text.PlainText;
import dev.jobglass.board.text.Report;
import dev.jobglass.board.text.Times;
import dev.jobglass.board.text.Words;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ChangeListener;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.VBox;

/** Binds the details pane to the selected job. */
public final class DetailsController {
    private static final int LONGEST_ERROR = 4_000;

    private final ObservableList<Job> selection;
    private final Watching watching;
    private final Now now;
    private final Times times = Times.here();
    private final PseudoClass stale = PseudoClass.getPseudoClass("stale");
    private final ChangeListener<JobView> change = (_, _, _) -> show();
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
    private Label agent;
    @FXML
    private Label session;
    @FXML
    private Label steps;
    @FXML
    private Label created;
    @FXML
    private Label started;
    @FXML
    private Label completed;
    @FXML
    private Label answered;

    /**
     * Serves the FXML of the same name.
     *
     * @param selection the selected jobs; the last of them is shown
     * @param watching their server
     * @param now the ticking time
     */
    public DetailsController(ObservableList<Job> selection, Watching watching, Now now) {
        this.selection = selection;
        this.watching = watching;
        this.now = now;
    }

    @FXML
    private void initialize() {
        detailsError.managedProperty().bind(detailsError.visibleProperty());
        selection.addListener((ListChangeListener<Job>) _ -> choose());
        now.timeProperty().addListener((_, _, _) -> show());
        watching.board().serverProperty().addListener((_, _, _) -> show());
        choose();
    }

    private void choose() {
        // A filter that hides the row for a moment is no reason to tell nothing of it.
        if (selection.isEmpty() && shown != null && watching.board().job(shown.id()).isPresent()) {
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
        details.getChildren().forEach(child -> child.setVisible(shown != null));
        if (shown == null) {
            return;
        }
        JobView view = shown.view();
        details.pseudoClassStateChanged(stale, view.unheard(watching.board().serverProperty().get()));
        id.setText(PlainText.line(view.jobId()));
        state.setText(Words.glyph(view.state()) + " " + Words.state(view));
        style(state, view.state());
        style(progress, view.state());
        showProgress(view);
        showFacts(view);
    }

    private void showProgress(JobView view) {
        percent.setText(Words.percent(view.percentage()));
        progress.setProgress(view.barProgress(watching.board().serverProperty().get()));
        var ran = view.elapsed(now.get());
        elapsed.setText(
                ran == null ? "" : Texts.of(view.state().over() ? "ranFor" : "soFar", Times.duration(ran)));
        step.setText(view.status() == null ? "" : PlainText.line(view.status().progress().currentStep()));
        String words = view.status() == null ? null : view.status().error();
        detailsError.setVisible(view.state() == ShownState.FAILED && words != null);
        String text = words == null ? "" : cut(PlainText.lines(words));
        if (!text.equals(detailsError.getText())) { // else a person who has scrolled would be taken back to the top
            detailsError.setText(text);
        }
    }

    /** The failure window shows errors of any length; here a long one would slow the selection. */
    private static String cut(String error) {
        return error.length() <= LONGEST_ERROR
                ? error
                : Texts.of("errorCut", error.substring(0, LONGEST_ERROR), error.length() - LONGEST_ERROR);
    }

    private void showFacts(JobView view) {
        var status = view.status();
        agent.setText(status == null ? Words.none() : orNone(status.agentId()));
        session.setText(status == null ? Words.none() : orNone(status.sessionId()));
        steps.setText(status == null || status.progress().stepsCompleted() == null
                ? Words.none()
                : status.progress().stepsTotal() == null
                        ? Texts.of("stepsDone", status.progress().stepsCompleted())
                        : Texts.of("stepsOf", status.progress().stepsCompleted(), status.progress().stepsTotal()));
        created.setText(time(status == null ? null : status.createdAt()));
        started.setText(time(status == null ? null : status.startedAt()));
        completed.setText(time(status == null ? null : status.completedAt()));
        answered.setText(view.answeredAt() == null ? Words.none() : times.ago(view.answeredAt(), now.get()));
    }

    private String time(Instant at) {
        return times.clock(at, now.get());
    }

    private static String orNone(String text) {
        return text == null ? Words.none() : PlainText.line(text);
    }

    private static void style(Node node, ShownState state) {
        node.getStyleClass().removeIf(name -> name.startsWith("state-"));
        node.getStyleClass().add(state.styleClass());
    }

    @FXML
    private void askNow() {
        watching.askNow(List.of(shown));
    }

    @FXML
    private void copyId() {
        copy(shown.id());
    }

    @FXML
    private void copyReport() {
        copy(Report.of(shown.view(), watching.server().toString(), now.get()));
    }

    private static void copy(String text) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    }
}
