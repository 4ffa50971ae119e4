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
                return Instant.parse(text);
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
