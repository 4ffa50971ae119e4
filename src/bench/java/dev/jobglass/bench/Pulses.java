package dev.jobglass.bench;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.AnimationTimer;

/** Measures the gaps between JavaFX's pulses. JavaFX thread only. */
final class Pulses {
    private final List<Long> gaps = new ArrayList<>();

    /** Begins to measure. */
    void measure() {
        new AnimationTimer() {
            private long before;

            @Override
            public void handle(long now) {
                if (before != 0) {
                    gaps.add(System.nanoTime() - before);
                }
                before = System.nanoTime();
            }
        }.start();
    }

    /** {@return what was measured as members of a JSON object; with no gap at all, the whole time was one} */
    String json(long seconds) {
        long[] sorted = gaps.isEmpty()
                ? new long[]{seconds * 1_000_000_000L}
                : gaps.stream().mapToLong(gap -> gap).sorted().toArray();
        return "\"pulses_per_s\":%.1f,\"gap_p50_ms\":%.1f,\"gap_p99_ms\":%.1f,\"gap_max_ms\":%.1f".formatted(
                gaps.size() / (double) seconds, Percentile.millis(sorted, 0.5), Percentile.millis(sorted, 0.99),
                Percentile.millis(sorted, 1));
    }
}
