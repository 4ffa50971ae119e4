package dev.jobglass.dashboard;

import dev.jobglass.board.JobRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javafx.collections.ObservableListBase;

/**
 * The table's rows. Another list is shown by telling the table as little as possible: what went, what came at the end
 * and who changed places, so that selection and scroll position stay. Only when most of it differs is it told to begin
 * anew.
 */
final class ShownRows extends ObservableListBase<JobRow> {
    /** Each is told for itself, so that many cost more than to begin anew. */
    private static final int MOST_GAPS = 32;

    private List<JobRow> rows = new ArrayList<>();
    private Supplier<Runnable> rememberSelection = () -> () -> {
    };

    @Override
    public JobRow get(int index) {
        return rows.get(index);
    }

    @Override
    public int size() {
        return rows.size();
    }

    /** Names what remembers the selection before the table begins anew, and gives what restores it. */
    void onReplace(Supplier<Runnable> remember) {
        rememberSelection = remember;
    }

    /** Shows these rows, each of them different from all others. */
    void show(List<? extends JobRow> next) {
        Set<JobRow> gone = gone(next);
        if (gaps(gone) > MOST_GAPS) {
            replace(next);
            return;
        }
        remove(gone);
        add(next);
        reorder(next);
    }

    private Set<JobRow> gone(List<? extends JobRow> next) {
        if (rows.equals(next)) {
            return Set.of();
        }
        Set<JobRow> gone = new HashSet<>(rows);
        next.forEach(gone::remove);
        return gone;
    }

    private int gaps(Set<JobRow> gone) {
        int gaps = 0;
        boolean inside = false;
        if (!gone.isEmpty()) {
            for (JobRow row : rows) {
                boolean goes = gone.contains(row);
                gaps += goes && !inside ? 1 : 0;
                inside = goes;
            }
        }
        return gaps;
    }

    private void replace(List<? extends JobRow> next) {
        Runnable restoreSelection = rememberSelection.get();
        List<JobRow> before = rows;
        rows = new ArrayList<>(next);
        beginChange();
        nextReplace(0, rows.size(), before);
        endChange();
        restoreSelection.run();
    }

    private void remove(Set<JobRow> gone) {
        int end = gone.isEmpty() ? 0 : rows.size();
        while (end > 0) {
            int start = end;
            while (start > 0 && gone.contains(rows.get(start - 1))) {
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

    private void add(List<? extends JobRow> next) {
        if (next.size() == rows.size()) {
            return;
        }
        Set<JobRow> known = new HashSet<>(rows);
        int end = rows.size();
        next.stream().filter(row -> !known.contains(row)).forEach(rows::add);
        beginChange();
        nextAdd(end, rows.size());
        endChange();
    }

    private void reorder(List<? extends JobRow> next) {
        int from = 0;
        int to = rows.size();
        while (from < to && rows.get(from) == next.get(from)) {
            from++;
        }
        while (to > from && rows.get(to - 1) == next.get(to - 1)) {
            to--;
        }
        if (from == to) {
            return;
        }
        Map<JobRow, Integer> places = new IdentityHashMap<>(to - from);
        for (int i = from; i < to; i++) {
            places.put(next.get(i), i);
        }
        int[] permutation = new int[to - from];
        for (int i = from; i < to; i++) {
            permutation[i - from] = places.get(rows.get(i));
        }
        rows = new ArrayList<>(next);
        beginChange();
        nextPermutation(from, to, permutation);
        endChange();
    }
}
