package dev.jobglass.board;

import dev.jobglass.text.Messages;
import dev.jobglass.api.Problem;
import dev.jobglass.poll.ServerReport;
import java.time.Duration;
import java.time.Instant;

/**
 * How it stands with the server, for showing.
 *
 * @param name what the person calls it
 * @param link whether it answers
 * @param trouble what troubles it in plain words, or null
 * @param kind which kind of trouble that is, or null
 * @param since when the trouble began, or null
 * @param nextTry monotonic nanoseconds of the next try while it is down, else {@code Long.MAX_VALUE}
 * @param lastAnswer when it last answered anything, or null
 * @param latency how long answers take, or null before the first
 * @param noList why it lists no jobs, in plain words, or null
 * @param looked whether the first look at all its jobs is over
 * @param live how many jobs are polled
 * @param latenessP99 how late polls were, 99 % at most, or null
 * @param pollsPerSecond over the last ten seconds
 */
public record ServerView(String name, Link link, String trouble, Trouble kind, Instant since, long nextTry,
        Instant lastAnswer,
        Duration latency, String noList, boolean looked, int live, Duration latenessP99, double pollsPerSecond) {
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

    static ServerView of(String name, ServerReport report) {
        Problem problem = report.problem();
        return new ServerView(name, link(report), problem == null ? null : Messages.problem(problem),
                problem == null ? null : kind(report, problem), report.since(), report.nextTry(), report.lastAnswer(),
                report.latency(), report.listProblem() == null ? null : Messages.problem(report.listProblem()),
                report.looked(), report.live(), report.latenessP99(), report.pollsPerSecond());
    }

    ServerView renamed(String other) {
        return new ServerView(other, link, trouble, kind, since, nextTry, lastAnswer, latency, noList, looked, live,
                latenessP99, pollsPerSecond);
    }

    private static Link link(ServerReport report) {
        return switch (report.reach()) {
            case CONNECTING -> Link.CONNECTING;
            case DOWN -> Link.DOWN;
            case UP -> report.problem() == null ? Link.LIVE : Link.TROUBLED;
        };
    }

    private static Trouble kind(ServerReport report, Problem problem) {
        if (report.reach() == ServerReport.Reach.DOWN) {
            return Trouble.UNREACHABLE;
        }
        return switch (problem) {
            case Problem.Unauthorised _ -> Trouble.UNAUTHORISED;
            case Problem.BadAnswer _,Problem.Rejected _ -> Trouble.BAD_ANSWER;
            default -> Trouble.SERVER_ERROR;
        };
    }
}
