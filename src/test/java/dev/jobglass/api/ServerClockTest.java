package dev.jobglass.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.testing.Statuses;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two clocks are never subtracted from each other. */
class ServerClockTest {
    private Instant now = Instant.parse("2026-11-28T10:00:00.300Z");
    private final ServerClock clock = new ServerClock(() -> now);

    private void response(Duration ahead, Map<String, List<String>> more) {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(now.plus(ahead).atOffset(ZoneOffset.UTC));
        clock.read(HttpHeaders.of(more.isEmpty() ? Map.of("Date", List.of(date)) : more, (_, _) -> true));
    }

    private void response(Duration ahead) {
        response(ahead, Map.of());
    }

    @Test
    void timesAreAsOurClockWouldHaveThem() {
        response(Duration.ofMinutes(10));
        assertThat(clock.ahead()).isEqualTo(Duration.ofMinutes(10));
        JobStatus status = Statuses.of("run_1", JobState.RUNNING, 10);
        assertThat(clock.toOurs(status).createdAt()).isEqualTo(status.createdAt().minusSeconds(600));
        assertThat(clock.toOurs(status).completedAt()).isNull();
    }

    @Test
    void aFewSecondsAreNoDifference() {
        response(Duration.ofSeconds(-4));
        response(Duration.ofSeconds(4));
        assertThat(clock.ahead()).isZero();
        JobStatus status = Statuses.of("run_1", JobState.RUNNING, 10);
        assertThat(clock.toOurs(status)).isSameAs(status);
    }

    @Test
    void theDifferenceStaysTheSameWhileItHardlyChanges() {
        response(Duration.ofSeconds(-600));
        Duration first = clock.ahead();
        for (int millis = -1_500; millis <= 1_500; millis += 100) {
            response(Duration.ofSeconds(-600).plusMillis(millis));
            assertThat(clock.ahead()).isEqualTo(first);
        }
    }

    @Test
    void oneResponseThatTellsAnotherIsNotBelieved() {
        response(Duration.ZERO);
        for (int i = 0; i < 20; i++) {
            response(Duration.ofHours(i % 2));
            assertThat(clock.ahead()).isZero();
        }
        for (int i = 0; i < 3; i++) {
            response(Duration.ofHours(1));
        }
        assertThat(clock.ahead()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void theFirstIsNotBelievedWhenOthersContradictIt() {
        for (int i = 0; i < 20; i++) {
            response(Duration.ofHours(i % 2 == 0 ? 1 : -1));
            assertThat(clock.ahead()).isEqualTo(i == 0 ? Duration.ofHours(1) : Duration.ZERO);
        }
    }

    @Test
    void whatOthersToldInsteadOfTheFirstIsBelievedForGood() {
        response(Duration.ofHours(-1));
        for (int i = 0; i < 3; i++) {
            response(Duration.ofHours(1));
        }
        response(Duration.ofHours(-1));
        assertThat(clock.ahead()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void aDateOfSomethingWithoutAClockTellsNothing() {
        response(Duration.ZERO, Map.of("Date", List.of("Thu, 01 Jan 1970 00:00:00 GMT")));
        response(Duration.ZERO, Map.of("Date", List.of("Fri, 31 Dec 9999 23:59:59 GMT")));
        assertThat(clock.ahead()).isZero();
    }

    @Test
    void noDateABadOneAndACachedOneTellNothing() {
        response(Duration.ZERO, Map.of("Date", List.of("soon")));
        response(Duration.ZERO, Map.of("Server", List.of("x")));
        response(Duration.ZERO, Map.of("Age", List.of("100"), "Date", List.of("Wed, 25 Nov 2026 10:00:00 GMT")));
        assertThat(clock.ahead()).isZero();
    }
}
