package dev.jobglass.poll;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.PriorityQueue;

/**
 * A time that passes only when somebody waits, in which things happen one after the other, all in one thread. The tick
 * of the poller waits here as it would in real time.
 */
final class SimulatedTime implements Arrivals {
    static final long SECOND = 1_000_000_000L;
    private static final Instant BEGINNING = Instant.parse("2026-11-28T00:00:00Z");

    private record Event(long at, long number, Runnable action) {
    }

    private final PriorityQueue<Event> events = new PriorityQueue<>(
            Comparator.comparingLong(Event::at).thenComparingLong(Event::number));
    private final Deque<Step> steps = new ArrayDeque<>();
    private long now = SECOND;
    private long numbers;

    /** {@return monotonic nanoseconds} */
    long nanos() {
        return now;
    }

    /** {@return the time of day} */
    Instant instant() {
        return BEGINNING.plusNanos(now);
    }

    /** Has something happen later. */
    void after(long nanos, Runnable action) {
        events.add(new Event(now + Math.max(0, nanos), numbers++, action));
    }

    /** Lets time pass until something has arrived, but not beyond {@code until}. */
    void sleepUntil(long until) {
        while (steps.isEmpty() && !events.isEmpty() && events.peek().at() <= until) {
            Event event = events.poll();
            now = Math.max(now, event.at());
            event.action().run();
        }
        if (steps.isEmpty()) {
            now = Math.max(now, until);
        }
    }

    /** The machine sleeps: the world goes on, and what arrives waits. */
    void machineSleeps(long nanos) {
        long until = now + nanos;
        while (!events.isEmpty() && events.peek().at() <= until) {
            Event event = events.poll();
            now = Math.max(now, event.at());
            event.action().run();
        }
        now = until;
    }

    /** Whom it was for is there no more. */
    void forgetArrivals() {
        steps.clear();
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
        sleepUntil(now + Math.max(0, nanos));
        return steps.poll();
    }
}
