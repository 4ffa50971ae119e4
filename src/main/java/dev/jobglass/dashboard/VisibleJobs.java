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
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The filtered and sorted jobs. Brought up to date once after each batch of changes, never per change: a sorted list
 * that follows every property freezes at some thousand rows.
 */
final class VisibleJobs {
    private final Board board;
    private final ObservableList<Job> items = FXCollections.observableArrayList();
    private JobFilter filter = JobFilter.ALL;
    private Comparator<? super Job> order = JobOrder.TROUBLE_FIRST;

    VisibleJobs(Board board) {
        this.board = board;
        board.revisionProperty().addListener((_, _, _) -> refresh());
    }

    ObservableList<Job> items() {
        return items;
    }

    void filter(JobFilter next) {
        filter = next;
        refresh();
    }

    /** Sorts by this, or trouble first for null. */
    void order(Comparator<Job> next) {
        order = next == null ? JobOrder.TROUBLE_FIRST : next.thenComparing(JobOrder.TROUBLE_FIRST);
        refresh();
    }

    /** Only what differs is changed, and reordering is a permutation, so that selection and scroll position stay. */
    void refresh() {
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
            items.addAll(added);
        }
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
