package dev.jobglass.history;

import dev.jobglass.api.JobStatus;
import java.time.Instant;

/** Something to be remembered. */
sealed interface Entry {
    String server();

    Instant at();

    /** An answer with news in it. */
    record Seen(String server, JobStatus status, Instant at) implements Entry {
    }

    /** The server no longer knows a job. */
    record Gone(String server, String jobId, Instant at) implements Entry {
    }

    /** A person has read a failure. */
    record Acknowledged(String server, String jobId, Instant at, String who) implements Entry {
    }
}
