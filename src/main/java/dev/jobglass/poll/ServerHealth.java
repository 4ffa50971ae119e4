package dev.jobglass.poll;

import dev.jobglass.api.Problem;
import dev.jobglass.api.Problem.Unreachable;
import java.time.Duration;

/**
 * Whether a server answers at all. One job's broken connection is that job's trouble: the server counts as down only
 * when no connection comes about, or when every job's connection breaks. While it is down, one request at a time
 * probes it. Times are monotonic nanoseconds. Belongs to one thread at a time.
 */
final class ServerHealth {
    /** After requests got no response for this long, jobs that once answered no longer speak for the server. */
    private static final long ANSWERS_FADE = Duration.ofSeconds(60).toNanos();
    /** Longer than this nobody waits for an answer without wondering; a slower server is given more. */
    private static final long PATIENCE = Duration.ofSeconds(10).toNanos();
    private static final int TIMES_AS_USUAL = 2;

    private final Backoff probes;
    private boolean everResponded;
    private long lastResponse;
    private long lastSilence;
    /** When the first request was sent that nothing has come since; only with {@code silent}. */
    private long silentSince;
    private boolean silent;
    /** Since when something is asked without any response; only with {@code waiting}. */
    private long waitingSince;
    private boolean waiting;
    private boolean listResponds;
    private Problem problem;
    private long probeDue;
    private double usualResponseNanos;

    ServerHealth(Backoff probes) {
        this.probes = probes;
    }

    boolean down() {
        return problem != null;
    }

    /** {@return why the server is down, or null while it is up} */
    Problem problem() {
        return problem;
    }

    boolean probeDue(long now) {
        return probeDue <= now;
    }

    long probeDue() {
        return probeDue;
    }

    /** Lets the next probe be sent earlier, as the user wants. */
    void probeAt(long when) {
        probeDue = Math.min(probeDue, when);
    }

    boolean respondedSince(long when) {
        return everResponded && lastResponse - when > 0;
    }

    long usualResponseNanos() {
        return (long) usualResponseNanos;
    }

    /** Whether the job list responded when last asked for; a server that does is there, whatever its jobs do. */
    void listResponds(boolean does) {
        listResponds = does;
    }

    /** Nothing is left to ask for, so nothing can be said of the server. */
    void nothingToAsk() {
        problem = null;
        waiting = false;
    }

    /** Is told again and again whether any request is under way. */
    void underWay(boolean any, long now) {
        if (any && !waiting) {
            waiting = true;
            waitingSince = now;
        } else if (!any && !silent) {
            waiting = false;
        }
    }

    /** {@return when it has to be said that nothing is answered, or has been: {@code Long.MAX_VALUE} for never} */
    long patienceEnds() {
        return waiting ? waitingSince + Math.max(PATIENCE, TIMES_AS_USUAL * usualResponseNanos()) : Long.MAX_VALUE;
    }

    /** {@return for how long something has been asked without any response, in nanoseconds} */
    long waited(long now) {
        return waiting ? now - waitingSince : 0;
    }

    /** Remembers how long responses take, smoothed. */
    void took(long nanos) {
        usualResponseNanos = usualResponseNanos == 0 ? nanos : usualResponseNanos * 0.8 + nanos * 0.2;
    }

    /**
     * The server responded.
     *
     * @return whether it had been down until now
     */
    boolean responded(long now) {
        boolean wasDown = down();
        everResponded = true;
        lastResponse = now;
        silent = false;
        waiting = false;
        problem = null;
        probes.reset();
        return wasDown;
    }

    /**
     * A request sent at {@code sentAt} got no response.
     *
     * @param nobodyResponds whether every live job's last request got no response as well
     */
    void silent(Problem why, long sentAt, long now, boolean nobodyResponds) {
        // Questions that were under way when the server was found down add nothing: only a probe prolongs the wait.
        if (respondedSince(sentAt) || down() && sentAt - lastSilence <= 0) {
            return;
        }
        if (!silent) {
            silent = true;
            silentSince = sentAt;
        }
        boolean noConnection = why instanceof Unreachable(var cause, _, _) && cause.noConnection();
        boolean faded = now - silentSince > ANSWERS_FADE;
        if (down() || noConnection || nobodyResponds && !listResponds || faded) {
            problem = why;
            lastSilence = now;
            probeDue = now + probes.next().toNanos();
        }
    }
}
