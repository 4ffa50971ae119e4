package dev.jobglass.ui.jobs;

import dev.jobglass.model.DisplayState;
import dev.jobglass.model.Job;
import dev.jobglass.model.JobSnapshot;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import dev.jobglass.text.Times;
import dev.jobglass.ui.common.StyleClasses;
import dev.jobglass.ui.common.Texts;
import java.time.Duration;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;

/** Bar and percentage above the step. */
final class ProgressCell extends JobCell {
    private final ProgressBar bar = new ProgressBar();
    private final Label percent = new Label();
    private final Label step = new Label();
    private final Pane box;

    ProgressCell(boolean compact) {
        HBox line = new HBox(bar, percent);
        line.getStyleClass().add("progress-line");
        box = lines(compact, line, step);
        if (compact) { // of both the step goes first; where there is not even room for the line, its bar gives way
            box.setMinWidth(0);
            line.minWidthProperty().bind(widthProperty().map(width -> Math.min(line.prefWidth(-1),
                    width.doubleValue() - getInsets().getLeft() - getInsets().getRight())));
        } else {
            bar.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(bar, Priority.ALWAYS);
        }
        percent.getStyleClass().add("percent");
        step.getStyleClass().add("subtle");
        Texts.asWritten(step);
    }

    @Override
    void show(JobSnapshot view) {
        bar.setProgress(job().map(Job::barProgress).orElse(0.0));
        StyleClasses.set(bar, "progress-bar", view.state().styleClass());
        percent.setText(Messages.percent(view.percentage()));
        String text = line(view);
        step.setText(text == null ? "" : PlainText.gist(text));
        setGraphic(box);
        setAccessibleText(percent.getText() + " " + step.getText());
        tip(text);
    }

    /** Trouble in polling first, then the error, then the step. */
    private static String line(JobSnapshot view) {
        if (view.problem() != null && view.state() != DisplayState.GONE) {
            return Messages.of("jobs.asking.failed", Messages.problem(view.problem()));
        }
        if (view.status() == null) {
            return Messages.of(view.state() == DisplayState.GONE ? "jobs.step.unknown" : "jobs.step.unasked");
        }
        if (view.state() == DisplayState.FAILED && view.status().error() != null) {
            return view.status().error();
        }
        String step = view.status().progress().currentStep();
        if (view.state() == DisplayState.QUEUED && step == null) {
            return Messages.of("jobs.step.queued");
        }
        return switch (view.state()) {
            case STALLED -> Messages.of(step == null ? "jobs.step.stalledSomewhere" : "jobs.step.stalled", step,
                    Times.duration(Duration.between(view.changedAt(), view.answeredAt())));
            case GONE -> Messages.of("jobs.step.gone");
            default -> view.overdue()
                    ? Messages.of(step == null ? "jobs.step.overdueSomewhere" : "jobs.step.overdue", step)
                    : step;
        };
    }
}
