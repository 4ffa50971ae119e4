package dev.jobglass.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {
    private static final Instant NOW = Instant.parse("2026-11-24T20:00:00Z");
    private final Times times = new Times(ZoneId.of("Europe/Berlin"), Locale.ENGLISH);

    @Test
    void clockTimeTodayDateOtherwise() {
        assertThat(times.clock(NOW.minusSeconds(60), NOW)).isEqualTo("20:59:00");
        assertThat(times.clock(NOW.minus(Duration.ofDays(1)), NOW)).isEqualTo("Nov 23 21:00:00");
        // Still the 24th in London, already the 25th in Berlin.
        assertThat(times.clock(NOW, NOW.plus(Duration.ofMinutes(200)))).isEqualTo("Nov 24 21:00:00");
        assertThat(times.clock(null, NOW)).isEqualTo("—");
    }

    @Test
    void theYearIsShownWhenItIsAnother() {
        Instant longAgo = NOW.minus(Duration.ofDays(366));
        assertThat(times.clock(longAgo, NOW)).isEqualTo("Nov 23, 2025 21:00:00");
        assertThat(times.clockInTwoLines(longAgo, NOW)).isEqualTo("Nov 23\n2025");
        assertThat(times.shortClock(longAgo, NOW)).isEqualTo("Nov 23, 2025");
        assertThat(times.shortClock(NOW.minus(Duration.ofDays(200)), NOW)).isEqualTo("May 8 22:00");
    }

    @ParameterizedTest
    @CsvSource({"de, 23. Nov. 21:00:00", "zh, 11月23日 21:00:00", "ar-EG-u-nu-latn, 23 نوفمبر 21:00:00",
            "en-GB, 23 Nov 21:00:00"})
    void datesAreWrittenAsInTheLanguage(String language, String text) {
        Times there = new Times(ZoneId.of("Europe/Berlin"), Locale.forLanguageTag(language));
        assertThat(there.clock(NOW.minus(Duration.ofDays(1)), NOW)).isEqualTo(text);
    }

    @Test
    void inFullAndExact() {
        assertThat(times.full(NOW)).isEqualTo("Nov 24, 2026, 21:00:00");
        assertThat(times.exact(NOW.minusSeconds(7_300), NOW)).isEqualTo("2026-11-24T17:58:20Z\n2\u00a0h\u00a0ago");
    }

    @ParameterizedTest
    @CsvSource({"0, 0 s", "59, 59 s", "60, 1 m 00 s", "695, 11 m 35 s", "3600, 1 h 00 m", "86399, 23 h 59 m",
            "90000, 1 d 01 h", "8639999, 99 d 23 h", "8640000, 100 d", "34560000, 400 d"})
    void durations(long seconds, String text) {
        assertThat(Times.duration(Duration.ofSeconds(seconds))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 s", "30, 30 ms", "99, 99 ms", "100, 0.1 s", "400, 0.4 s", "949, 0.9 s", "950, 1 s",
            "1999.8, 2 s", "1400, 1 s", "59600, 1 m 00 s", "0.2, 0 s", "0.7, 1 ms"})
    void whatIsOverTookItsTimeRounded(double millis, String text) {
        assertThat(Times.took(Duration.ofNanos(Math.round(millis * 1_000_000)))).isEqualTo(text);
        assertThat(Times.took(null)).isEqualTo(Messages.none());
    }

    @ParameterizedTest
    @CsvSource({"-5, just now", "4, just now", "5, 5 s ago", "119, 1 min ago", "7200, 2 h ago", "200000, 2 d ago"})
    void ago(long seconds, String text) {
        String ago = times.ago(NOW.minusSeconds(seconds), NOW);
        assertThat(ago.replace('\u00a0', ' ')).isEqualTo(text);
        assertThat(ago.contains(" ")).as("a line may not end within it").isEqualTo(seconds < 5);
    }
}
