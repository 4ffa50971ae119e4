package dev.jobglass.ui.jobs;

import dev.jobglass.api.JobKey;
import dev.jobglass.model.Job;
import dev.jobglass.model.JobRow;
import dev.jobglass.settings.RowSettings;
import dev.jobglass.ui.common.Later;
import dev.jobglass.ui.common.Scrolling;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.TableView;

/**
 * What is selected before the user selects anything: the jobs of the last time, and until one of them is there the
 * first, so that the details have something to tell; which is the first shows when all are there. Then remembers what
 * is selected. JavaFX thread only.
 */
final class InitialSelection {
    /** More are hardly worth to be found again. */
    private static final int MOST = 100;
    private static final int ROWS_ABOVE = 3;

    private final TableView<JobRow> table;
    private final JobTableModel visible;
    private final ObservableList<Job> selection;
    private final RowSettings kept;
    private final boolean keeps;
    private final BooleanSupplier complete;
    private final Set<JobKey> wanted;
    /** Whether all jobs were there when the rows changed last. */
    private boolean settled;
    /** What was selected for the user. */
    private List<Job> provisional = List.of();
    private boolean over;
    /** While this class itself selects, the user has chosen nothing. */
    private boolean selecting;

    /**
     * Follows what is selected.
     *
     * @param keeps whether it is remembered, as it is not in the demo
     * @param complete whether the first look at the servers' jobs is over
     */
    InitialSelection(TableView<JobRow> table, JobTableModel visible, ObservableList<Job> selection, RowSettings kept,
            boolean keeps, BooleanSupplier complete) {
        this.table = table;
        this.visible = visible;
        this.selection = selection;
        this.kept = kept;
        this.keeps = keeps;
        this.complete = complete;
        wanted = Set.copyOf(kept.selection());
        selection.addListener((ListChangeListener<Job>) _ -> changed());
    }

    /** Selects what is to be selected now that there are other rows. */
    void rowsChanged() {
        if (over || visible.rows().isEmpty()) {
            return;
        }
        List<Job> found = visible.jobs().filter(job -> wanted.contains(job.key())).toList();
        List<Job> next = found.isEmpty() ? visible.jobs().limit(1).toList() : found;
        boolean others = !next.isEmpty() && !next.equals(provisional);
        boolean first = others && (provisional.isEmpty() || !found.isEmpty() || !settled);
        boolean justSettled = !settled && complete.getAsBoolean() && !found.isEmpty();
        settled = complete.getAsBoolean();
        over = settled && found.size() == wanted.size();
        if (first) {
            provisional = next;
            selecting = true;
            table.getSelectionModel().clearSelection();
            next.forEach(table.getSelectionModel()::select);
            selecting = false;
            changed();
            scrollTo(next.getFirst());
        }
        if (first || justSettled) {
            Later.afterPulses(table.getScene(), 2, () -> scrollTo(next.getFirst())); // once rows are sorted as before
        }
    }

    /** What is selected now was chosen, though it may be what was selected for the user. */
    void chosen() {
        over = true;
        changed();
    }

    private void scrollTo(Job job) {
        int row = table.getItems().indexOf(job);
        if (row >= 0) {
            Scrolling.to(table, Math.max(0, row - ROWS_ABOVE)); // so that the header of its group is seen too
        }
    }

    private void changed() {
        if (selecting || !keeps) {
            return;
        }
        over |= !Set.copyOf(provisional).equals(Set.copyOf(selection));
        if (over) {
            Set<JobKey> keys = selection.stream().limit(MOST).map(Job::key).collect(Collectors.toSet());
            kept.selection().retainAll(keys);
            kept.selection().addAll(keys);
        }
    }
}
