package dev.jobglass.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/**
 * A time that passes only when somebody waits, in which things happen one after the other, all in one thread.
 */
final class SimulatedTime {
    static final long SECOND = 1_000_000_000L;
    private static final Instant BEGINNING = Instant.parse("2026-11-28T00:00:00Z");

    private record Event(long at, long number, Runnable action) {
    }

    private final PriorityQueue<Event> events = new PriorityQueue<>(
            Comparator.comparingLong(Event::at).thenComparingLong(Event::number));
    private long now = SECOND;
    /** How far the machine's clock is ahead. */
    private Duration ahead = Duration.ZERO;
    private long numbers;

    /** {@return monotonic nanoseconds} */
    long nanos() {
        return now;
    }

    /** {@return the time of day} */
    Instant truth() {
        return BEGINNING.plusNanos(now);
    }

    /** {@return the time of day by the machine's clock} */
    Instant instant() {
        return toOurs(truth());
    }

    /** {@return a time as the machine's clock would have it, or null for null} */
    Instant toOurs(Instant time) {
        return time == null ? null : time.plus(ahead);
    }

    /** Sets the machine's clock. */
    void setClock(Duration ahead) {
        this.ahead = ahead;
    }

    /** Has something happen later. */
    void after(long nanos, Runnable action) {
        events.add(new Event(now + Math.max(0, nanos), numbers++, action));
    }

    /** Lets time pass until something has arrived, but not beyond {@code until}. */
    void sleepUntil(long until, BooleanSupplier arrived) {
        while (!arrived.getAsBoolean() && !events.isEmpty() && events.peek().at() <= until) {
            Event event = events.poll();
            now = Math.max(now, event.at());
            event.action().run();
        }
        if (!arrived.getAsBoolean()) {
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
}
