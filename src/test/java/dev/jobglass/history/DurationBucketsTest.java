package dev.jobglass.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.NavigableMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class DurationBucketsTest {
    @Property
    void aBucketStandsForDurationsThatDifferByLittle(@ForAll @LongRange(min = 0, max = 10_000_000_000L) long millis) {
        long stands = DurationBuckets.duration(DurationBuckets.of(millis)).toMillis();
        assertThat(Math.abs(stands - millis)).isLessThanOrEqualTo(Math.round(millis * 0.01) + 1);
    }

    @Test
    void aQuantileIsTheFirstThatEnoughDoNotExceed() {
        NavigableMap<Integer, Integer> counts = new TreeMap<>();
        for (int seconds = 1; seconds <= 100; seconds++) {
            counts.merge(DurationBuckets.of(seconds * 1_000L), 1, Integer::sum);
        }
        assertThat(DurationBuckets.quantile(counts, 0.5).toMillis()).isBetween(48_000L, 52_000L);
        assertThat(DurationBuckets.quantile(counts, 0.95).toMillis()).isBetween(92_000L, 98_000L);
        assertThat(DurationBuckets.quantile(counts, 1).toMillis()).isBetween(97_000L, 103_000L);
        assertThat(DurationBuckets.quantile(new TreeMap<>(), 0.5)).isNull();
        counts.replaceAll((_, _) -> 0); // what was counted and taken back
        assertThat(DurationBuckets.quantile(counts, 0.5)).isNull();
    }
}
