package dev.jobglass.ui.mini;

import dev.jobglass.model.DisplayState;
import dev.jobglass.model.Job;
import dev.jobglass.model.JobSnapshot;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import dev.jobglass.text.Times;
import dev.jobglass.ui.common.FailureWords;
import dev.jobglass.ui.common.Texts;
import dev.jobglass.ui.common.TimeLeft;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A job, or several that failed of the same. Rows are few and used again for other jobs. */
final class MiniRow extends Button {
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final Times times;
    private final Label name = label("mini-name");
    private final Label word = label("mini-word");
    private final Label text = label("mini-text");
    private final ProgressBar bar = new ProgressBar(0);
    private final Tooltip whole = new Tooltip();
    private String state = "";
    private Job first;

    MiniRow(Times times, Consumer<Job> choose) {
        this.times = times;
        getStyleClass().setAll("button", "mini-row");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setMaxWidth(Double.MAX_VALUE);
        setMinWidth(0);
        bar.setMaxWidth(Double.MAX_VALUE);
        word.setMinWidth(USE_PREF_SIZE);
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox line = new HBox(name, between, word);
        line.getStyleClass().add("mini-line");
        VBox lines = new VBox(line, text, bar);
        lines.getStyleClass().add("mini-lines");
        lines.prefWidthProperty().bind(widthProperty().subtract(paddingWidth()));
        text.managedProperty().bind(text.visibleProperty());
        bar.managedProperty().bind(bar.visibleProperty());
        bar.visibleProperty().bind(text.visibleProperty().not());
        Texts.asWritten(name);
        setGraphic(lines);
        setTooltip(whole);
        setOnAction(_ -> choose.accept(first));
    }

    private DoubleBinding paddingWidth() {
        return Bindings.createDoubleBinding(
                () -> getInsets().getLeft() + getInsets().getRight(), insetsProperty());
    }

    private static Label label(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        return label;
    }

    /** Shows jobs, of which several failed of the same. */
    void show(List<Job> jobs, Instant now) {
        first = jobs.getFirst();
        JobSnapshot view = first.view();
        boolean failed = view.state() == DisplayState.FAILED;
        style(view.state());
        pseudoClassStateChanged(STALE, first.stale());
        FailureWords failure = failed ? FailureWords.of(jobs) : null;
        name.setText(failed ? failure.name() : Messages.name(view));
        word.setText(failed
                ? Messages.glyph(view.state()) + " " + Messages.state(view)
                : TimeLeft.of(first, now));
        text.setVisible(failed);
        text.setText(failed ? Messages.joined(failure.words(), times.ago(view.ended(), now)) : "");
        bar.setProgress(first.barProgress());
        // In short: a tooltip has no other lines than these.
        String told = Messages.joined(PlainText.shortLine(view.jobId()), PlainText.shortLine(first.server().name()),
                failed ? "" : Messages.percent(view.percentage()),
                failed ? "" : PlainText.shortLine(view.status().progress().currentStep()));
        whole.setText(String.join("\n", PlainText.shortLine(name.getText()), told,
                PlainText.shortLine(failed ? text.getText() : word.getText())).strip());
        setAccessibleText(String.join(". ", name.getText(), word.getText(), text.getText()));
    }

    private void style(DisplayState next) {
        if (!state.equals(next.styleClass())) {
            for (var styled : List.of(getStyleClass(), bar.getStyleClass())) {
                styled.remove(state);
                styled.add(next.styleClass());
            }
            state = next.styleClass();
        }
    }
}
