package dev.jobglass.poll;

import dev.jobglass.api.JobState;
import dev.jobglass.api.JobStatus;
import dev.jobglass.api.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** A job as a {@link SimulatedServer} knows it. */
final class SimulatedJob {
    final String id;
    private final Instant created;
    /** Whether the server tells its times; of others nobody could tell one run from the next, so they have but one. */
    final boolean timed;
    JobState state = JobState.QUEUED;
    int percentage;
    Integer retryAfter;
    /** Counts its runs. Each takes a second at least. */
    int run;
    Instant started;
    Instant completed;

    SimulatedJob(String id, Instant created, boolean timed) {
        this.id = id;
        this.created = created;
        this.timed = timed;
    }

    /** {@return what the server says of it: the session tells when the request was {@code sent}, the run which one} */
    JobStatus status(long sent) {
        return new JobStatus(id, state, state.name().toLowerCase(Locale.ROOT),
                new Progress((double) percentage, null, null, null), timed ? created : null, timed ? started : null,
                timed ? completed : null, "agent", Integer.toString(run), Long.toString(sent),
                state == JobState.FAILED ? "It broke" : null,
                state.terminal() || retryAfter == null ? null : Duration.ofSeconds(retryAfter));
    }
}
