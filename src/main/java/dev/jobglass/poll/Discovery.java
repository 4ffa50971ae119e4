package dev.jobglass.poll;

import dev.jobglass.api.JobPage;
import dev.jobglass.api.Problem;
import java.time.Duration;

/**
 * Walks the server's job list: pages of 100 every few seconds, stopping at the first page with nothing new or live.
 * A server without the list is asked for it only now and then. Times are monotonic nanoseconds. Belongs to one thread
 * at a time.
 */
final class Discovery {
    static final int PAGE_SIZE = 100;
    private static final Duration WITHOUT_LIST = Duration.ofSeconds(60);

    private final long every;
    private long due;
    private int page = 1;
    private boolean inFlight;
    private long sentAt;
    private boolean answers;
    private boolean complete;
    private Problem problem;

    Discovery(Duration every, long now) {
        this.every = every.toNanos();
        this.due = now;
    }

    boolean due(long now) {
        return !inFlight && due <= now;
    }

    long nextDue() {
        return inFlight ? Long.MAX_VALUE : due;
    }

    void dueAt(long now) {
        due = Math.min(due, now);
    }

    /** {@return the page to ask for} */
    int take(long now) {
        inFlight = true;
        sentAt = now;
        return page;
    }

    long sentAt() {
        return sentAt;
    }

    boolean inFlight() {
        return inFlight;
    }

    /** {@return whether the last question for the list was answered with a list} */
    boolean answers() {
        return answers;
    }

    /** {@return whether the list was walked to its end at least once} */
    boolean complete() {
        return complete;
    }

    /** {@return why there is no list, or null} */
    Problem problem() {
        return problem;
    }

    /** A page came; {@code interesting} when something on it was new or live. */
    void answered(JobPage list, boolean interesting, long now) {
        inFlight = false;
        answers = true;
        problem = null;
        if (interesting && list.entries() >= PAGE_SIZE) {
            page++;
            due = now;
        } else {
            page = 1;
            complete = true;
            due = now + every;
        }
    }

    /** No list came. */
    void failed(Problem why, long now) {
        inFlight = false;
        answers = false;
        page = 1;
        problem = why;
        boolean noSuchCall = why.serverAnswered()
                && !(why instanceof Problem.Unauthorised || why instanceof Problem.Throttled);
        complete |= noSuchCall;
        Duration asked = why instanceof Problem.Throttled(_, Duration wait, _) ? wait : null;
        due = now + (asked != null ? asked.toNanos() : noSuchCall ? WITHOUT_LIST.toNanos() : every);
    }
}
