package dev.jobglass.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LatenessStatsTest {
    private static final long MILLI = 1_000_000;
    private final LatenessStats punctuality = new LatenessStats();

    @Test
    void ninetyNineOfAHundredAreNotLater() {
        for (int i = 1; i <= 100; i++) {
            punctuality.sent(0, i * MILLI);
        }
        assertThat(punctuality.p99(0)).isEqualTo(Duration.ofMillis(99));
        assertThat(punctuality.perSecond(100 * MILLI)).isEqualTo(10);
    }

    @Test
    void oldOnesCountNoMore() {
        punctuality.sent(0, 500 * MILLI);
        assertThat(punctuality.p99(50_000 * MILLI)).isEqualTo(Duration.ofMillis(500));
        assertThat(punctuality.p99(61_000 * MILLI)).isNull();
        assertThat(punctuality.perSecond(61_000 * MILLI)).isZero();
    }
}
