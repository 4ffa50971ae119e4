package dev.jobglass.ui.jobs;

import dev.jobglass.model.Job;
import dev.jobglass.model.JobRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableView;

/** The selected jobs of the table, which stay selected while rows come, go and change places. JavaFX thread only. */
final class JobTableSelection {
    private final TableView<JobRow> table;
    private final ObservableList<JobRow> rows;
    private final ObservableList<Job> jobs = FXCollections.observableArrayList();
    /** What was selected when a filter or a closed group hid all of it: selected again when its rows come back. */
    private Set<JobRow> hidden = Set.of();
    /** While this class itself selects: what is selected then is taken once, in the end. */
    private boolean restoring;

    JobTableSelection(TableView<JobRow> table, ObservableList<JobRow> rows) {
        this.table = table;
        this.rows = rows;
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.getSelectionModel().getSelectedIndices().addListener((ListChangeListener<Integer>) _ -> take());
    }

    /** {@return the selected jobs, observable} */
    ObservableList<Job> jobs() {
        return jobs;
    }

    /**
     * Selects the rows of some jobs and no others, all at once.
     *
     * @param some jobs; those without a row are left out
     */
    void selectOnly(List<Job> some) {
        restoring = true; // thousands are taken at once, not one by one
        select(places(Set.copyOf(some)));
        restoring = false;
        take();
    }

    private int[] places(Set<? extends JobRow> some) {
        return IntStream.range(0, rows.size()).filter(row -> some.contains(rows.get(row))).toArray();
    }

    private void select(int[] places) {
        table.getSelectionModel().clearSelection();
        if (places.length > 0) {
            table.getSelectionModel().selectIndices(places[0], places);
        }
    }

    private void take() {
        if (!restoring) {
            List<Job> now = new ArrayList<>();
            // By the rows' numbers: the table's list of selected items lags behind them.
            for (int row : table.getSelectionModel().getSelectedIndices()) {
                if (row >= 0 && row < rows.size() && rows.get(row) instanceof Job job) {
                    now.add(job);
                }
            }
            if (!now.isEmpty()) {
                hidden = Set.of();
            }
            if (!now.equals(jobs)) {
                jobs.setAll(now);
            }
        }
    }

    /**
     * {@return what selects the same rows again, as far as they are still there, and nothing else}
     *
     * @param move whether rows go or change their places: then nothing stays selected meanwhile, for the table would
     *        look for selected rows beyond its end
     */
    Runnable remember(boolean move) {
        Set<JobRow> shown = Set.copyOf(table.getSelectionModel().getSelectedIndices().stream()
                .filter(row -> row >= 0 && row < rows.size()).map(rows::get).toList());
        Set<JobRow> was = shown.isEmpty() ? hidden : shown;
        JobRow focused = table.getFocusModel().getFocusedItem();
        restoring = true;
        if (move && !was.isEmpty()) {
            table.getSelectionModel().clearSelection();
        }
        return () -> {
            int[] places = places(was);
            int[] now = table.getSelectionModel().getSelectedIndices().stream().mapToInt(row -> row).sorted().toArray();
            if (!Arrays.equals(places, now)) {
                select(places);
            }
            boolean back = shown.isEmpty() && places.length > 0; // then the focus goes where the selection is
            if (focused != null && !back && table.getFocusModel().getFocusedItem() != focused) {
                table.getFocusModel().focus(rows.indexOf(focused));
            }
            restoring = false;
            take();
            hidden = places.length == 0 ? was : Set.of();
        };
    }
}
