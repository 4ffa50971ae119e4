package dev.jobglass.history;

import java.time.Duration;

/** How wide a slot of time is that runs are summed in. A range is read from the widest slots that it is made of. */
enum SlotWidth {
    /** For ranges of some hours; kept for a day only. */
    FIVE_MINUTES(5),
    /** The time zones of most countries begin their days at the beginning of one. */
    HALF_HOUR(30),
    /** Of UTC: the bulk of a long range. */
    DAY(24 * 60);

    private final long minutes;

    SlotWidth(long minutes) {
        this.minutes = minutes;
    }

    long minutes() {
        return minutes;
    }

    long millis() {
        return Duration.ofMinutes(minutes).toMillis();
    }

    /** {@return when the slot begins that a time lies in, in minutes since 1970} */
    long slot(long millis) {
        return Math.floorDiv(millis, millis()) * minutes;
    }
}
