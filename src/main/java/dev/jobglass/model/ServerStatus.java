package dev.jobglass.model;

import dev.jobglass.api.Problem;
import java.time.Duration;
import java.time.Instant;

/**
 * How it stands with the server, for showing.
 *
 * @param name what the user calls it
 * @param link whether it answers
 * @param problem what troubles it, or null
 * @param kind which kind of trouble that is, or null
 * @param since when the trouble began, or null
 * @param nextTry monotonic nanoseconds of the next try while it is down, else {@code Long.MAX_VALUE}
 * @param lastAnswer when it last answered anything, or null
 * @param latency how long answers take, or null before the first
 * @param listProblem why it lists no jobs, or null
 * @param looked whether the first look at all its jobs is over, in this run or an earlier one, see {@link Board}
 * @param live how many jobs are polled
 * @param latenessP99 how late polls were, 99 % at most, or null
 * @param pollsPerSecond over the last ten seconds
 * @param clockAhead how far the server's clock is ahead of ours, negative when it is behind
 */
public record ServerStatus(String name, Link link, Problem problem, Trouble kind, Instant since, long nextTry,
        Instant lastAnswer,
        Duration latency, Problem listProblem, boolean looked, int live, Duration latenessP99, double pollsPerSecond,
        Duration clockAhead) {
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

    /**
     * {@return how old the last answer is, never negative: answers may be younger than the last tick of a clock}
     *
     * @param now the present
     * @throws NullPointerException when nothing has been answered yet
     */
    public Duration age(Instant now) {
        Duration age = Duration.between(lastAnswer, now);
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
        Problem problem = report.problem();
        return new ServerStatus(name, link(report), problem,
                problem == null ? null : kind(report, problem), report.since(), report.nextTry(), report.lastAnswer(),
                report.latency(), report.listProblem(),
                looked, report.live(), report.latenessP99(), report.pollsPerSecond(), report.clockAhead());
    }

    /** {@return this, but that it answered before is known still: who asks it since has not been answered yet} */
    ServerStatus after(ServerStatus before) {
        return lastAnswer != null || before.lastAnswer == null
                ? this
                : new ServerStatus(name, link, problem, kind, since, nextTry, before.lastAnswer, latency, listProblem,
                        looked, live, latenessP99, pollsPerSecond, clockAhead);
    }

    ServerStatus renamed(String other) {
        return new ServerStatus(other, link, problem, kind, since, nextTry, lastAnswer, latency, listProblem, looked,
                live,
                latenessP99, pollsPerSecond, clockAhead);
    }

    private static Link link(PollReport report) {
        return switch (report.reach()) {
            case CONNECTING -> Link.CONNECTING;
            case DOWN -> Link.DOWN;
            case UP -> report.problem() == null ? Link.LIVE : Link.TROUBLED;
        };
    }

    private static Trouble kind(PollReport report, Problem problem) {
        if (report.reach() == PollReport.Reach.DOWN) {
            return Trouble.UNREACHABLE;
        }
        return switch (problem) {
            case Problem.NoList(Problem why) -> kind(report, why);
            case Problem.Unauthorised _ -> Trouble.UNAUTHORISED;
            case Problem.BadAnswer _,Problem.Rejected _,Problem.NoApi _ -> Trouble.BAD_ANSWER;
            default -> Trouble.SERVER_ERROR;
        };
    }
}
