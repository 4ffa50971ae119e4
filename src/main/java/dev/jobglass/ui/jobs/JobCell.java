package dev.jobglass.ui.jobs;

import dev.jobglass.model.Job;
import dev.jobglass.model.JobRow;
import dev.jobglass.model.JobSnapshot;
import dev.jobglass.monitor.UiClock;
import dev.jobglass.text.PlainText;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * A cell of the job table. It shows a {@link JobSnapshot}, and is used for many jobs one after the other. JavaFX thread
 * only.
 */
abstract class JobCell extends TableCell<JobRow, JobSnapshot> {
    /** A tooltip must stay smaller than the screen. */
    private static final int TIP = 1_500;

    /** In pixels: in less there is no room for a word. */
    private static final double LEAST_TEXT = 30;

    private String tipText;
    /** Each is a window of its own, so it is made when the pointer comes by for the first time. */
    private Tooltip tip;
    /** Held here, since the clock outlives the cell and knows it only weakly. Null for a cell that stands still. */
    private ChangeListener<Instant> tick;

    JobCell() {
        // Its row gives it its size. A managed one would have all rows laid out anew whenever its text changes.
        setManaged(false);
        addEventHandler(MouseEvent.MOUSE_ENTERED, _ -> {
            if (tip == null) {
                tip = new Tooltip();
                tip(tipText);
            }
        });
    }

    @Override
    protected final void updateItem(JobSnapshot view, boolean empty) {
        super.updateItem(view, empty);
        if (empty || view == null) {
            setGraphic(null);
            setText(null);
            tip(null);
            setAccessibleText(null);
        } else {
            show(view);
        }
    }

    abstract void show(JobSnapshot view);

    /** {@return the job of the row} */
    final Optional<Job> job() {
        return getTableRow() != null && getTableRow().getItem() instanceof Job job
                ? Optional.of(job)
                : Optional.empty();
    }

    /** Shows its job anew each second. Only cells on the screen exist, so only those tick. */
    final void tick(UiClock clock) {
        tick = (_, _, _) -> {
            if (!isEmpty() && getItem() != null) {
                show(getItem());
            }
        };
        clock.timeProperty().addListener(new WeakChangeListener<>(tick));
    }

    void tip(String text) {
        tipText = text;
        if (text == null || text.isEmpty()) {
            setTooltip(null);
        } else if (tip != null) {
            tip.setText(PlainText.lines(text.length() > TIP ? text.substring(0, TIP) + "…" : text));
            setTooltip(tip);
        }
    }

    /** {@return both below each other, or side by side when rows are low} */
    static Pane lines(boolean compact, Node first, Region second) {
        Pane lines = compact ? new HBox(first, second) : new VBox(first, second);
        if (compact) { // nothing but dots would be left of it, unless it is shorter anyway
            second.visibleProperty().bind(second.widthProperty()
                    .map(width -> width.doubleValue() >= Math.min(LEAST_TEXT, second.prefWidth(-1))));
        }
        lines.getStyleClass().add("lines");
        return lines;
    }
}
