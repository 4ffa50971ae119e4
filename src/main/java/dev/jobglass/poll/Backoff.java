package dev.jobglass.poll;

import dev.jobglass.api.Problem;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Growing waits: 2 s, doubling to 60 s, each stretched by up to a quarter so that many jobs don't march in step.
 * Not safe for use by several threads.
 */
final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final double JITTER = 0.25;
    /** With the full jitter this comes to 60 s. */
    private static final Duration LONGEST = Duration.ofSeconds(48);

    private final RandomGenerator random;
    private int waits;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /** {@return the next wait, 2 to 60 s, never shorter than its step} */
    Duration next() {
        long step = FIRST.toMillis() << Math.min(waits, 10);
        waits++;
        double stretched = Math.min(step, LONGEST.toMillis()) * (1 + JITTER * random.nextDouble());
        return Duration.ofMillis((long) stretched);
    }

    /** {@return how long to wait after a problem: what the server asked for, else the next wait} */
    Duration after(Problem problem) {
        Duration wait = next();
        return problem instanceof Problem.Throttled(_, Duration asked, _) && asked != null ? asked : wait;
    }

    /** Starts again from the shortest wait. */
    void reset() {
        waits = 0;
    }

    /** {@return how many waits were taken since the last reset} */
    int waits() {
        return waits;
    }
}
