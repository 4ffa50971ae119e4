package dev.jobglass.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * One answer of the server about one job.
 *
 * @param jobId the server's id, opaque, not null
 * @param state what {@code stateWord} means, not null
 * @param stateWord the server's word as it came, not null
 * @param progress not null
 * @param createdAt null when not told or in no year from 1 to 9999, as for all times
 * @param startedAt null until the job has started
 * @param completedAt null until the job is terminal
 * @param agentId such as {@code recipe:news-analyzer}, or null
 * @param runId or null
 * @param sessionId or null
 * @param error the server's text for a failed job, or null; of one beyond {@link #LONGEST_ERROR} the beginning and the
 *        end, since servers send hundreds of kilobytes and thousands of jobs are kept
 * @param errorLength how many characters the server's text has, 0 without one
 * @param retryAfter how long to wait before asking again, 1 s to one day, or null when not given
 */
public record JobStatus(String jobId, JobState state, String stateWord, Progress progress, Instant createdAt,
        Instant startedAt, Instant completedAt, String agentId, String runId, String sessionId, String error,
        int errorLength, Duration retryAfter) {
    /** In characters. */
    public static final int LONGEST_ERROR = 4_000;
    private static final int LONGEST_NAME = 500;
    private static final double FEW_PERCENT = 5;
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    /** Checks what must not be null, and bounds what has no bounds where it comes from. */
    public JobStatus {
        Objects.requireNonNull(jobId);
        Objects.requireNonNull(state);
        Objects.requireNonNull(progress);
        stateWord = Excerpt.beginning(Objects.requireNonNull(stateWord), LONGEST_NAME);
        createdAt = possible(createdAt);
        startedAt = possible(startedAt);
        completedAt = possible(completedAt);
        agentId = Excerpt.beginning(agentId, LONGEST_NAME);
        runId = Excerpt.beginning(runId, LONGEST_NAME);
        sessionId = Excerpt.beginning(sessionId, LONGEST_NAME);
        errorLength = error == null ? 0 : Math.max(errorLength, error.length());
        error = Excerpt.ends(error, LONGEST_ERROR);
    }

    /**
     * Makes a status from the whole of the server's error.
     *
     * @param jobId as above, like the others
     * @param state as above
     * @param stateWord as above
     * @param progress as above
     * @param createdAt as above
     * @param startedAt as above
     * @param completedAt as above
     * @param agentId as above
     * @param runId as above
     * @param sessionId as above
     * @param error any length
     * @param retryAfter as above
     */
    public JobStatus(String jobId, JobState state, String stateWord, Progress progress, Instant createdAt,
            Instant startedAt, Instant completedAt, String agentId, String runId, String sessionId, String error,
            Duration retryAfter) {
        this(jobId, state, stateWord, progress, createdAt, startedAt, completedAt, agentId, runId, sessionId, error,
                0, retryAfter);
    }

    /** What lies further away cannot be counted in milliseconds, or shown in every zone. */
    private static Instant possible(Instant time) {
        return time == null || time.isBefore(EARLIEST) || time.isAfter(LATEST) ? null : time;
    }

    /**
     * {@return whether between {@code other} and this there are a few percents of the way only, and nothing else} Of a
     * hundred rows a job that say no more nobody would ask for.
     *
     * @param other an earlier answer about the same job
     */
    public boolean differsByLittle(JobStatus other) {
        Double mine = progress.percentage();
        Double before = other.progress.percentage();
        return mine != null && before != null && Math.floor(mine / FEW_PERCENT) == Math.floor(before / FEW_PERCENT)
                && !withProgress(new Progress(before, progress.currentStep(), progress.stepsCompleted(),
                        progress.stepsTotal())).differsFrom(other);
    }

    /** {@return the times of the run that this tells of} */
    public RunTimes run() {
        return new RunTimes(createdAt, startedAt, completedAt);
    }

    /** {@return whether the server's error is longer than what is kept of it} */
    public boolean errorCut() {
        return errorLength > LONGEST_ERROR;
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
                sessionId, error, errorLength, retryAfter);
    }

    JobStatus withTexts(UnaryOperator<String> change) {
        return new JobStatus(jobId, state, change.apply(stateWord),
                new Progress(progress.percentage(), change.apply(progress.currentStep()), progress.stepsCompleted(),
                        progress.stepsTotal()),
                createdAt, startedAt, completedAt, change.apply(agentId), change.apply(runId),
                change.apply(sessionId), change.apply(error), errorLength, retryAfter);
    }

    /** {@return the same, not to be asked for again before a time that a header of the answer may name, or null} */
    JobStatus notBefore(Duration header) {
        boolean later = header != null && (retryAfter == null || header.compareTo(retryAfter) > 0);
        return later && !state.terminal()
                ? new JobStatus(jobId, state, stateWord, progress, createdAt, startedAt, completedAt, agentId, runId,
                        sessionId, error, errorLength, header)
                : this;
    }

    public JobStatus withTimes(Instant created, Instant started, Instant completed) {
        return new JobStatus(jobId, state, stateWord, progress, created, started, completed, agentId, runId, sessionId,
                error, errorLength, retryAfter);
    }

    /**
     * {@return whether anything a user would notice differs from {@code other}}
     *
     * @param other an earlier answer about the same job
     */
    public boolean differsFrom(JobStatus other) {
        return state != other.state || !stateWord.equals(other.stateWord) || !progress.equals(other.progress)
                || !sameTime(startedAt, other.startedAt) || !sameTime(completedAt, other.completedAt)
                || errorLength != other.errorLength || !Objects.equals(error, other.error);
    }
}
