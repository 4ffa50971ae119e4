package dev.jobglass.history;

import dev.jobglass.api.JobState;
import java.time.Instant;

/**
 * Something that was seen to change about a job.
 *
 * @param server the base address of the job's server
 * @param jobId the job
 * @param at when it was seen
 * @param kind what it was
 * @param state the job's state since then
 * @param percentage 0 to 100, or null
 * @param text the step, for a failure the error, for an acknowledgement who and why; or null
 * @param agent the job's agent, or null
 */
public record Change(String server, String jobId, Instant at, Kind kind, JobState state, Double percentage,
        String text, String agent) {
    /** What can be seen of a job. */
    public enum Kind {
        /** A response that brought a change. */
        STATUS,
        /** The server no longer knows the job. */
        GONE,
        /** The user has read its failure. */
        ACKNOWLEDGED,
        /** The user took that back. */
        REOPENED
    }
}
