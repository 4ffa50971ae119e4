package dev.jobglass.ui.jobs;

import java.time.Duration;
import java.time.Instant;

/** Over how long a time the bars tell what has finished. */
enum ChartRange {
    HOUR(60, Duration.ofMinutes(1)), DAY(48, Duration.ofMinutes(30)), WEEK(42, Duration.ofHours(4));

    private final int bars;
    private final Duration bar;

    ChartRange(int bars, Duration bar) {
        this.bars = bars;
        this.bar = bar;
    }

    int bars() {
        return bars;
    }

    /** {@return when the bar with this number begins, the last of them being the present one} */
    Instant start(int number, Instant now) {
        return Instant.ofEpochSecond((bucket(now) - (bars - 1 - number)) * bar.toSeconds());
    }

    Instant end(int number, Instant now) {
        return start(number, now).plus(bar);
    }

    /** {@return the number of the bar a time belongs to, negative for what is too long ago} */
    int number(Instant time, Instant now) {
        return Math.clamp(bars - 1 - (bucket(now) - bucket(time)), -1, bars - 1);
    }

    /** Full minutes or hours of the clock, so that past bars stand still. */
    private long bucket(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), bar.toSeconds());
    }
}
