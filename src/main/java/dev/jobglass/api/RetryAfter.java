package dev.jobglass.api;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** Where a server says how long to wait: {@code retry_after} in JSON, {@code Retry-After} in a header. */
final class RetryAfter {
    /** Longer waits than this are taken for a mistake, or a job would seem frozen. */
    static final Duration LONGEST = Duration.ofDays(1);
    /** The API counts in whole seconds: a fraction of one is a mistake, which must not make requests many. */
    static final Duration SHORTEST = Duration.ofSeconds(1);

    private static final Pattern PLAIN = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    private RetryAfter() {
    }

    /**
     * {@return the wait, or null for zero, negative and not a number, which all mean "not given"}
     *
     * @param seconds possibly fractional; taken for 1 s when less, and for a day when more
     */
    static Duration ofSeconds(double seconds) {
        if (!(seconds > 0)) {
            return null;
        }
        double capped = Math.clamp(seconds, SHORTEST.toSeconds(), LONGEST.toSeconds());
        // Rounded up, since asking a moment too early would be asking early.
        return Duration.ofMillis((long) Math.ceil(capped * 1000));
    }

    /**
     * {@return the wait a {@code Retry-After} header asks for, or null when it cannot be read or lies in the past}
     *
     * @param header seconds or an HTTP date; not null
     * @param clock tells now, to turn a date into a wait
     */
    static Duration ofHeader(String header, Clock clock) {
        try {
            return ofSeconds(plainNumber(header.strip()));
        } catch (NumberFormatException _) {
            return ofDate(header.strip(), clock);
        }
    }

    /**
     * {@return a number as JSON writes it}; what else Java takes for one, such as {@code 1d} and {@code 0x1p3}, is not.
     *
     * @throws NumberFormatException when it is none
     */
    static double plainNumber(String text) {
        if (!PLAIN.matcher(text).matches()) {
            throw new NumberFormatException(text);
        }
        return Double.parseDouble(text);
    }

    private static Duration ofDate(String header, Clock clock) {
        try {
            var until = ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            return ofSeconds(Duration.between(clock.instant(), until).toMillis() / 1000.0);
        } catch (DateTimeException | ArithmeticException _) {
            return null;
        }
    }
}
