package dev.jobglass.poll;

import java.util.ArrayDeque;
import java.util.Deque;

/** What has arrived for one poller, whose tick waits on {@link SimulatedTime} as it would in real time. */
final class SimulatedArrivals implements Arrivals {
    private final SimulatedTime time;
    private final Deque<Step> steps = new ArrayDeque<>();

    SimulatedArrivals(SimulatedTime time) {
        this.time = time;
    }

    boolean any() {
        return !steps.isEmpty();
    }

    @Override
    public void add(Step step) {
        steps.add(step);
    }

    @Override
    public Step next() {
        return steps.poll();
    }

    @Override
    public Step await(long nanos) {
        time.sleepUntil(time.nanos() + Math.max(0, nanos), this::any);
        return steps.poll();
    }
}
