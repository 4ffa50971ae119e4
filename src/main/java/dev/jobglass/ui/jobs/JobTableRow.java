package dev.jobglass.ui.jobs;

import dev.jobglass.model.DisplayState;
import dev.jobglass.model.Job;
import dev.jobglass.model.JobGroup;
import dev.jobglass.model.JobRow;
import dev.jobglass.model.JobSnapshot;
import dev.jobglass.ui.common.Styling;
import dev.jobglass.ui.common.Texts;
import java.util.function.BiConsumer;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.beans.value.WeakChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Skin;
import javafx.scene.control.TableRow;
import javafx.scene.control.skin.TableRowSkin;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** A row whose edge tells trouble and which fades when what it shows is old; or the head of a group. */
final class JobTableRow extends TableRow<JobRow> {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final PseudoClass STALLED = PseudoClass.getPseudoClass("stalled");
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    private static final PseudoClass GROUP = PseudoClass.getPseudoClass("group");

    private final ChangeListener<Object> change = (_, _, _) -> show();
    private final GroupHead head = new GroupHead();

    /**
     * Makes a row for many jobs and groups, one after another.
     *
     * @param servers changes when it stands otherwise with a server
     * @param open what a double click on a job does
     * @param collapse hides a group's jobs or shows them again
     */
    JobTableRow(ObservableValue<?> servers, Runnable open, BiConsumer<JobGroup, Boolean> collapse) {
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            switch (getItem()) {
                case JobGroup group when event.getButton() == MouseButton.PRIMARY ->
                    collapse.accept(group, !group.head().collapsed());
                case Job _ when event.getClickCount() == 2 -> open.run();
                case null, default -> {
                    // Selecting is the table's own.
                }
            }
        });
        setOnMouseEntered(_ -> {
            String name = head.isVisible() ? head.cutName() : null;
            setTooltip(name == null ? null : Texts.tooltip(name));
        });
        itemProperty().addListener((_, before, after) -> {
            if (before != null) {
                whatChanges(before).removeListener(change);
            }
            if (after != null) {
                whatChanges(after).addListener(change);
            }
            show();
        });
        servers.addListener(new WeakChangeListener<>(change));
    }

    private static ObservableValue<?> whatChanges(JobRow row) {
        return switch (row) {
            case Job job -> job.viewProperty();
            case JobGroup group -> group.headProperty();
        };
    }

    private void show() {
        switch (getItem()) {
            case Job job -> {
                show(job);
                setAccessibleText(null);
            }
            case JobGroup group -> {
                show((Job) null);
                head.show(group);
                setAccessibleText(head.text());
                requestLayout();
            }
            case null -> show((Job) null);
        }
        boolean group = getItem() instanceof JobGroup;
        head.setVisible(group);
        pseudoClassStateChanged(GROUP, group);
    }

    private void show(Job job) {
        JobSnapshot view = job == null ? null : job.view();
        pseudoClassStateChanged(FAILED, view != null && view.failureOpen());
        pseudoClassStateChanged(STALLED, view != null && view.state() == DisplayState.STALLED);
        pseudoClassStateChanged(STALE, job != null && job.stale());
    }

    /** A cell would clip what reaches over the next one, so the head of a group lies above the cells. */
    @Override
    protected Skin<?> createDefaultSkin() {
        return new TableRowSkin<>(this) {
            @Override
            protected void layoutChildren(double x, double y, double w, double h) {
                super.layoutChildren(x, y, w, h);
                if (head.isVisible()) {
                    if (!getChildren().contains(head)) {
                        getChildren().add(head);
                        Styling.now(head); // it is laid out with the row, before the next pulse would do so
                    }
                    head.resizeRelocate(x, y, Math.min(w, Math.max(seenWidth(), head.minWidth(-1))), h);
                }
            }

            /** Of a table that scrolls sideways a row is wider than what is seen of it. */
            private double seenWidth() {
                Node seen = getTableView() == null ? null : getTableView().lookup(".clipped-container");
                return seen == null ? Double.MAX_VALUE : seen.getLayoutBounds().getWidth();
            }
        };
    }
}
