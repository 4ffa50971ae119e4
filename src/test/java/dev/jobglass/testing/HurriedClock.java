package dev.jobglass.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Callable;

/** The time of day, which a test can have run faster, so that what waits for it comes sooner. Any thread. */
public final class HurriedClock implements InstantSource {
    private static final int TIMES = 20;

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

    /** Waits for what comes after a while by the time of day, which runs many times as fast meanwhile. */
    public void await(String what, Callable<Boolean> condition) throws Exception {
        hurry(true);
        Fx.await(what, condition);
        hurry(false);
    }

    private synchronized void hurry(boolean on) {
        instant();
        hurried = on;
    }
}
