package dev.jobglass.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A server that asks for patience gets it as a whole. */
class ThrottleTest {
    private static final long SECOND = 1_000_000_000L;

    private final Throttle throttle = new Throttle(16, new Backoff(new Random(7)));

    @Test
    void beginsWithFewRequestsAndGrowsWithResponses() {
        assertThat(throttle.window()).isEqualTo(4);
        for (int i = 0; i < 30; i++) {
            assertThat(throttle.responded(i)).isFalse();
        }
        assertThat(throttle.window()).isEqualTo(16);
        assertThat(new Throttle(2, new Backoff(new Random(7))).window()).isEqualTo(2);
    }

    @Test
    void whoeverIsSilentAsksForNoPatience() {
        throttle.inFlight(0);
        throttle.inFlight(SECOND);
        assertThat(throttle.window()).isEqualTo(4);
        throttle.inFlight(SECOND + 1);
        assertThat(throttle.window()).isEqualTo(16);
    }

    @Test
    void refusesFromTenSecondsOnUntilAnythingElseComes() {
        assertThat(throttle.patienceEnds()).isEqualTo(Long.MAX_VALUE);
        throttle.throttled(null, 0, SECOND);
        throttle.throttled(null, 4 * SECOND, 5 * SECOND);
        assertThat(throttle.patienceEnds()).as("since the first").isEqualTo(11 * SECOND);
        throttle.responded(3 * SECOND);
        assertThat(throttle.patienceEnds()).as("that was under way before").isEqualTo(11 * SECOND);
        throttle.responded(6 * SECOND);
        assertThat(throttle.patienceEnds()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void waitsGrowUntilAllSlotsAreOpenAgain() {
        long now = 0;
        long before = 0;
        for (int i = 0; i < 4; i++) {
            throttle.throttled(null, now, now);
            long wait = throttle.notBefore() - now;
            assertThat(wait).isGreaterThan(before);
            assertThat(throttle.waits(throttle.notBefore() - 1)).isTrue();
            assertThat(throttle.waits(throttle.notBefore())).isFalse();
            assertThat(throttle.window()).isEqualTo(1);
            before = wait;
            now = throttle.notBefore() + 1;
        }
        for (int i = 0; i < 15; i++) {
            assertThat(throttle.responded(now + i)).isEqualTo(i == 0);
        }
        throttle.throttled(null, now + 100, now + 100);
        assertThat(throttle.notBefore() - now).as("from the shortest again").isLessThan(3 * SECOND);
    }

    @Test
    void ofSeveralUnderWayTogetherTheFirstCountsButEachRetryAfterIsKept() {
        throttle.throttled(null, 0, 10);
        long first = throttle.notBefore();
        throttle.throttled(null, 5, 20);
        assertThat(throttle.notBefore()).isEqualTo(first);
        assertThat(throttle.responded(6)).as("sent before").isFalse();
        assertThat(throttle.waits(20)).isTrue();
        throttle.throttled(Duration.ofHours(1), 7, 30);
        assertThat(throttle.notBefore()).isEqualTo(3_600 * SECOND + 30);
        throttle.tryNow(40);
        assertThat(throttle.waits(40)).isFalse();
    }
}
