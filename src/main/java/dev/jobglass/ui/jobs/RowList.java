package dev.jobglass.ui.jobs;

import dev.jobglass.model.JobRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.collections.ObservableListBase;

/**
 * The table's rows. Another list is shown by telling the table as little as possible: what went, what came at the end
 * and who changed places, so that the scroll position stays. Only when most of it differs is it told to begin anew. The
 * selection is kept by whoever {@link #keepSelection} names: what the table makes of changes selects rows that nobody
 * chose.
 */
public final class RowList extends ObservableListBase<JobRow> {
    /** Each is told for itself, so that many cost more than to begin anew. */
    private static final int MOST_GAPS = 32;
    private static final int MOST_CHANGES = 2_000;

    private List<JobRow> rows = new ArrayList<>();
    private SelectionKeeper selection = _ -> () -> {
    };

    /** Keeps the selection while the rows change. */
    interface SelectionKeeper {
        /**
         * {@return what selects the same rows again, once they have changed}
         *
         * @param move whether rows go or change their places; else some are added below
         */
        Runnable remember(boolean move);
    }

    @Override
    public JobRow get(int index) {
        return rows.get(index);
    }

    @Override
    public int size() {
        return rows.size();
    }

    /** Names what keeps the selection. */
    void keepSelection(SelectionKeeper keeper) {
        selection = keeper;
    }

    /** Shows these rows, each of them different from all others. */
    void show(List<? extends JobRow> next) {
        int start = 0;
        int end = rows.size();
        int nextEnd = next.size();
        while (start < Math.min(end, nextEnd) && rows.get(start) == next.get(start)) {
            start++;
        }
        while (Math.min(end, nextEnd) > start && rows.get(end - 1) == next.get(nextEnd - 1)) {
            end--;
            nextEnd--;
        }
        if (start == end && start == nextEnd) {
            return;
        }
        Runnable restoreSelection = selection.remember(start < end);
        change(next, start, end, nextEnd);
        restoreSelection.run();
    }

    private void change(List<? extends JobRow> next, int start, int end, int nextEnd) {
        List<? extends JobRow> fresh = next.subList(start, nextEnd);
        if (Math.abs(nextEnd - end) > MOST_CHANGES) {
            replace(next);
            return;
        }
        Set<JobRow> gone = new HashSet<>(rows.subList(start, end));
        fresh.forEach(gone::remove);
        if (gaps(gone, start, end) > MOST_GAPS) {
            replace(next);
            return;
        }
        remove(gone, start, end);
        add(fresh, start, end - gone.size());
        reorder(next, start, nextEnd);
    }

    private int gaps(Set<JobRow> gone, int start, int end) {
        int gaps = 0;
        boolean inside = false;
        for (int i = start; i < end && !gone.isEmpty(); i++) {
            boolean goes = gone.contains(rows.get(i));
            gaps += goes && !inside ? 1 : 0;
            inside = goes;
        }
        return gaps;
    }

    private void replace(List<? extends JobRow> next) {
        List<JobRow> before = rows;
        rows = new ArrayList<>(next);
        beginChange();
        nextReplace(0, rows.size(), before);
        endChange();
    }

    private void remove(Set<JobRow> gone, int from, int to) {
        int end = gone.isEmpty() ? from : to;
        while (end > from) {
            int start = end;
            while (start > from && gone.contains(rows.get(start - 1))) {
                start--;
            }
            if (start < end) {
                List<JobRow> some = rows.subList(start, end);
                List<JobRow> removed = List.copyOf(some);
                some.clear();
                beginChange();
                nextRemove(start, removed);
                endChange();
            }
            end = start - 1;
        }
    }

    private void add(List<? extends JobRow> fresh, int start, int end) {
        if (fresh.size() == end - start) {
            return;
        }
        Set<JobRow> known = new HashSet<>(rows.subList(start, end));
        List<? extends JobRow> added = fresh.stream().filter(row -> !known.contains(row)).toList();
        rows.addAll(end, added);
        beginChange();
        nextAdd(end, end + added.size());
        endChange();
    }

    private void reorder(List<? extends JobRow> next, int start, int end) {
        Map<JobRow, Integer> places = new IdentityHashMap<>(end - start);
        for (int i = start; i < end; i++) {
            places.put(next.get(i), i);
        }
        int[] permutation = new int[end - start];
        boolean moved = false;
        for (int i = start; i < end; i++) {
            permutation[i - start] = places.get(rows.get(i));
            moved |= permutation[i - start] != i;
        }
        if (moved) {
            rows = new ArrayList<>(next);
            beginChange();
            nextPermutation(start, end, permutation);
            endChange();
        }
    }
}
