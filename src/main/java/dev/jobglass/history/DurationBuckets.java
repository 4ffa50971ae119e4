package dev.jobglass.history;

import java.time.Duration;
import java.util.NavigableMap;

/**
 * Sorts durations into buckets, so that medians of any range can be had from counts that are added up. A bucket is 2 %
 * wider than the one before: what is read from one is off by 1 % at the most.
 */
final class DurationBuckets {
    private static final double STEP = Math.log(1.02);

    private DurationBuckets() {
    }

    /** {@return the bucket of a duration} */
    static int of(long millis) {
        return millis < 1 ? 0 : 1 + (int) Math.round(Math.log(millis) / STEP);
    }

    /** {@return the duration that a bucket stands for} */
    static Duration duration(int bucket) {
        return bucket == 0 ? Duration.ZERO : Duration.ofMillis(Math.round(Math.exp((bucket - 1) * STEP)));
    }

    /**
     * {@return the duration that a share of all does not exceed, or null when there is none}
     *
     * @param counts how many there are in each bucket
     * @param share above 0, at most 1
     */
    static Duration quantile(NavigableMap<Integer, Integer> counts, double share) {
        long all = counts.values().stream().mapToLong(Integer::longValue).sum();
        long place = (long) Math.ceil(all * share);
        long before = 0;
        for (var bucket : counts.entrySet()) {
            before += bucket.getValue();
            if (before >= place && bucket.getValue() > 0) {
                return duration(bucket.getKey());
            }
        }
        return null;
    }
}
