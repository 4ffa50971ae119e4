package dev.jobglass.poll;

import dev.jobglass.api.JobState;
import dev.jobglass.api.JobStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.random.RandomGenerator;

/** What the schedule keeps about one job. Times are monotonic nanoseconds. */
final class ScheduledJob {
    /** Earliest due first; among equals in the order they came. */
    static final Comparator<ScheduledJob> BY_DUE = Comparator.<ScheduledJob>comparingLong(entry -> entry.due)
            .thenComparingLong(entry -> entry.number);

    final String jobId;
    final long number;
    final Backoff backoff;
    /** What was asked for before that may be older than what the board knows from an earlier time of watching. */
    final long watchedSince;
    long due;
    /** What the server last asked for, in whichever response: never earlier but when the user wants it. */
    long notBefore;
    /** Whether it is polled at all; changed by {@link LiveJobs} only. */
    boolean live;
    boolean inFlight;
    /** Whether the request in flight is one for a page of the list. */
    boolean swept;
    /** Whether the page it was expected on did not bring it, so that it is to be asked for by itself. */
    boolean missed;
    /** Where {@link SweepPlanner} has filed it, or null. */
    JobState filedUnder;
    Instant filedAt;
    /** How many stand before it there, as they were counted last. */
    int place;
    /** Whether its last request got no response; changed by {@link LiveJobs} only. */
    boolean doubtful;
    boolean everAsked;
    long sentAt;
    /** How often the server said, since its last other response, that it does not know the job. */
    int notFounds;
    /** How often it served as the probe of a server that is down. */
    int probes;
    /** The last response, or null. */
    JobStatus last;
    /** When the request was sent that brought it; only with {@code last}. */
    long lastSent;

    ScheduledJob(String jobId, long number, RandomGenerator random, long now) {
        this.jobId = jobId;
        this.number = number;
        this.backoff = new Backoff(random);
        this.watchedSince = now;
        this.due = now;
        this.notBefore = now;
    }

    /** {@return whether a page of the list may answer for it now} */
    boolean sweepable(long now) {
        return due <= now && !inFlight && !doubtful && !missed;
    }
}
