package dev.jobglass.poll;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Where responses and commands wait for the tick, and the tick for them. In a simulation, whose time only passes when
 * somebody waits, it is the world itself.
 */
interface Arrivals {
    /** Something for the tick to do, given the monotonic time. */
    interface Step {
        void run(long now);
    }

    /** Adds a step. Any thread. */
    void add(Step step);

    /** {@return the step that came first, or null when there is none} */
    Step next();

    /** {@return the step that came first, or null when none has come after so many nanoseconds} */
    Step await(long nanos) throws InterruptedException;

    /** {@return arrivals in real time} */
    static Arrivals inRealTime() {
        BlockingQueue<Step> steps = new LinkedBlockingQueue<>();
        return new Arrivals() {
            @Override
            public void add(Step step) {
                steps.add(step);
            }

            @Override
            public Step next() {
                return steps.poll();
            }

            @Override
            public Step await(long nanos) throws InterruptedException {
                return steps.poll(nanos, TimeUnit.NANOSECONDS);
            }
        };
    }
}
