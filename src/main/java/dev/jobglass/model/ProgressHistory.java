package dev.jobglass.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How far a job was when: a point for each change, thinned out when there are many. In arrays, since ten thousand live
 * jobs have one each. JavaFX thread only.
 */
public final class ProgressHistory {
    private static final int MOST = 48;
    private static final int FIRST = 8;

    private long[] millis = {};
    private float[] percentages = {};
    private int count;

    /**
     * How far a job was at a time.
     *
     * @param at when
     * @param percentage 0 to 100
     */
    public record Point(Instant at, double percentage) {
    }

    ProgressHistory() {
    }

    /** Notes a percentage; one that has not changed is no point. */
    void add(Instant at, double percentage) {
        if (count > 0 && percentages[count - 1] == (float) percentage) {
            return;
        }
        if (count == MOST) {
            thinOut();
        }
        if (count == millis.length) {
            int size = Math.min(MOST, Math.max(FIRST, 2 * count));
            millis = Arrays.copyOf(millis, size);
            percentages = Arrays.copyOf(percentages, size);
        }
        millis[count] = at.toEpochMilli();
        percentages[count] = (float) percentage;
        count++;
    }

    /** Every other of the points goes, but for the first and the last. */
    private void thinOut() {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (i % 2 == 0 || i == count - 1) {
                millis[kept] = millis[i];
                percentages[kept] = percentages[i];
                kept++;
            }
        }
        count = kept;
    }

    /** {@return the points, the oldest first} */
    public List<Point> points() {
        List<Point> points = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            points.add(new Point(Instant.ofEpochMilli(millis[i]), percentages[i]));
        }
        return points;
    }

    /** {@return how long it usually takes from one change to the next, or null after fewer than four} */
    public Duration usualGap() {
        if (count < 4) {
            return null;
        }
        long[] gaps = new long[count - 1];
        for (int i = 1; i < count; i++) {
            gaps[i - 1] = millis[i] - millis[i - 1];
        }
        Arrays.sort(gaps);
        return Duration.ofMillis(gaps[gaps.length / 2]);
    }
}
