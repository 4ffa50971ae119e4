package dev.jobglass.poll;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/**
 * The jobs that wait for their next request, the first due first, and what has changed about that. Times are
 * monotonic nanoseconds. Belongs to one thread at a time.
 */
final class DueQueue {
    private static final long SPREAD_A_JOB = 20_000_000;
    private static final long LEAST_SPREAD = 500_000_000;
    private static final long LONGEST_SPREAD = 10_000_000_000L;

    private final TreeSet<ScheduledJob> waiting = new TreeSet<>(ScheduledJob.BY_DUE);
    private Map<String, Long> changed = new LinkedHashMap<>();
    private final RandomGenerator random;
    private boolean pagesServe;
    /** Stands behind all that are due at its time. */
    private final ScheduledJob mark;

    DueQueue(RandomGenerator random) {
        this.random = random;
        this.mark = new ScheduledJob("", Long.MIN_VALUE, random, 0);
    }

    /** Puts a job in the queue, or elsewhere in the queue; never before what the server asked for. */
    void put(ScheduledJob entry, long due) {
        waiting.remove(entry);
        entry.due = Math.max(due, entry.notBefore);
        waiting.add(entry);
        changed.put(entry.jobId, entry.due);
    }

    /** Takes a job out of the queue, to be asked now or no more. */
    void remove(ScheduledJob entry) {
        waiting.remove(entry);
    }

    /** Takes a job out for good. */
    void stop(ScheduledJob entry) {
        waiting.remove(entry);
        changed.put(entry.jobId, Long.MAX_VALUE);
    }

    /** Puts a job back where it was, or later if its server has asked for that meanwhile. */
    void putBack(ScheduledJob entry) {
        put(entry, entry.due);
    }

    boolean contains(ScheduledJob entry) {
        return waiting.contains(entry);
    }

    /** {@return all that wait, the first due first; a view} */
    SortedSet<ScheduledJob> all() {
        return waiting;
    }

    /** {@return those that are due, in a view good until the next call} */
    SortedSet<ScheduledJob> due(long now) {
        mark.due = now + 1;
        return waiting.headSet(mark);
    }

    boolean anyDue(long now) {
        return firstDue() <= now;
    }

    /** {@return when the first is due, or {@code Long.MAX_VALUE} when none waits} */
    long firstDue() {
        return waiting.isEmpty() ? Long.MAX_VALUE : waiting.first().due;
    }

    /** Says whether one page of the list may serve many jobs that are due together. */
    void pagesServe(boolean serve) {
        pagesServe = serve;
    }

    /**
     * One gentle catch-up: what is overdue is spread over some seconds instead of asked at once; the jobs of one page
     * together, if pages serve.
     */
    void spreadOverdue(long now) {
        List<ScheduledJob> overdue = new ArrayList<>(due(now));
        if (pagesServe) {
            overdue.sort(SweepPlanner.BY_PAGES);
        }
        long window = Math.clamp(overdue.size() * SPREAD_A_JOB, LEAST_SPREAD, LONGEST_SPREAD);
        double place = 0;
        for (int i = 0; i < overdue.size(); i++) {
            ScheduledJob job = overdue.get(i);
            if (!pagesServe || job.filedUnder == null || i % SweepPlanner.PAGE_SIZE == 0) {
                place = (i + random.nextDouble()) / overdue.size();
            }
            put(job, now + (long) (window * place));
        }
    }

    /** {@return what has changed since the last call: job id to when it is due, {@code Long.MAX_VALUE} for never} */
    Map<String, Long> takeChanged() {
        Map<String, Long> taken = Collections.unmodifiableMap(changed);
        changed = new LinkedHashMap<>();
        return taken;
    }
}
