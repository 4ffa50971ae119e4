package dev.jobglass.history;

import dev.jobglass.api.JobStatus;
import java.time.Instant;

/**
 * A job as it was last seen.
 *
 * @param status the last answer about it
 * @param changedAt when it last changed
 * @param gone whether the server has forgotten it since
 */
public record StoredJob(JobStatus status, Instant changedAt, boolean gone) {
}
