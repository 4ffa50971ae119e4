package dev.jobglass.model;

import dev.jobglass.api.JobState;
import dev.jobglass.api.JobStatus;
import dev.jobglass.api.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * All that is known of one job at one moment.
 *
 * @param jobId its id
 * @param state as shown
 * @param status the last answer, or null before the first
 * @param answeredAt when that came, or null
 * @param changedAt when a response last brought a change, or null
 * @param problem why the last request failed, or null when it did not
 * @param nextPoll monotonic nanoseconds, or {@code Long.MAX_VALUE} for never
 * @param dismissed whether a user has dismissed its failure, or it failed before we first looked
 * @param recalled whether this is remembered from an earlier run and the server has not spoken since
 * @param overdue whether it has been running for longer than 95 of 100 earlier jobs of its agent
 */
public record JobSnapshot(String jobId, DisplayState state, JobStatus status, Instant answeredAt, Instant changedAt,
        Problem problem, long nextPoll, boolean dismissed, boolean recalled, boolean overdue) {
    static JobSnapshot unasked(String jobId) {
        return new JobSnapshot(jobId, DisplayState.WAITING, null, null, null, null, Long.MAX_VALUE, false,
                false, false);
    }

    /** {@return a job as it is remembered from an earlier run} */
    static JobSnapshot recalled(JobStatus status, Instant changedAt, boolean gone) {
        boolean over = status.state().terminal();
        return new JobSnapshot(status.jobId(), gone && !over ? DisplayState.GONE : shown(status), status, changedAt,
                changedAt,
                null, Long.MAX_VALUE, false, true, false);
    }

    /**
     * {@return this after another answer}
     *
     * @param stalledAfter a job is stalled when answers this far apart show that nothing has moved. Silence, ours or
     *        the server's, shows nothing.
     * @param slowest how long 95 of 100 jobs of its kind run at most, or null
     */
    JobSnapshot answered(JobStatus answer, Instant at, Duration stalledAfter, Duration slowest) {
        boolean differs = status == null || answer.differsFrom(status) || state == DisplayState.GONE;
        Instant changed = differs ? at : changedAt;
        boolean stands = Duration.between(changed, at).compareTo(stalledAfter) > 0;
        DisplayState shown = answer.state() == JobState.RUNNING && stands ? DisplayState.STALLED : shown(answer);
        boolean late = slowest != null && answer.state() == JobState.RUNNING && answer.startedAt() != null
                && Duration.between(answer.startedAt(), at).compareTo(slowest) > 0;
        return new JobSnapshot(jobId, shown, answer, at, changed, null, nextPoll, dismissed, false, late);
    }

    /** {@return whether the last response brought a change} */
    boolean changed() {
        return changedAt != null && changedAt.equals(answeredAt) && !recalled;
    }

    JobSnapshot unanswered(Problem why) {
        boolean forgotten = why instanceof Problem.NotFound;
        if (forgotten && state.over()) {
            return this; // it stays what it was; that the server forgot it since changes nothing about that
        }
        return new JobSnapshot(jobId, forgotten ? DisplayState.GONE : state, status, answeredAt, changedAt, why,
                nextPoll,
                dismissed, recalled, overdue);
    }

    JobSnapshot due(long when) {
        return new JobSnapshot(jobId, state, status, answeredAt, changedAt, problem, when, dismissed, recalled,
                overdue);
    }

    JobSnapshot dismiss() {
        return new JobSnapshot(jobId, state, status, answeredAt, changedAt, problem, nextPoll, true, recalled,
                overdue);
    }

    /** {@return this as a failure that nobody has read} */
    JobSnapshot unread() {
        return new JobSnapshot(jobId, state, status, answeredAt, changedAt, problem, nextPoll, false, recalled,
                overdue);
    }

    /** {@return how long the job ran, up to {@code now} while it does, or null before it started} */
    public Duration elapsed(Instant now) {
        if (status == null || status.startedAt() == null) {
            return null;
        }
        Instant end = status.completedAt() != null ? status.completedAt() : state.over() ? null : now;
        return end == null || end.isBefore(status.startedAt()) ? null : Duration.between(status.startedAt(), end);
    }

    /** {@return when it came to its end, as far as known, for what is over; else the distant past} */
    public Instant ended() {
        return changedAt == null ? Instant.MIN : status == null ? changedAt : status.run().ended(changedAt);
    }

    /** {@return how many characters the server's texts have that are kept of it} */
    int textLength() {
        return status == null
                ? 0
                : Stream.of(status.error(), status.progress().currentStep(), status.agentId(), status.sessionId(),
                        status.runId()).filter(Objects::nonNull).mapToInt(String::length).sum();
    }

    /** {@return how far the job is, 0 to 100, or null when nobody knows} */
    public Double percentage() {
        return status == null ? null : status.progress().percentage();
    }

    /** {@return the same as it is shown, so that rows that read alike do not change places; rounded down} */
    public Integer wholePercentage() {
        return percentage() == null ? null : Integer.valueOf((int) Math.floor(percentage()));
    }

    /**
     * {@return how full a bar is, 0 to 1, or -1 for a bar that only shows that something moves: a running job of
     * unknown percentage, as long as it is heard of}
     *
     * @param server how it stands with the server
     */
    double barProgress(ServerStatus server) {
        if (percentage() != null) {
            return percentage() / 100;
        }
        return state == DisplayState.RUNNING && !stale(server) ? -1 : 0;
    }

    /** {@return whether the job's failure waits for a user} */
    public boolean failureOpen() {
        return state == DisplayState.FAILED && !dismissed;
    }

    /**
     * {@return whether what is shown may have changed since, for nobody tells how it is}
     *
     * @param server how it stands with the server
     */
    boolean stale(ServerStatus server) {
        return !state.over() && (problem != null || recalled || server.stale());
    }

    private static DisplayState shown(JobStatus answer) {
        return switch (answer.state()) {
            case QUEUED -> DisplayState.QUEUED;
            case RUNNING -> DisplayState.RUNNING;
            case SUCCEEDED -> DisplayState.SUCCEEDED;
            case FAILED -> DisplayState.FAILED;
            case CANCELLED -> DisplayState.CANCELLED;
            case UNKNOWN -> DisplayState.UNKNOWN;
        };
    }
}
