package dev.jobglass.testing;

import dev.jobglass.api.JobState;
import dev.jobglass.api.JobStatus;
import dev.jobglass.api.Progress;
import java.time.Duration;
import java.time.Instant;

/** Job statuses for tests. */
public final class Statuses {
    public static final Instant CREATED = Instant.parse("2026-11-24T10:00:00Z");

    private Statuses() {
    }

    public static JobStatus of(String id, JobState state, double percentage) {
        return of(id, state, percentage, null);
    }

    /** {@return that a job has failed after a run of so many seconds} */
    public static JobStatus failedAfter(String id, int seconds) {
        return new JobStatus(id, JobState.FAILED, "failed", new Progress(1.0, "Step", 1, 3), CREATED, CREATED,
                CREATED.plusSeconds(seconds), "recipe:news", null, "ops-7", "bad", null);
    }

    public static JobStatus of(String id, JobState state, double percentage, String error) {
        boolean started = state != JobState.QUEUED;
        return new JobStatus(id, state, state.name().toLowerCase(java.util.Locale.ROOT),
                new Progress(percentage, "Step of " + id, 1, 3), CREATED, started ? CREATED.plusSeconds(1) : null,
                state.terminal() ? CREATED.plusSeconds(61) : null, "recipe:news", null, "ops-7", error,
                Duration.ofSeconds(5));
    }
}
