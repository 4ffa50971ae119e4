package dev.jobglass.api;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * When a run of a job began and ended, by which one run is told from the next.
 *
 * @param createdAt when the job was made, which stays when it runs again; null when not known
 * @param startedAt null when not known
 * @param completedAt null when not known, or not over
 */
public record RunTimes(Instant createdAt, Instant startedAt, Instant completedAt) {
    /** Servers round times, not all of them everywhere in the same way. */
    private static final Duration ROUNDED = Duration.ofSeconds(1);
    /** By how much a server's clock may be ahead all the same. */
    private static final Duration AHEAD = Duration.ofMinutes(1);
    /** The history keeps milliseconds. */
    private static final Duration TRUNCATED = Duration.ofMillis(2);

    /**
     * Makes the times of a run of which it is not known when its job was made.
     *
     * @param startedAt as above
     * @param completedAt as above
     */
    public RunTimes(Instant startedAt, Instant completedAt) {
        this(null, startedAt, completedAt);
    }

    /**
     * {@return when the run, which is over, ended: when it was seen, if its server tells no time that can be}
     *
     * @param seen when it was seen to be over
     */
    public Instant ended(Instant seen) {
        return ServerTime.believed(completedAt) && !completedAt.isAfter(seen) ? completedAt : seen;
    }

    /**
     * {@return how long the run, which is over, took, by the server's own clock where it tells both times; or null}
     *
     * @param seen when it was seen to be over
     */
    public Duration took(Instant seen) {
        if (!ServerTime.believed(startedAt)) {
            return null;
        }
        boolean possible = ServerTime.believed(completedAt) && completedAt.isBefore(seen.plus(AHEAD));
        Duration took = Duration.between(startedAt, possible ? completedAt : seen);
        return took.isNegative() ? null : took;
    }

    /** {@return whether any of it is known, without which a run is like any other} */
    public boolean known() {
        return startedAt != null || completedAt != null;
    }

    /**
     * {@return whether an answer tells the very times of this run}
     *
     * @param later times in that answer
     */
    public boolean is(RunTimes later) {
        return known() && later.known() && notOther(later) && (completedAt == null) == (later.completedAt == null);
    }

    private boolean notOther(RunTimes later) {
        return equal(startedAt, later.startedAt) && equal(completedAt, later.completedAt);
    }

    /**
     * {@return whether a later answer may tell of this run} It may tell other times of it, for clocks are put right,
     * but then a run that took as long; and if that began only when this one was over, or its job was made at another
     * time, it is another, unless all its times have moved by the same.
     *
     * @param later times in that answer
     */
    public boolean mayBe(RunTimes later) {
        return notOther(later) || whole() && later.whole() && small(length().minus(later.length()))
                && (later.startedAt.isBefore(completedAt) && equal(createdAt, later.createdAt)
                        || byAnotherClock(later));
    }

    /**
     * When our clock is set all times of a server that are told by it move by whole seconds, see {@link ServerClock}.
     */
    private boolean byAnotherClock(RunTimes later) {
        if (createdAt == null || later.createdAt == null) {
            return false;
        }
        Duration moved = Duration.between(createdAt, later.createdAt);
        Duration seconds = Duration.ofSeconds(Math.round(moved.toMillis() / 1_000.0));
        return !seconds.isZero() && Stream.of(moved, Duration.between(startedAt, later.startedAt),
                Duration.between(completedAt, later.completedAt))
                .allMatch(one -> one.minus(seconds).abs().compareTo(TRUNCATED) < 0);
    }

    private boolean whole() {
        return startedAt != null && completedAt != null;
    }

    private Duration length() {
        return Duration.between(startedAt, completedAt);
    }

    private static boolean equal(Instant one, Instant other) {
        return one == null || other == null || small(Duration.between(one, other));
    }

    private static boolean small(Duration difference) {
        return difference.abs().compareTo(ROUNDED) < 0;
    }
}
