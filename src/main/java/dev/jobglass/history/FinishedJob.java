package dev.jobglass.history;

import dev.jobglass.api.JobState;
import java.time.Instant;

/**
 * A job that came to its end.
 *
 * @param jobId its id
 * @param state succeeded or failed
 * @param started or null
 * @param completed not null
 */
public record FinishedJob(String jobId, JobState state, Instant started, Instant completed) {
}
