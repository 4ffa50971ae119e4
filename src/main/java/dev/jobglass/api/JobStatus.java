package dev.jobglass.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * One answer of the server about one job.
 *
 * @param jobId the server's id, opaque, not null
 * @param state what {@code stateWord} means, not null
 * @param stateWord the server's word as it came, not null
 * @param progress not null
 * @param createdAt null when not told, as for all times
 * @param startedAt null until the job has started
 * @param completedAt null until the job is terminal
 * @param agentId such as {@code recipe:news-analyzer}, or null
 * @param runId or null
 * @param sessionId or null
 * @param error the server's text for a failed job, one line up to hundreds of kilobytes, or null
 * @param retryAfter how long to wait before asking again, positive and at most one hour, or null when not given
 */
public record JobStatus(String jobId, JobState state, String stateWord, Progress progress, Instant createdAt,
        Instant startedAt, Instant completedAt, String agentId, String runId, String sessionId, String error,
        Duration retryAfter) {
    /** Checks what must not be null. */
    public JobStatus {
        Objects.requireNonNull(jobId);
        Objects.requireNonNull(state);
        Objects.requireNonNull(stateWord);
        Objects.requireNonNull(progress);
    }

    /** The history keeps milliseconds, servers tell microseconds. */
    private static boolean sameTime(Instant one, Instant other) {
        return one == null || other == null ? one == other : one.toEpochMilli() == other.toEpochMilli();
    }

    /**
     * {@return this with another progress}
     *
     * @param other not null
     */
    public JobStatus withProgress(Progress other) {
        return new JobStatus(jobId, state, stateWord, other, createdAt, startedAt, completedAt, agentId, runId,
                sessionId, error, retryAfter);
    }

    /**
     * {@return whether anything a person would call news differs from {@code other}}
     *
     * @param other an earlier answer about the same job
     */
    public boolean differsFrom(JobStatus other) {
        return state != other.state || !stateWord.equals(other.stateWord) || !progress.equals(other.progress)
                || !sameTime(startedAt, other.startedAt) || !sameTime(completedAt, other.completedAt)
                || !Objects.equals(error, other.error);
    }
}
