package dev.jobglass.poll;

import dev.jobglass.poll.Arrivals.Step;
import java.util.function.LongSupplier;

/**
 * Keeps responses and commands until the tick takes them in. {@link #post} and {@link #onArrival} may be called by any
 * thread; all else belongs to the tick.
 */
final class PollInbox {
    private final LongSupplier nanos;
    private final Arrivals arrivals;
    private volatile Runnable onArrival = () -> {
    };

    PollInbox(LongSupplier nanos, Arrivals arrivals) {
        this.nanos = nanos;
        this.arrivals = arrivals;
    }

    /** Names what to call, on any thread, when there is something to take in. */
    void onArrival(Runnable action) {
        onArrival = action;
    }

    void post(Step step) {
        arrivals.add(step);
        onArrival.run();
    }

    /** Takes in all that has arrived. */
    void takeIn() {
        for (Step step = arrivals.next(); step != null; step = arrivals.next()) {
            step.run(nanos.getAsLong());
        }
    }

    /** Waits up to {@code longest} nanoseconds for something to arrive, and takes it in. */
    void awaitArrival(long longest) {
        try {
            Step step = arrivals.await(longest);
            if (step != null) {
                step.run(nanos.getAsLong());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
