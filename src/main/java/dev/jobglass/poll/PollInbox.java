package dev.jobglass.poll;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Keeps responses and commands until the tick takes them in. {@link #post} and {@link #onArrival} may be called by any
 * thread; all else belongs to the tick.
 */
final class PollInbox {
    /** Something for the tick to do, given the monotonic time. */
    interface Step {
        void run(long now);
    }

    private final LongSupplier nanos;
    private final BlockingQueue<Step> steps = new LinkedBlockingQueue<>();
    private volatile Runnable onArrival = () -> {
    };

    PollInbox(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Names what to call, on any thread, when there is something to take in. */
    void onArrival(Runnable action) {
        onArrival = action;
    }

    void post(Step step) {
        steps.add(step);
        onArrival.run();
    }

    /** Takes in all that has arrived. */
    void takeIn() {
        for (Step step = steps.poll(); step != null; step = steps.poll()) {
            step.run(nanos.getAsLong());
        }
    }

    /** Waits up to {@code longest} nanoseconds for something to arrive, and takes it in. */
    void awaitArrival(long longest) {
        try {
            Step step = steps.poll(longest, TimeUnit.NANOSECONDS);
            if (step != null) {
                step.run(nanos.getAsLong());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
