package dev.jobglass.ui.watchscreen;

import dev.jobglass.model.DisplayState;
import dev.jobglass.model.Job;
import dev.jobglass.model.JobSnapshot;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import dev.jobglass.ui.common.Texts;
import dev.jobglass.ui.common.TimeLeft;
import java.time.Instant;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One running job, legible from the other end of the room. Cards are few and used again for other jobs. */
final class JobCard extends VBox {
    /** In letters; the style sheet says the same. */
    static final double HEIGHT = 7.9;
    /** Between two of them, likewise. */
    static final double GAP = 0.85;

    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final Label name = label("card-name");
    private final Label percent = label("card-percent");
    private final ProgressBar bar = new ProgressBar(0);
    private final Label step = label("card-step");
    private final Label left = label("card-left");
    private final Label id = label("card-id");
    private String state = "";

    JobCard() {
        getStyleClass().add("card");
        bar.setMaxWidth(Double.MAX_VALUE);
        percent.setMinWidth(USE_PREF_SIZE);
        left.setMinWidth(USE_PREF_SIZE);
        List.of(name, step, id).forEach(Texts::tooltipWhenCut);
        Texts.asWritten(step, id);
        Texts.inOneTypeface(name);
        getChildren().addAll(line(name, percent), bar, line(step, left), id);
    }

    private static Label label(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        return label;
    }

    private static HBox line(Label first, Label last) {
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox line = new HBox(first, between, last);
        line.getStyleClass().add("card-line");
        return line;
    }

    void show(Job job, Instant now) {
        JobSnapshot view = job.view();
        style(view.state());
        pseudoClassStateChanged(STALE, job.stale());
        name.setText(Messages.name(view));
        percent.setText(view.percentage() == null ? "" : Messages.percent(view.percentage()));
        bar.setProgress(job.barProgress());
        // A state that is not ours has no look of its own: its word tells it.
        step.setText(Messages.joined(view.state() == DisplayState.UNKNOWN ? Messages.state(view) : "",
                PlainText.line(view.status().progress().currentStep())));
        left.setText(TimeLeft.of(job, now));
        id.setText(PlainText.line(view.jobId()));
        setAccessibleText(String.join(". ", name.getText(), Messages.state(view), percent.getText(), step.getText(),
                left.getText()));
    }

    private void style(DisplayState next) {
        if (!state.equals(next.styleClass())) {
            getStyleClass().remove(state);
            bar.getStyleClass().remove(state);
            state = next.styleClass();
            getStyleClass().add(state);
            bar.getStyleClass().add(state);
        }
    }
}
