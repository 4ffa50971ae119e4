package dev.jobglass.poll;

import dev.jobglass.api.Problem;
import dev.jobglass.api.Problem.Unreachable;
import java.time.Duration;

/**
 * Whether a server answers at all. One job's broken connection is that job's trouble: the server counts as down only
 * when no connection comes about, or when every job's connection breaks. While it is down, one question at a time
 * probes it. Times are monotonic nanoseconds. Belongs to one thread at a time.
 */
final class ServerHealth {
    /** After questions went unanswered for this long, jobs that once answered no longer speak for the server. */
    private static final long ANSWERS_FADE = Duration.ofSeconds(60).toNanos();

    private final Backoff probes;
    private boolean everAnswered;
    private long lastAnswer;
    private long lastSilence;
    /** When the first question was sent that nothing has been answered since; only with {@code silent}. */
    private long silentSince;
    private boolean silent;
    private boolean listAnswers;
    private Problem problem;
    private long probeDue;
    private double usualAnswerNanos;

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

    /** Lets the next probe be sent earlier, as a person wishes. */
    void probeAt(long when) {
        probeDue = Math.min(probeDue, when);
    }

    boolean answeredSince(long when) {
        return everAnswered && lastAnswer - when > 0;
    }

    long usualAnswerNanos() {
        return (long) usualAnswerNanos;
    }

    /** Whether the job list was answered when last asked for; a server that does is there, whatever its jobs do. */
    void listAnswers(boolean does) {
        listAnswers = does;
    }

    /** Nothing is left to ask for, so nothing can be said of the server. */
    void nothingToAsk() {
        problem = null;
    }

    /** Remembers how long answers take, smoothed. */
    void took(long nanos) {
        usualAnswerNanos = usualAnswerNanos == 0 ? nanos : usualAnswerNanos * 0.8 + nanos * 0.2;
    }

    /**
     * The server answered something.
     *
     * @return whether it had been down until now
     */
    boolean answered(long now) {
        boolean wasDown = down();
        everAnswered = true;
        lastAnswer = now;
        silent = false;
        problem = null;
        probes.reset();
        return wasDown;
    }

    /**
     * A question sent at {@code sentAt} got no answer.
     *
     * @param nobodyAnswers whether every live job's last question went unanswered as well
     */
    void silent(Problem why, long sentAt, long now, boolean nobodyAnswers) {
        // Questions that were under way when the server was found down add nothing: only a probe prolongs the wait.
        if (answeredSince(sentAt) || down() && sentAt - lastSilence <= 0) {
            return;
        }
        if (!silent) {
            silent = true;
            silentSince = sentAt;
        }
        boolean noConnection = why instanceof Unreachable(var cause, _) && cause.noConnection();
        boolean faded = now - silentSince > ANSWERS_FADE;
        if (down() || noConnection || nobodyAnswers && !listAnswers || faded) {
            problem = why;
            lastSilence = now;
            probeDue = now + probes.next().toNanos();
        }
    }
}
