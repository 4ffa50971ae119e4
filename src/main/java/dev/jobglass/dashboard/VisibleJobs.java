package dev.jobglass.dashboard;

import dev.jobglass.board.Board;
import dev.jobglass.board.Job;
import dev.jobglass.board.JobFilter;
import dev.jobglass.board.JobOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javafx.animation.PauseTransition;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Duration;

/**
 * The filtered and sorted jobs. Brought up to date once after each batch of changes, never per change: a sorted list
 * that follows every property freezes at some thousand rows. Sorted at most twice a second, and not under a person's
 * hand, so that rows don't dance.
 */
final class VisibleJobs {
    private static final Duration BETWEEN_SORTS = Duration.millis(500);

    private final Board board;
    private final ObservableList<Job> items = FXCollections.observableArrayList();
    private final PauseTransition pause = new PauseTransition(BETWEEN_SORTS);
    private JobFilter filter = JobFilter.ALL;
    private Comparator<? super Job> order = JobOrder.TROUBLE_FIRST;
    private BooleanSupplier busyHand = () -> false;
    private boolean sortWanted;

    VisibleJobs(Board board) {
        this.board = board;
        board.revisionProperty().addListener((_, _, _) -> refresh());
        pause.setOnFinished(_ -> {
            if (sortWanted) {
                sortUnlessBusy();
            }
        });
    }

    ObservableList<Job> items() {
        return items;
    }

    /** Names what tells whether a person is just doing something with the rows. */
    void busyHand(BooleanSupplier busy) {
        busyHand = busy;
    }

    void filter(JobFilter next) {
        filter = next;
        refresh();
    }

    /** Sorts by this, or trouble first for null; at once, since a person asked for it. */
    void order(Comparator<Job> next) {
        order = next == null ? JobOrder.TROUBLE_FIRST : next.thenComparing(JobOrder.TROUBLE_FIRST);
        sort();
    }

    /** Only what differs is changed, so that selection and scroll position stay. */
    void refresh() {
        boolean all = filter.all() && items.size() == board.jobs().size();
        if (!all) {
            update();
        }
        sortWanted = true;
        if (pause.getStatus() != PauseTransition.Status.RUNNING) {
            sortUnlessBusy();
        }
    }

    private void update() {
        Set<Job> wanted = new HashSet<>();
        List<Job> added = new ArrayList<>();
        Set<Job> shown = new HashSet<>(items);
        for (Job job : board.jobs()) {
            if (filter.test(job)) {
                wanted.add(job);
                if (!shown.contains(job)) {
                    added.add(job);
                }
            }
        }
        if (wanted.size() != shown.size() + added.size()) {
            items.removeIf(job -> !wanted.contains(job));
        }
        if (!added.isEmpty()) {
            added.sort(order);
            items.addAll(added);
        }
    }

    private void sortUnlessBusy() {
        if (!busyHand.getAsBoolean()) {
            sort();
        }
        pause.playFromStart();
    }

    /** Reordering is a permutation, so that selection and scroll position stay. */
    private void sort() {
        sortWanted = false;
        if (!sorted()) {
            FXCollections.sort(items, order);
        }
    }

    private boolean sorted() {
        for (int i = 1; i < items.size(); i++) {
            if (order.compare(items.get(i - 1), items.get(i)) > 0) {
                return false;
            }
        }
        return true;
    }
}
