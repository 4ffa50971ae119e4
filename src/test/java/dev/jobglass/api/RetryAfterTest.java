package dev.jobglass.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"3|3", "Tue, 24 Nov 2026 10:00:30 GMT|30", "7200|7200", "86400|86400",
            "86401|86400", "0.001|1", "0|", "-1|", "soon|", "''|",
            "Tue, 24 Nov 2026 09:00:00 GMT|"})
    void header(String header, Long seconds) {
        assertThat(RetryAfter.ofHeader(header, NOW)).isEqualTo(seconds == null ? null : Duration.ofSeconds(seconds));
    }

    @Property
    void neverEarlierThanAskedAndFromASecondToADay(@ForAll double seconds) {
        Duration wait = RetryAfter.ofSeconds(seconds);

        if (wait != null) {
            assertThat(wait.toMillis() / 1000.0).isGreaterThanOrEqualTo(Math.min(seconds, 86_400));
            assertThat(wait).isBetween(Duration.ofSeconds(1), Duration.ofDays(1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1d", "5f", "0x1p3", "NaN", "Infinity", "1 s", "1_0", ""})
    void whatOnlyJavaTakesForANumberIsNone(String header) {
        assertThat(RetryAfter.ofHeader(header, Clock.systemUTC())).isNull();
    }
}
