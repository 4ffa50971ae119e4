package dev.jobglass.poll;

import java.time.Duration;
import java.util.ArrayDeque;

/** Measures how late polls are sent and how many there are. Belongs to one thread at a time. */
final class LatenessStats {
    /** The latest ones are enough to tell, and sorting them is cheap. */
    private static final int SAMPLES = 500;
    private static final long LATENESS_WINDOW = Duration.ofSeconds(60).toNanos();
    private static final long RATE_WINDOW = Duration.ofSeconds(10).toNanos();

    /** One poll sent. */
    private record Sample(long sent, long late) {
    }

    private final ArrayDeque<Sample> samples = new ArrayDeque<>();
    private final ArrayDeque<Long> recent = new ArrayDeque<>();

    void sent(long due, long now) {
        samples.add(new Sample(now, Math.max(0, now - due)));
        if (samples.size() > SAMPLES) {
            samples.poll();
        }
        recent.add(now);
    }

    /** {@return how late the polls of the last minute were, or null when there were none} */
    Duration p99(long now) {
        while (!samples.isEmpty() && now - samples.peek().sent() > LATENESS_WINDOW) {
            samples.poll();
        }
        if (samples.isEmpty()) {
            return null;
        }
        long[] sorted = samples.stream().mapToLong(Sample::late).sorted().toArray();
        return Duration.ofNanos(sorted[(int) Math.ceil(sorted.length * 0.99) - 1]);
    }

    double perSecond(long now) {
        while (!recent.isEmpty() && now - recent.peek() > RATE_WINDOW) {
            recent.poll();
        }
        return recent.size() / (double) Duration.ofNanos(RATE_WINDOW).toSeconds();
    }
}
