package dev.jobglass.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The time of day, which a test can have run faster, so that what waits for it comes sooner. Any thread. */
public final class HurriedClock implements InstantSource {
    private static final int TIMES = 10;

    private Instant since = Instant.now();
    private Duration ahead = Duration.ZERO;
    private boolean hurried;

    @Override
    public synchronized Instant instant() {
        Instant now = Instant.now();
        if (hurried) {
            ahead = ahead.plus(Duration.between(since, now).multipliedBy(TIMES - 1L));
        }
        since = now;
        return now.plus(ahead);
    }

    /** Runs ten times as fast from now on, or as always again. */
    public synchronized void hurry(boolean on) {
        instant();
        hurried = on;
    }
}
