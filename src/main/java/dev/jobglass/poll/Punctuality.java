package dev.jobglass.poll;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;

/** Measures how late polls are sent and how many there are. Belongs to one thread at a time. */
final class Punctuality {
    private static final int SAMPLES = 500;
    private static final long WINDOW = Duration.ofSeconds(10).toNanos();

    private final long[] lateness = new long[SAMPLES];
    private final ArrayDeque<Long> recent = new ArrayDeque<>();
    private int count;

    void sent(long due, long now) {
        lateness[count % SAMPLES] = Math.max(0, now - due);
        count++;
        recent.add(now);
    }

    Duration p99() {
        if (count == 0) {
            return null;
        }
        long[] sorted = Arrays.copyOf(lateness, Math.min(count, SAMPLES));
        Arrays.sort(sorted);
        return Duration.ofNanos(sorted[(int) Math.ceil(sorted.length * 0.99) - 1]);
    }

    double perSecond(long now) {
        while (!recent.isEmpty() && now - recent.peek() > WINDOW) {
            recent.poll();
        }
        return recent.size() / (double) Duration.ofNanos(WINDOW).toSeconds();
    }
}
