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
import javafx.geometry.Insets;
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
        HBox line = compact ? lowLine() : new HBox(bar, percent);
        line.getStyleClass().add("progress-line");
        box = lines(compact, line, step);
        if (compact) {
            box.setMinWidth(0);
        } else {
            bar.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(bar, Priority.ALWAYS);
        }
        bar.setMouseTransparent(true); // a bar takes all clicks, and would keep them from its row
        percent.getStyleClass().add("percent");
        step.getStyleClass().add("subtle");
        Texts.asWritten(step);
    }

    /** Of it and the step that goes first; where there is not even room for the line, its bar gives way. */
    private HBox lowLine() {
        HBox line = new HBox(bar, percent) {
            @Override
            protected double computeMinWidth(double height) {
                Insets around = ProgressCell.this.getInsets();
                double room = ProgressCell.this.getWidth() - around.getLeft() - around.getRight();
                return Math.clamp(room, 0, computePrefWidth(height));
            }
        };
        widthProperty().subscribe(_ -> line.requestLayout());
        return line;
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
        String trouble = Messages.trouble(view);
        if (trouble != null) {
            return trouble;
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
