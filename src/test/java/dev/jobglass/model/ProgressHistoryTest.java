package dev.jobglass.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProgressHistoryTest {
    private static final Instant START = Instant.parse("2026-11-25T12:00:00Z");

    private final ProgressHistory trail = new ProgressHistory();

    @Test
    void staysShortAndKeepsBothEnds() {
        for (int second = 0; second < 10_000; second++) {
            trail.add(START.plusSeconds(second), second / 100.0);
        }
        assertThat(trail.points()).hasSizeBetween(20, 48).isSortedAccordingTo(
                (one, other) -> one.at().compareTo(other.at()));
        assertThat(trail.points().getFirst().at()).isEqualTo(START);
        assertThat(trail.points().getLast().at()).isEqualTo(START.plusSeconds(9_999));
    }

    @Test
    void whatStandsStillIsNoPoint() {
        trail.add(START, 5);
        trail.add(START.plusSeconds(5), 5);
        assertThat(trail.points()).hasSize(1);
        assertThat(trail.usualGap()).isNull();
    }

    @Test
    void theUsualGapIsTheMedian() {
        for (int second : new int[]{0, 10, 20, 500, 510}) {
            trail.add(START.plusSeconds(second), second);
        }
        assertThat(trail.usualGap()).isEqualTo(Duration.ofSeconds(10));
    }
}
