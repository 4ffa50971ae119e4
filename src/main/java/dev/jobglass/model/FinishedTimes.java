package dev.jobglass.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** The part of a filter that asks for what finished in a time, as local times. */
public final class FinishedTimes {
    private FinishedTimes() {
    }

    /**
     * {@return the text of a filter for what finished in a time}
     *
     * @param start inclusive
     * @param end exclusive
     * @param now the present, whose day need not be told
     * @param zone of the local times in the text
     */
    public static String filter(Instant start, Instant end, Instant now, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        return JobFilter.Field.FINISHED.word() + ":" + time(LocalDateTime.ofInstant(start, zone), today) + "/"
                + time(LocalDateTime.ofInstant(end, zone), today);
    }

    private static String time(LocalDateTime time, LocalDate today) {
        return (time.toLocalDate().equals(today) ? time.toLocalTime() : time).toString();
    }

    private static Instant time(String text, Instant now) {
        LocalDateTime time = text.contains("T")
                ? LocalDateTime.parse(text)
                : LocalTime.parse(text).atDate(LocalDate.ofInstant(now, ZoneId.systemDefault()));
        return time.atZone(ZoneId.systemDefault()).toInstant();
    }

    /** {@return what two times with a slash between them ask for, or nothing when they mean nothing} */
    static Optional<Predicate<JobSnapshot>> of(String text, Instant now) {
        String[] times = text.toUpperCase(Locale.ROOT).split("/", 2);
        try {
            Instant start = time(times[0], now);
            Instant end = times.length < 2 ? start : time(times[1], now);
            return !start.isBefore(end)
                    ? Optional.empty()
                    : Optional.of(view -> view.status() != null && view.status().state().terminal()
                            && !view.ended().isBefore(start) && view.ended().isBefore(end));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
