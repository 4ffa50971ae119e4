package dev.jobglass.history;

import dev.jobglass.api.JobState;
import java.time.Instant;

/**
 * A run as it is remembered.
 *
 * @param server its server's base address
 * @param jobId its job's id
 * @param agent or an empty text
 * @param state as it was last
 * @param created or null
 * @param started or null
 * @param completed as told, or null
 * @param ended when it ended as far as that is known, or null while it has not
 */
public record PastRun(String server, String jobId, String agent, JobState state, Instant created, Instant started,
        Instant completed, Instant ended) {
}
