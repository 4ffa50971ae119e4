package dev.jobglass.history;

import dev.jobglass.api.JobState;
import dev.jobglass.api.RunTimes;
import java.time.Duration;
import java.time.Instant;

/**
 * A job that came to its end.
 *
 * @param jobId its id
 * @param state succeeded or failed
 * @param ended as in {@link RunTimes#ended}, not null
 * @param took as in {@link RunTimes#took}, or null
 */
public record FinishedJob(String jobId, JobState state, Instant ended, Duration took) {
    /**
     * Makes one of what was told.
     *
     * @param jobId its id
     * @param state succeeded or failed
     * @param times as they were told
     * @param seen when it was seen to be over
     */
    public FinishedJob(String jobId, JobState state, RunTimes times, Instant seen) {
        this(jobId, state, times.ended(seen), times.took(seen));
    }
}
