package dev.jobglass.ui.jobs;

import dev.jobglass.model.Job;
import dev.jobglass.model.JobFilter;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Finds the jobs a filter lets through, a little at a time, so that typing stays smooth however many there are. */
final class IncrementalFilter {
    /** A pulse has 16 ms, most of them for drawing. */
    private static final long SLICE = TimeUnit.MILLISECONDS.toNanos(5);
    private static final int BETWEEN_LOOKS_AT_THE_CLOCK = 64;

    private final List<Job> jobs;
    private final JobFilter filter;
    private final Set<Job> passing = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Job> gone = Collections.newSetFromMap(new IdentityHashMap<>());
    private int next;

    /** Begins; {@code jobs} must not change. */
    IncrementalFilter(List<Job> jobs, JobFilter filter) {
        this.jobs = jobs;
        this.filter = filter;
    }

    /** {@return whether the end is reached} */
    boolean goOn() {
        long end = System.nanoTime() + SLICE;
        while (next < jobs.size() && (next % BETWEEN_LOOKS_AT_THE_CLOCK != 0 || System.nanoTime() < end)) {
            if (!gone.contains(jobs.get(next))) {
                test(jobs.get(next));
            }
            next++;
        }
        return next == jobs.size();
    }

    /** {@return whether that changes anything; for a job that has changed since, or came} */
    boolean test(Job job) {
        return filter.test(job) ? passing.add(job) : passing.remove(job);
    }

    /** These are no longer there. */
    void remove(Set<Job> some) {
        passing.removeAll(some);
        if (next < jobs.size()) {
            gone.addAll(some);
        }
    }

    /** {@return those found so far} */
    Set<Job> passing() {
        return passing;
    }
}
