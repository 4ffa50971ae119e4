package dev.jobglass.api;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The times of servers, which write them in many ways: ISO 8601 with and without separators, as a date of the calendar,
 * of the week or of the year, offsets in all lengths, or a number since 1970.
 */
public final class ServerTime {
    private static final Instant FIRST_BELIEVED = Instant.parse("2000-01-01T00:00:00Z");
    /** The year 5138; what is more counts milliseconds, microseconds or nanoseconds. */
    private static final BigDecimal MOST_SECONDS = new BigDecimal(100_000_000_000L);
    private static final BigDecimal MOST_NANOSECONDS = MOST_SECONDS.movePointRight(9);
    private static final BigDecimal THOUSAND = new BigDecimal(1_000);
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?(E\\+?\\d{1,2})?");
    /** Eight digits are a date rather than a day in 1970. */
    private static final Pattern BASIC_DATE = Pattern.compile("(19|20)\\d{6}");
    private static final Pattern BETWEEN = Pattern.compile("(?<=\\d)[ _T]+(?=\\d)");
    private static final Pattern ZONE_NAME = Pattern.compile("\\[.*]$");
    private static final Pattern UTC = Pattern.compile("\\s*(UTC|GMT|Z)$");
    private static final Pattern OFFSET_AND_UTC = Pattern.compile("([+-]\\d{2}(:?\\d{2})?|Z)\\s*(UTC|GMT|Z)$");
    private static final Pattern BEYOND_NANOSECONDS = Pattern.compile("(\\.\\d{9})\\d+");
    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder().parseCaseInsensitive()
            .appendOptional(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendOptional(new DateTimeFormatterBuilder().appendValue(ChronoField.YEAR, 4)
                    .appendValue(ChronoField.MONTH_OF_YEAR, 2).appendValue(ChronoField.DAY_OF_MONTH, 2).toFormatter())
            .appendOptional(DateTimeFormatter.ISO_WEEK_DATE)
            .appendOptional(DateTimeFormatter.ISO_ORDINAL_DATE)
            .appendOptional(new DateTimeFormatterBuilder().appendLiteral('T')
                    .appendOptional(DateTimeFormatter.ISO_LOCAL_TIME)
                    .appendOptional(new DateTimeFormatterBuilder().appendPattern("HHmm[ss]")
                            .appendOptional(new DateTimeFormatterBuilder()
                                    .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true).toFormatter())
                            .toFormatter())
                    .appendPattern("[XXX][XX][X]").toFormatter())
            .toFormatter(Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    /** By how many digits a fraction of a second has. */
    private static final int[] TO_NANOS = {1_000_000_000, 100_000_000, 10_000_000, 1_000_000, 100_000, 10_000, 1_000,
            100, 10, 1};
    /** No time is longer, and the patterns would take ever longer for a text that is. */
    private static final int LONGEST = 200;

    private ServerTime() {
    }

    /**
     * {@return the instant a text means, or null when it means none; without an offset it is UTC: a server restart
     * leaves such ones behind}
     *
     * @param text any
     */
    static Instant of(String text) {
        if (usual(text)) {
            try {
                Instant read = read(text);
                return read == null ? Instant.parse(text) : read;
            } catch (DateTimeException _) {
                // Looked like it only.
            }
        }
        return written(text);
    }

    /** What nearly all servers write is read thousands of times a second, and needs none of the rest. */
    private static boolean usual(String text) {
        return text.length() >= 20 && text.charAt(10) == 'T' && text.charAt(13) == ':' && text.endsWith("Z");
    }

    /**
     * {@return such as 2026-11-24T10:00:00.123456Z, or null for what is written in any other way} The JDK's formatter
     * takes many times as long, and was a third of what reading a list took.
     */
    private static Instant read(String text) {
        int end = text.length() - 1;
        boolean fraction = end > 20 && end <= 29 && text.charAt(19) == '.';
        boolean separated = text.charAt(4) == '-' && text.charAt(7) == '-' && text.charAt(16) == ':';
        int hour = number(text, 11, 13);
        int second = number(text, 17, 19);
        if (!separated || !fraction && end != 19 || hour > 23 || second > 59) {
            return null;
        }
        int nanos = fraction ? number(text, 20, end) * TO_NANOS[end - 20] : 0;
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        int minute = number(text, 14, 16);
        return (year | month | day | hour | minute | second | nanos) < 0
                ? null
                : LocalDateTime.of(year, month, day, hour, minute, second, nanos).toInstant(ZoneOffset.UTC);
    }

    /** {@return what the digits from one place to another say, at most nine; negative when there is anything else} */
    private static int number(String text, int start, int end) {
        int number = 0;
        for (int i = start; i < end; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number;
    }

    private static Instant written(String text) {
        String stripped = text.strip().toUpperCase(Locale.ROOT);
        if (stripped.length() > LONGEST) {
            return null;
        }
        try {
            if (NUMBER.matcher(stripped).matches() && !BASIC_DATE.matcher(stripped).matches()) {
                return since1970(new BigDecimal(stripped));
            }
            if (stripped.indexOf(',') == 3) {
                return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text.strip()));
            }
            return switch (FORMAT.parseBest(plain(stripped), OffsetDateTime::from, LocalDateTime::from,
                    LocalDate::from)) {
                case OffsetDateTime withOffset -> withOffset.toInstant();
                case LocalDateTime naive -> naive.toInstant(ZoneOffset.UTC);
                case LocalDate day -> day.atStartOfDay().toInstant(ZoneOffset.UTC);
                case TemporalAccessor _ -> null;
            };
        } catch (DateTimeException | ArithmeticException _) {
            return null;
        }
    }

    /**
     * {@return whether a time can be meant: servers tell times of 1970 where they have none}
     *
     * @param told or null
     */
    public static boolean believed(Instant told) {
        return told != null && !told.isBefore(FIRST_BELIEVED);
    }

    private static Instant since1970(BigDecimal number) {
        if (number.abs().compareTo(MOST_NANOSECONDS) >= 0) {
            return null;
        }
        BigDecimal seconds = number;
        while (seconds.abs().compareTo(MOST_SECONDS) >= 0) {
            seconds = seconds.divide(THOUSAND);
        }
        long whole = seconds.longValue();
        return Instant.ofEpochSecond(whole, seconds.subtract(new BigDecimal(whole)).movePointRight(9).longValue());
    }

    private static String plain(String text) {
        String plain = ZONE_NAME.matcher(text).replaceFirst("").replace(',', '.');
        plain = OFFSET_AND_UTC.matcher(plain).replaceFirst("$1");
        plain = UTC.matcher(plain).replaceFirst("Z");
        plain = BETWEEN.matcher(plain).replaceFirst("T").replaceFirst("\\s+(?=[+-])", "");
        return BEYOND_NANOSECONDS.matcher(plain).replaceFirst("$1");
    }
}
