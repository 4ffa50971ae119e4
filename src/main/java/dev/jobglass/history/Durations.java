package dev.jobglass.history;

import java.time.Duration;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Adds up durations in buckets, so that medians of any range can be had from what slots of time hold. A bucket is 2 %
 * wider than the one before, and its durations are told by their mean: what is read is off by 2 % at the most, and is
 * exact where a bucket holds one duration. Not for several threads.
 */
final class Durations {
    private static final double STEP = Math.log(1.02);

    private final NavigableMap<Integer, Bucket> buckets = new TreeMap<>();
    private long all;

    /** How many durations are in a bucket, and their sum in milliseconds. */
    private record Bucket(long count, long millis) {
        Bucket plus(Bucket other) {
            return new Bucket(count + other.count, millis + other.millis);
        }
    }

    /** {@return the bucket of a duration} */
    static int bucket(long millis) {
        return millis < 1 ? 0 : 1 + (int) Math.round(Math.log(millis) / STEP);
    }

    /** Adds so many that are in a bucket. */
    void add(int bucket, long count, long millis) {
        if (count > 0) {
            all += count;
            buckets.merge(bucket, new Bucket(count, millis), Bucket::plus);
        }
    }

    void add(Durations other) {
        other.buckets.forEach((bucket, some) -> add(bucket, some.count, some.millis));
    }

    /** {@return the middle one, or the mean of the two in the middle; null when there is none} */
    Duration median() {
        return all == 0 ? null : at((all + 1) / 2).plus(at(all / 2 + 1)).dividedBy(2);
    }

    /** {@return what 95 of 100 did not take longer than, or null when there is none} */
    Duration slow() {
        return all == 0 ? null : at(Math.ceilDiv(all * 95, 100));
    }

    /** {@return the duration at a place among all, the shortest at 1} */
    private Duration at(long place) {
        long before = 0;
        for (Bucket bucket : buckets.values()) {
            before += bucket.count;
            if (before >= place) {
                return Duration.ofMillis(Math.round((double) bucket.millis / bucket.count));
            }
        }
        throw new IllegalArgumentException(place + " of " + all);
    }
}
