package dev.jobglass.model;

import java.time.Instant;
import java.util.Comparator;

/** The order jobs are shown in unless a user sorts them otherwise, and that in which they ended. */
public final class JobOrder {
    /**
     * Trouble first: failed and not dismissed, stalled, running, queued, then what is over, newest first; within the
     * others the oldest first, so that rows keep their place.
     */
    public static final Comparator<Job> TROUBLE_FIRST = JobOrder::compare;

    /**
     * The one that ended first comes first; what has not ended before all. Of those that ended at once always the same
     * comes first, so that they stand after a restart as they stood before.
     */
    public static final Comparator<Job> BY_END = Comparator.comparing((Job job) -> job.view().ended())
            .thenComparing(JobOrder::byName);

    private JobOrder() {
    }

    private static int rank(JobSnapshot view) {
        return view.state().over() && !view.failureOpen() ? DisplayState.values().length : view.state().ordinal();
    }

    private static int compare(Job one, Job other) {
        JobSnapshot view = one.view();
        JobSnapshot otherView = other.view();
        int byRank = Integer.compare(rank(view), rank(otherView));
        if (byRank != 0) {
            return byRank;
        }
        boolean over = view.state().over();
        int oldestFirst = time(view, over).compareTo(time(otherView, over));
        int byTime = over ? -oldestFirst : oldestFirst;
        if (byTime != 0) {
            return byTime;
        }
        return byName(one, other);
    }

    private static int byName(Job one, Job other) {
        int byId = one.id().compareTo(other.id());
        return byId != 0 ? byId : one.key().server().toString().compareTo(other.key().server().toString());
    }

    private static Instant time(JobSnapshot view, boolean over) {
        if (view.status() == null) {
            return Instant.MIN;
        }
        Instant completed = view.status().completedAt();
        Instant created = view.status().createdAt();
        return over && completed != null ? completed : created != null ? created : Instant.MIN;
    }
}
