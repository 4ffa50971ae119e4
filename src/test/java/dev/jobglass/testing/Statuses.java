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

    public static JobStatus of(String id, JobState state, double percentage, String error) {
        boolean started = state != JobState.QUEUED;
        return new JobStatus(id, state, state.name().toLowerCase(java.util.Locale.ROOT),
                new Progress(percentage, "Step of " + id, 1, 3), CREATED, started ? CREATED.plusSeconds(1) : null,
                state.terminal() ? CREATED.plusSeconds(61) : null, "recipe:news", null, "ops-7", error,
                Duration.ofSeconds(5));
    }
}
