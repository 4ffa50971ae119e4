package dev.jobglass.ui.insights;

import dev.jobglass.history.InsightsQuery;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Of how long a time insights are given: until now, or of days that the user names. */
enum InsightsRange {
    HOUR(Duration.ofHours(1), Duration.ofMinutes(5)), DAY(Duration.ofDays(1), Duration.ofMinutes(30)),
    WEEK(Duration.ofDays(7), Duration.ofHours(4)), MONTH(Duration.ofDays(30), Duration.ofHours(12)),
    /** From one day to another. */
    OWN(Duration.ZERO, Duration.ZERO);

    /** Of days that the user names the chart has about so many bars. */
    private static final int BARS = 48;
    private static final Duration LEAST_BAR = Duration.ofMinutes(30);

    private final Duration length;
    private final Duration bar;

    InsightsRange(Duration length, Duration bar) {
        this.length = length;
        this.bar = bar;
    }

    /** {@return what to ask for a range until now} */
    InsightsQuery untilNow(List<String> servers, Instant now) {
        return InsightsQuery.untilNow(servers, now, length, bar);
    }

    /** {@return what to ask for some whole days, of which those to come are left out, and the rest of today} */
    static InsightsQuery ofDays(List<String> servers, LocalDate first, LocalDate last, ZoneId zone, Instant now) {
        Instant from = first.atStartOfDay(zone).toInstant();
        Instant end = last.plusDays(1).atStartOfDay(zone).toInstant();
        Instant to = now.isAfter(from) && now.isBefore(end) ? now : end;
        long slots = Math.max(1,
                Math.round((double) Duration.between(from, to).toMillis() / BARS / LEAST_BAR.toMillis()));
        return new InsightsQuery(servers, from, to, LEAST_BAR.multipliedBy(slots));
    }
}
