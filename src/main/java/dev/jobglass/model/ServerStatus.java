package dev.jobglass.model;

import dev.jobglass.api.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * How it stands with the server, for showing.
 *
 * @param name what the user calls it
 * @param report how it stands as the poller tells it
 * @param lastAnswer when it last told anything of jobs, also to what asked it before the present poller, or null
 * @param since when the trouble began, also when another poller asks since; null without trouble
 * @param looked whether the first look at all its jobs is over, in this run or an earlier one, see {@link Board}
 */
public record ServerStatus(String name, PollReport report, Instant lastAnswer, Instant since, boolean looked) {
    /** What answered no longer ago than this has answered just now, as it is told. */
    private static final Duration LATELY = Duration.ofSeconds(10);

    /** Whether a server answers. */
    public enum Link {
        /** Nothing answered yet, and no trouble either. */
        CONNECTING,
        /** It answers well. */
        LIVE,
        /** It answers, but something is wrong with its answers. */
        TROUBLED,
        /** Nothing is answered. */
        DOWN
    }

    /** Kinds of trouble; the first of each is worth a dialog, but for the last. */
    public enum Trouble {
        /** Nothing is answered. */
        UNREACHABLE,
        /** It wants another key. */
        UNAUTHORISED,
        /** What comes makes no sense. */
        BAD_ANSWER,
        /** It says itself that it is in trouble, or asks for patience. */
        SERVER_ERROR
    }

    /** {@return when it last answered or, if it never did, when the trouble began; null with neither} */
    public Instant silentSince() {
        return lastAnswer == null ? since : lastAnswer;
    }

    /**
     * {@return for how long it has been silent, never negative: answers may be younger than the last tick of a clock}
     *
     * @param now the present
     * @throws NullPointerException when {@link #silentSince} is not known
     */
    public Duration age(Instant now) {
        Duration age = Duration.between(silentSince(), now);
        return age.isNegative() ? Duration.ZERO : age;
    }

    /**
     * {@return whether it has answered so lately that its age is told to the tenth of a second}
     *
     * @param now the present
     */
    public boolean answeredLately(Instant now) {
        return lastAnswer != null && age(now).compareTo(LATELY) < 0;
    }

    static ServerStatus of(String name, PollReport report, boolean looked) {
        return new ServerStatus(name, report, report.lastAnswer(), report.since(), looked);
    }

    /**
     * {@return this, but that it answered before is known still while who asks it since has not been answered, and when
     * trouble began while that goes on}
     */
    ServerStatus after(ServerStatus before) {
        return new ServerStatus(name, report, lastAnswer == null ? before.lastAnswer : lastAnswer, since(before),
                looked);
    }

    private Instant since(ServerStatus before) {
        if (problem() == null) {
            return link() == Link.CONNECTING ? before.since : null;
        }
        boolean goesOn = before.since != null
                && (before.problem() == null || before.problem().getClass() == problem().getClass());
        return goesOn ? before.since : since;
    }

    ServerStatus renamed(String other) {
        return new ServerStatus(other, report, lastAnswer, since, looked);
    }

    /** {@return whether it answers} */
    public Link link() {
        return switch (report.reach()) {
            case CONNECTING -> Link.CONNECTING;
            case DOWN -> Link.DOWN;
            case UP, REFUSING -> report.problem() == null ? Link.LIVE : Link.TROUBLED;
        };
    }

    /** {@return whether nothing has been answered lately, though it may not count as lost yet} */
    public boolean silent() {
        return link() == Link.DOWN || problem() instanceof Problem.Unreachable;
    }

    /** {@return whether nobody tells how its jobs are: what is known of those that are not over may have changed} */
    public boolean stale() {
        return silent() || report.reach() == PollReport.Reach.REFUSING;
    }

    /** {@return what troubles it, or null} */
    public Problem problem() {
        return report.problem();
    }

    /** {@return which kind of trouble that is, or null} */
    public Trouble kind() {
        return problem() == null ? null : kind(problem());
    }

    /** {@return since when a user is told that it is in trouble: while nothing is answered, when it last did; or null} */
    public Instant troubledSince() {
        return silent() ? silentSince() : since;
    }

    /** {@return when it is tried next while it is down, in monotonic nanoseconds, else {@code Long.MAX_VALUE}} */
    public long nextTry() {
        return report.nextTry();
    }

    /** {@return in how many seconds, rounded up, it is tried next; 0 while it is tried; nothing without a next try} */
    public OptionalLong secondsToNextTry() {
        return nextTry() == Long.MAX_VALUE
                ? OptionalLong.empty()
                : OptionalLong.of(Math.max(0, Math.ceilDiv(nextTry() - System.nanoTime(), 1_000_000_000L)));
    }

    /** {@return how long answers take, or null before the first} */
    public Duration latency() {
        return report.latency();
    }

    /** {@return why it lists no jobs, or null} */
    public Problem listProblem() {
        return report.listProblem();
    }

    /** {@return how many jobs are polled} */
    public int live() {
        return report.live();
    }

    /** {@return how late polls were, 99 % at most, or null} */
    public Duration latenessP99() {
        return report.latenessP99();
    }

    /** {@return how many polls were sent a second, over the last ten seconds} */
    public double pollsPerSecond() {
        return report.pollsPerSecond();
    }

    /** {@return how far the server's clock is ahead of ours, negative when it is behind} */
    public Duration clockAhead() {
        return report.clockAhead();
    }

    private Trouble kind(Problem problem) {
        if (report.reach() == PollReport.Reach.DOWN) {
            return Trouble.UNREACHABLE;
        }
        return switch (problem) {
            case Problem.NoList(Problem why) -> kind(why);
            case Problem.Unauthorised _ -> Trouble.UNAUTHORISED;
            case Problem.BadAnswer _,Problem.Rejected _,Problem.NoApi _ -> Trouble.BAD_ANSWER;
            default -> Trouble.SERVER_ERROR;
        };
    }
}
