package dev.jobglass.ui.details;

import dev.jobglass.model.DisplayState;
import dev.jobglass.model.Eta;
import dev.jobglass.model.Job;
import dev.jobglass.model.JobSnapshot;
import dev.jobglass.monitor.UiClock;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import dev.jobglass.text.Times;
import dev.jobglass.ui.common.FittingArea;
import dev.jobglass.ui.common.StyleClasses;
import dev.jobglass.ui.common.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableDoubleValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;

/** Shows how far a job is, for how long it has run, what it is doing and what else is known of it. */
final class ProgressController {
    /** What stands in the pane besides the error at the least, in letters of the error. */
    private static final double ALL_ELSE = 35;
    /** Three lines, in letters. */
    private static final double LEAST_ERROR = 5.5;
    private static final double LEAST_HEIGHT_WITH_TEXT = 34;

    private final Workspace workspace;
    private final Times times;
    private final UiClock clock;

    @FXML
    private Node howFar;
    @FXML
    private Label percent;
    @FXML
    private Label elapsed;
    @FXML
    private ProgressBar progress;
    @FXML
    private Label step;
    @FXML
    private Label facts;
    @FXML
    private FittingArea detailsError;
    @FXML
    private Label errorUnwrappable;
    @FXML
    private Label errorNote;

    ProgressController(Workspace workspace, Times times, UiClock clock) {
        this.workspace = workspace;
        this.times = times;
        this.clock = clock;
    }

    @FXML
    private void initialize() {
        detailsError.managedProperty().bind(detailsError.visibleProperty());
        errorUnwrappable.managedProperty().bind(errorUnwrappable.visibleProperty());
        errorNote.managedProperty().bind(errorNote.visibleProperty());
        Texts.tooltipWhenCut(step);
        Texts.asWritten(step);
        Texts.inOneTypeface(facts);
    }

    /**
     * Has the error be as high as its text needs, but no more than a third of what it is shown in, and in a low pane no
     * more than all else leaves: one thing at a time is to be scrolled. All of this makes way in a low pane for what
     * the server said, but for an error.
     */
    void within(ObservableDoubleValue height, ObservableBooleanValue textShown) {
        howFar.managedProperty().bind(howFar.visibleProperty());
        howFar.visibleProperty().bind(Texts.atLeast(height, LEAST_HEIGHT_WITH_TEXT, step)
                .or(detailsError.visibleProperty()).or(errorUnwrappable.visibleProperty())
                .or(Bindings.not(textShown)));
        detailsError.mostHeightProperty().bind(Bindings.createDoubleBinding(() -> {
            double letter = detailsError.getFont().getSize();
            double left = height.get() - ALL_ELSE * letter;
            return Math.min(height.get() / 3, Math.max(LEAST_ERROR * letter, left));
        }, height, detailsError.fontProperty()));
    }

    void show(Job job) {
        JobSnapshot view = job.view();
        percent.setText(Messages.percent(view.percentage()));
        progress.setProgress(job.barProgress());
        StyleClasses.set(progress, "progress-bar", view.state().styleClass());
        elapsed.setText(elapsed(view, job.eta(clock.get()), job.knownAt(clock.get())));
        step.setText(view.status() == null
                ? Messages.trouble(view)
                : PlainText.line(view.status().progress().currentStep()));
        facts.setText(facts(job, view));
        showError(view);
    }

    private static String elapsed(JobSnapshot view, Eta eta, Instant at) {
        Duration ran = view.elapsed(at);
        if (ran == null) {
            return "";
        }
        if (view.state().over()) {
            return Messages.of("details.ranFor", Times.took(ran));
        }
        return eta == null
                ? Messages.of("details.soFar", Times.duration(ran))
                : Messages.of("details.left", Times.left(eta), Times.duration(ran));
    }

    private void showError(JobSnapshot view) {
        String error = view.status() == null ? null : view.status().error();
        String text = error == null ? "" : PlainText.lines(error);
        boolean shown = view.state() == DisplayState.FAILED && error != null;
        boolean cut = shown && view.status().errorCut();
        errorNote.setVisible(cut);
        errorNote.setText(cut ? Messages.of("details.errorCut", view.status().errorLength()) : "");
        boolean unwrappable = Texts.unwrappable(text);
        detailsError.setNodeOrientation(Texts.direction(error));
        errorUnwrappable.setNodeOrientation(Texts.direction(error));
        detailsError.setVisible(shown && !unwrappable);
        errorUnwrappable.setVisible(shown && unwrappable);
        errorUnwrappable.setText(unwrappable ? text : "");
        String inArea = unwrappable ? "" : text;
        if (!inArea.equals(detailsError.getText())) { // else a user who has scrolled would be taken back to the top
            detailsError.setText(inArea);
            Texts.showGist(detailsError, inArea);
        }
    }

    private String facts(Job job, JobSnapshot view) {
        List<String> facts = new ArrayList<>();
        facts.add(Messages.subtitle(view));
        if (workspace.several()) {
            facts.add(PlainText.line(job.server().name()));
        }
        if (view.status() != null && view.status().progress().stepsCompleted() != null) {
            Integer total = view.status().progress().stepsTotal();
            facts.add(total == null
                    ? Messages.of("details.steps.done", view.status().progress().stepsCompleted())
                    : Messages.of("details.steps.of", view.status().progress().stepsCompleted(), total));
        }
        if (view.state() == DisplayState.STALLED) {
            facts.add(Messages.of("details.stalled",
                    Times.duration(Duration.between(view.changedAt(), job.knownAt(clock.get())))));
        }
        String trouble = Messages.trouble(view);
        if (view.status() != null && trouble != null) {
            facts.add(trouble);
        }
        if (view.overdue()) {
            facts.add(Messages.of("details.overdue"));
        }
        if (view.answeredAt() != null) {
            facts.add(view.recalled()
                    ? Messages.of("details.remembered", times.full(view.answeredAt()))
                    : Messages.of("details.answered", times.ago(view.answeredAt(), clock.get())));
        }
        return Messages.joined(facts.toArray(String[]::new));
    }
}
