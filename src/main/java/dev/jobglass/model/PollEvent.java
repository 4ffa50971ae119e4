package dev.jobglass.model;

import dev.jobglass.api.JobStatus;
import dev.jobglass.api.Problem;
import java.time.Instant;

/** Something a tick learned about one job. */
public sealed interface PollEvent {
    /** {@return the job it is about} */
    String jobId();

    /**
     * The server responded with the job's status.
     *
     * @param status as it came
     * @param at when the response arrived
     */
    record Answered(JobStatus status, Instant at) implements PollEvent {
        @Override
        public String jobId() {
            return status.jobId();
        }
    }

    /**
     * The request failed, which says nothing about the job but, for {@link Problem.NotFound}, that it is gone.
     *
     * @param jobId whose it was
     * @param problem why there is no status
     * @param at when that was clear
     */
    record Unanswered(String jobId, Problem problem, Instant at) implements PollEvent {
    }
}
