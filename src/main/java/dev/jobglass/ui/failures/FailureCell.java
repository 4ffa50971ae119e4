package dev.jobglass.ui.failures;

import dev.jobglass.model.Job;
import dev.jobglass.model.JobSnapshot;
import dev.jobglass.monitor.UiClock;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import dev.jobglass.text.Times;
import dev.jobglass.ui.common.Texts;
import java.time.Instant;
import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;

/** One failed job: its id, its error's first words, and when. */
final class FailureCell extends ListCell<Job> {
    private final Label id = new Label();
    private final Label error = new Label();
    private final Label time = new Label();
    private final VBox box = new VBox(id, error, time);
    private final Times times;
    private final UiClock clock;
    private final Workspace workspace;
    // Held here, since the clock outlives the cell and knows it only weakly.
    private final ChangeListener<Instant> tick = (_, _, _) -> {
        if (getItem() != null) {
            show(getItem());
        }
    };

    FailureCell(Times times, UiClock clock, Workspace workspace) {
        this.workspace = workspace;
        this.times = times;
        this.clock = clock;
        id.getStyleClass().add("mono");
        error.getStyleClass().add("subtle");
        time.getStyleClass().add("subtle");
        box.getStyleClass().add("failure");
        // Without it the longest error would make the list scroll sideways.
        box.setPrefWidth(0);
        List.of(id, error, time).forEach(Texts::tooltipWhenCut);
        clock.timeProperty().addListener(new WeakChangeListener<>(tick));
    }

    @Override
    protected void updateItem(Job job, boolean empty) {
        super.updateItem(job, empty);
        setGraphic(empty || job == null ? null : box);
        if (!empty && job != null) {
            show(job);
        }
    }

    private void show(Job job) {
        JobSnapshot view = job.view();
        id.setText(PlainText.line(view.jobId()));
        error.setText(view.status().error() == null
                ? Messages.of("failures.noError")
                : PlainText.gist(view.status().error()));
        Instant at = view.ended();
        time.setText(times.clock(at, clock.get()) + " · " + times.ago(at, clock.get())
                + (workspace.several() ? " · " + PlainText.line(job.server().name()) : ""));
        setAccessibleText(id.getText() + ". " + error.getText() + ". " + time.getText());
    }
}
