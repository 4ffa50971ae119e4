package dev.jobglass.board;

import java.time.Instant;
import java.util.Comparator;

/** The order jobs are shown in unless a person sorts them otherwise. */
public final class JobOrder {
    /**
     * Trouble first: failed and not dismissed, stalled, running, queued, then what is over, newest first; within the
     * others the oldest first, so that rows keep their place.
     */
    public static final Comparator<Job> TROUBLE_FIRST = Comparator.<Job>comparingInt(job -> rank(job.view()))
            .thenComparing(JobOrder::byTime).thenComparing(Job::id);

    private JobOrder() {
    }

    private static int rank(JobView view) {
        return view.state().over() && !view.failureOpen() ? ShownState.values().length : view.state().ordinal();
    }

    private static int byTime(Job one, Job other) {
        boolean over = one.view().state().over();
        int oldestFirst = time(one.view(), over).compareTo(time(other.view(), over));
        return over ? -oldestFirst : oldestFirst;
    }

    private static Instant time(JobView view, boolean over) {
        if (view.status() == null) {
            return Instant.MIN;
        }
        Instant completed = view.status().completedAt();
        Instant created = view.status().createdAt();
        return over && completed != null ? completed : created != null ? created : Instant.MIN;
    }
}
