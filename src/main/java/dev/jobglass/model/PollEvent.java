package dev.jobglass.model;

import dev.jobglass.api.JobStatus;
import dev.jobglass.api.Problem;
import java.time.Instant;

/** Something a tick learned about one job. */
public sealed interface PollEvent {
    /** {@return the job it is about} */
    String jobId();

    /**
     * The server said how the job is.
     *
     * @param status what it said
     * @param at when the answer arrived
     * @param firstLook whether it came before the first look at all the server's jobs was over
     */
    record Answered(JobStatus status, Instant at, boolean firstLook) implements PollEvent {
        @Override
        public String jobId() {
            return status.jobId();
        }
    }

    /**
     * The question failed, which says nothing about the job but, for {@link Problem.NotFound}, that it is gone.
     *
     * @param jobId the job asked for
     * @param problem why there is no status
     * @param at when that was clear
     */
    record Unanswered(String jobId, Problem problem, Instant at) implements PollEvent {
    }
}
