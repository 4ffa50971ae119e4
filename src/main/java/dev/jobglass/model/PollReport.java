package dev.jobglass.model;

import dev.jobglass.api.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * How it stands with the server as a whole.
 *
 * @param reach whether it answers
 * @param problem what troubles it, or null; may be there while it answers, such as a wrong key
 * @param since when that trouble began, or null
 * @param nextTry monotonic nanoseconds of the next request, or {@code Long.MAX_VALUE} when none is planned
 * @param lastAnswer when it last told anything of jobs, or else first responded; or null
 * @param latency how long responses take, smoothed, or null before the first
 * @param listProblem why it lists no jobs, or null while it does or is not asked to
 * @param caughtUp whether the poller has caught up with what the server had before it began: the list was walked to its
 *        end, and each job watched by its id was polled once
 * @param live how many jobs are being polled
 * @param latenessP99 how late polls were sent, 99 % at most, or null before the first
 * @param pollsPerSecond over the last ten seconds
 * @param clockAhead how far the server's clock is ahead of ours, negative when it is behind
 */
public record PollReport(Reach reach, Problem problem, Instant since, long nextTry, Instant lastAnswer,
        Duration latency, Problem listProblem, boolean caughtUp, int live, Duration latenessP99,
        double pollsPerSecond, Duration clockAhead) {
    /** Nothing asked yet. */
    public static final PollReport BEGINNING = new PollReport(Reach.CONNECTING, null, null, Long.MAX_VALUE, null,
            null, null, false, 0, null, 0, Duration.ZERO);

    /**
     * {@return whether it stands with the server as it did}
     *
     * @param before what was reported before
     */
    public boolean sameStanding(PollReport before) {
        return reach == before.reach && caughtUp == before.caughtUp && Objects.equals(problem, before.problem)
                && Objects.equals(listProblem, before.listProblem);
    }

    /**
     * {@return this when nothing is asked any more, since asking itself stands still}
     *
     * @param now the present
     */
    public PollReport standingStill(Instant now) {
        return new PollReport(Reach.DOWN, new Problem.Unreachable(Problem.Cause.STANDS_STILL, ""), now,
                Long.MAX_VALUE, lastAnswer, latency, listProblem, caughtUp, live, latenessP99, 0,
                clockAhead);
    }

    /** Whether a server answers. */
    public enum Reach {
        /** No answer and no trouble yet. */
        CONNECTING,
        /** It answers. */
        UP,
        /** It answers, but for a while nothing except that it wants to be asked later. */
        REFUSING,
        /** Nothing at all is answered any more. */
        DOWN
    }
}
