package dev.jobglass.poll;

import java.time.Duration;

/**
 * Spares a server that asks for patience (429, 503): such a limit is the server's and not one job's, so nothing at all
 * is sent until its {@code Retry-After} is over, or else for a {@link Backoff}. After that one request is in flight at
 * a time, and one more with each response. A server that has not responded yet gets few at once, too. Times are
 * monotonic nanoseconds. Belongs to one thread at a time.
 */
final class Throttle {
    private static final int AT_FIRST = 4;
    private static final long SILENT_FOR = Duration.ofSeconds(1).toNanos();
    /** For so long nobody wonders that nothing new is known. */
    private static final long PATIENCE = Duration.ofSeconds(10).toNanos();

    private final int most;
    private final Backoff backoff;
    private int window;
    private long notBefore = Long.MIN_VALUE;
    private long throttledAt = Long.MIN_VALUE;
    private boolean everSent;
    private long firstSent;
    private boolean everResponded;
    private boolean throttled;
    /** When it first asked for patience since anything else; only with {@code throttled}. */
    private long throttledSince;

    /**
     * Begins with few requests at once.
     *
     * @param most that may ever be in flight, at least 1
     * @param backoff for servers that do not say how long to wait
     */
    Throttle(int most, Backoff backoff) {
        this.most = most;
        this.backoff = backoff;
        this.window = Math.min(most, AT_FIRST);
    }

    /** {@return how many requests may ever be in flight, at least 1} */
    int most() {
        return most;
    }

    /** {@return how many requests may be in flight at present, at least 1} */
    int window() {
        return window;
    }

    /** Something is in flight. What hangs must not keep others waiting: who is silent asks for no patience. */
    void inFlight(long now) {
        if (!everSent) {
            everSent = true;
            firstSent = now;
        }
        if (!everResponded && now - firstSent > SILENT_FOR) {
            window = most;
        }
    }

    /** {@return whether nothing may be sent now} */
    boolean waits(long now) {
        return now < notBefore;
    }

    /** {@return from when on something may be sent again, possibly in the past} */
    long notBefore() {
        return notBefore;
    }

    /**
     * The server asked for patience.
     *
     * @param wait what it asked for, or null
     * @param sent when the request was sent: of several that were under way together the first counts
     */
    void throttled(Duration wait, long sent, long now) {
        everResponded = true;
        if (wait != null) {
            notBefore = Math.max(notBefore, now + wait.toNanos());
        }
        if (throttled && sent <= throttledAt) {
            return;
        }
        if (!throttled) {
            throttledSince = now;
        }
        throttled = true;
        throttledAt = now;
        window = 1;
        Duration next = backoff.next();
        if (wait == null) {
            notBefore = Math.max(notBefore, now + next.toNanos());
        }
    }

    /**
     * The server responded, and asked for no patience.
     *
     * @return whether that is the first such response since it did
     */
    boolean responded(long sent) {
        everResponded = true;
        if (throttled && sent <= throttledAt) {
            return false; // it was under way before
        }
        boolean over = throttled;
        throttled = false;
        window = Math.min(most, window + 1);
        if (window == most) {
            backoff.reset();
        }
        return over;
    }

    /** {@return from when on nothing has come for ten seconds but that the server wants to be asked later} */
    long patienceEnds() {
        return throttled ? throttledSince + PATIENCE : Long.MAX_VALUE;
    }

    /** Nothing may be sent before a time. */
    void waitUntil(long time) {
        notBefore = Math.max(notBefore, time);
    }

    /** The user wants the server asked now, whatever it wants itself. */
    void tryNow(long now) {
        notBefore = Math.min(notBefore, now);
    }
}
