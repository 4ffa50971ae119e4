package dev.jobglass.settings;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;

/** Hours of the day, as users type them: {@code 22:00}. */
public final class TimeOfDay {
    private TimeOfDay() {
    }

    /**
     * {@return whether a text is a time of day such as {@code 22:00}, or empty}
     *
     * @param text any
     */
    public static boolean usableOrEmpty(String text) {
        return text.isEmpty() || parsed(text) != null;
    }

    private static LocalTime parsed(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    /** {@return whether there are hours from one to the other: both are known, and not the same} */
    static boolean isRange(String from, String to) {
        return parsed(from) != null && parsed(to) != null && !parsed(from).equals(parsed(to));
    }

    /** {@return whether it is between two times of a range, of which the second may lie on the next day} */
    static boolean within(String from, String to, Instant now, ZoneId zone) {
        LocalTime time = LocalTime.ofInstant(now, zone);
        boolean afterFrom = !time.isBefore(parsed(from));
        boolean beforeTo = time.isBefore(parsed(to));
        return parsed(from).isBefore(parsed(to)) ? afterFrom && beforeTo : afterFrom || beforeTo;
    }
}
