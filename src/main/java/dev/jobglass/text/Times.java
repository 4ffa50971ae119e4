package dev.jobglass.text;

import dev.jobglass.model.Eta;
import dev.jobglass.model.JobSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/**
 * Times and durations for people.
 *
 * @param zone the user's
 * @param locale the user's
 */
public record Times(ZoneId zone, Locale locale) {
    /** Of so many days the hours tell nothing, and columns have no room for them. */
    private static final long MANY_DAYS = 100;
    private static final Duration NEARLY_A_YEAR = Duration.ofDays(300);

    /** {@return for this computer's zone and the language of the messages} */
    public static Times here() {
        return new Times(ZoneId.systemDefault(), Messages.locale());
    }

    /**
     * {@return the clock time today, date and time otherwise, a dash for null}
     *
     * @param time or null
     * @param now tells today
     */
    public String clock(Instant time, Instant now) {
        return clock(time, now, " ", "HH:mm:ss");
    }

    /**
     * {@return the same, date and time in two lines, of another year date and year}
     *
     * @param time or null
     * @param now tells today
     */
    public String clockInTwoLines(Instant time, Instant now) {
        return time != null && anotherYear(time, now)
                ? date(time, "MMMd") + "\n" + format("uuuu", time)
                : clock(time, now, "\n", "HH:mm:ss");
    }

    /**
     * {@return the same, date and time without seconds, of another year the date alone}
     *
     * @param time or null
     * @param now tells today
     */
    public String shortClock(Instant time, Instant now) {
        return time != null && anotherYear(time, now)
                ? date(time, now)
                : clock(time, now, " ", "HH:mm");
    }

    /**
     * {@return the clock time without seconds}
     *
     * @param time not null
     */
    public String minutes(Instant time) {
        return format("HH:mm", time);
    }

    /**
     * {@return the same, of another day after the date}
     *
     * @param time not null
     * @param now tells today
     */
    public String minutes(Instant time, Instant now) {
        return today(time, now) ? minutes(time) : date(time, now) + " " + minutes(time);
    }

    private String clock(Instant time, Instant now, String between, String otherDay) {
        if (time == null) {
            return Messages.none();
        }
        return today(time, now) ? format("HH:mm:ss", time) : date(time, now) + between + format(otherDay, time);
    }

    private String date(Instant time, Instant now) {
        return date(time, anotherYear(time, now) ? "yMMMd" : "MMMd");
    }

    private String date(Instant time, String parts) {
        return DateTimeFormatter.ofLocalizedPattern(parts).withLocale(locale).format(time.atZone(zone));
    }

    /** So far away that day and month could be taken for those of this year. */
    private static boolean anotherYear(Instant time, Instant now) {
        return Duration.between(time, now).abs().compareTo(NEARLY_A_YEAR) > 0;
    }

    private boolean today(Instant time, Instant now) {
        return LocalDate.ofInstant(time, zone).equals(LocalDate.ofInstant(now, zone));
    }

    private String format(String pattern, Instant time) {
        return DateTimeFormatter.ofPattern(pattern, locale).format(time.atZone(zone));
    }

    /**
     * {@return date and time in full}
     *
     * @param time or null for a dash
     */
    public String full(Instant time) {
        return time == null
                ? Messages.none()
                // Arabic dates have marks of direction in them, which typefaces show as boxes.
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(time.atZone(zone))
                        .replaceAll("[\\u200e\\u200f\\u061c]", "")
                        + ", " + DateTimeFormatter.ofPattern("HH:mm:ss", locale).format(time.atZone(zone));
    }

    /**
     * {@return how long ago, such as "3 min ago"}
     *
     * @param time not null
     * @param now the present
     */
    public String ago(Instant time, Instant now) {
        long seconds = Duration.between(time, now).toSeconds();
        if (seconds < 5) {
            return Messages.of("text.ago.now");
        }
        if (seconds < 60) {
            return Messages.of("text.ago.seconds", seconds);
        }
        if (seconds < 3600) {
            return Messages.of("text.ago.minutes", seconds / 60);
        }
        return seconds < 86_400
                ? Messages.of("text.ago.hours", seconds / 3600)
                : Messages.of("text.ago.days", seconds / 86_400);
    }

    /**
     * {@return the exact instant and its age, for a tooltip}
     *
     * @param time not null
     * @param now the present
     */
    public String exact(Instant time, Instant now) {
        return time + "\n" + ago(time, now);
    }

    /**
     * {@return a duration such as 11 m 35 s, a dash for null}
     *
     * @param duration not negative, or null
     */
    public static String duration(Duration duration) {
        if (duration == null) {
            return Messages.none();
        }
        long seconds = duration.toSeconds();
        if (seconds < 60) {
            return Messages.of("text.duration.s", seconds);
        }
        if (seconds < 3600) {
            return Messages.of("text.duration.ms", seconds / 60, two(seconds % 60));
        }
        if (seconds < 86_400) {
            return Messages.of("text.duration.hm", seconds / 3600, two(seconds / 60 % 60));
        }
        long days = seconds / 86_400;
        return days < MANY_DAYS
                ? Messages.of("text.duration.dh", days, two(seconds / 3600 % 24))
                : Messages.of("text.duration.d", days);
    }

    /**
     * {@return how long something took that is over, such as 30 ms, 0.4 s or 11 m 35 s, rounded; a dash for null}
     *
     * @param duration not negative, or null
     */
    public static String took(Duration duration) {
        if (duration == null) {
            return Messages.none();
        }
        long millis = duration.plusNanos(500_000).toMillis();
        if (millis > 0 && millis < 100) {
            return Messages.of("text.duration.millis", millis);
        }
        return millis > 0 && millis < 950
                ? Messages.of("text.duration.tenths", millis / 1_000.0)
                : duration(duration.plusMillis(500));
    }

    /**
     * {@return for how long a job has run, or ran; a dash when that is not known}
     *
     * @param job as it is known
     * @param now the present
     */
    public static String elapsed(JobSnapshot job, Instant now) {
        Duration elapsed = job.elapsed(now);
        return job.state().over() ? took(elapsed) : duration(elapsed);
    }

    /**
     * {@return what is left, such as "~3 min left" or "2–8 min left"; no more digits than an estimate is worth}
     *
     * @param eta not null
     */
    public static String left(Eta eta) {
        long most = eta.most().toSeconds();
        String unit = most < 90 ? "s" : most < 5_400 ? "m" : "h";
        long least = rough(eta.least(), unit);
        String number = eta.sure() || least == rough(eta.most(), unit)
                ? Messages.of("text.left.about", least)
                : Messages.of("text.left.between", least, rough(eta.most(), unit));
        return Messages.of("text.left." + unit, number);
    }

    private static long rough(Duration duration, String unit) {
        double seconds = duration.toSeconds();
        return switch (unit) {
            case "s" -> Math.max(5, Math.round(seconds / 5) * 5);
            case "m" -> Math.max(1, Math.round(seconds / 60));
            default -> Math.max(1, Math.round(seconds / 3_600));
        };
    }

    private static String two(long number) {
        return (number < 10 ? "0" : "") + number;
    }
}
