package dev.jobglass.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.model.AgentStatistics.Past;
import dev.jobglass.model.ProgressHistory.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Against recorded shapes: how far a job is at each of its seconds. */
class EtaTest {
    private static final Instant START = Instant.parse("2026-11-25T12:00:00Z");
    private static final Past NO_PAST = Past.NONE;

    /** What is said after {@code seconds} of a job whose percentage at a second is {@code shape}, asked every 5 s. */
    private static Eta after(int seconds, DoubleUnaryOperator shape, Past past) {
        List<Point> points = new ArrayList<>();
        for (int second = 0; second <= seconds; second += 5) {
            double percentage = shape.applyAsDouble(second);
            if (points.isEmpty() || points.getLast().percentage() != percentage) {
                points.add(new Point(START.plusSeconds(second), percentage));
            }
        }
        return Eta.of(points, START, points.getLast().percentage(), START.plusSeconds(seconds), null, past);
    }

    private static void assertAbout(Eta eta, int seconds, double tolerance) {
        assertThat(eta.least().toMillis() / 1000.0).isBetween(seconds * (1 - tolerance), seconds * (1 + tolerance));
        assertThat(eta.sure()).isTrue();
    }

    @Test
    void aSteadyJobIsToldExactly() {
        assertAbout(after(60, second -> second / 2.0, NO_PAST), 140, 0.1);
        assertAbout(after(150, second -> second / 2.0, NO_PAST), 50, 0.15);
    }

    @Test
    void aBurstyJobIsToldByItsPaceOverall() {
        DoubleUnaryOperator bursts = second -> Math.floor(second / 40) * 20;
        for (int seconds : new int[]{100, 130, 170}) {
            Eta eta = after(seconds, bursts, NO_PAST);
            assertThat(eta.least().toSeconds()).isLessThanOrEqualTo((long) (1.6 * (200 - seconds)));
            assertThat(eta.most().toSeconds()).isGreaterThanOrEqualTo((long) (0.6 * (200 - seconds)));
        }
    }

    @Test
    void aFrontLoadedJobGivesARangeThatReachesFarEnough() {
        DoubleUnaryOperator fastThenSlow = second -> second < 20 ? second * 3 : 60 + (second - 20) * 0.2;
        Eta eta = after(120, fastThenSlow, NO_PAST);
        assertThat(eta.sure()).isFalse();
        assertThat(eta.most()).isGreaterThanOrEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void aJobStuckAt90IsNotSaidToBeNearlyDone() {
        DoubleUnaryOperator stuck = second -> Math.min(90, second);
        assertThat(after(95, stuck, NO_PAST)).isNotNull();
        assertThat(after(400, stuck, NO_PAST)).isNull();
    }

    @Test
    void aJobThatWasNeverSeenToMoveIsToldByThePastOnly() {
        Instant now = START.plusSeconds(3_600);
        List<Point> first = List.of(new Point(now, 33));
        assertThat(Eta.of(first, START, 33.0, now, null, NO_PAST)).isNull();
        assertThat(Eta.of(first, START, 33.0, now, null, new Past(9, Duration.ofHours(2)))).isNotNull();
    }

    @Test
    void aSteadyJobFirstSeenInItsMiddleIsToldExactlyToo() {
        Instant now = START.plusSeconds(3_600);
        List<Point> points = List.of(new Point(now.minusSeconds(60), 79), new Point(now.minusSeconds(5), 80));
        assertAbout(Eta.of(points, START, 80.0, now, null, NO_PAST), 900, 0.1);
    }

    @Test
    void atFirstOnlyThePastTells() {
        assertThat(after(0, _ -> 0, NO_PAST)).isNull();
        Eta eta = after(10, _ -> 1, new Past(30, Duration.ofSeconds(100)));
        assertThat(eta.least()).isLessThanOrEqualTo(Duration.ofSeconds(90));
        assertThat(eta.most()).isGreaterThanOrEqualTo(Duration.ofSeconds(90));
        assertThat(after(200, _ -> 1, new Past(30, Duration.ofSeconds(100)))).isNull();
    }

    @Test
    void thePastAndThePaceAreCombined() {
        assertAbout(after(50, second -> second / 2.0, new Past(30, Duration.ofSeconds(200))), 150, 0.15);
    }

    @Property
    void whateverComesTheRangeIsOne(@ForAll @IntRange(max = 5_000) int seconds,
            @ForAll @DoubleRange(max = 100) double percentage, @ForAll @IntRange(max = 50) int past) {
        Eta eta = after(seconds, second -> Math.min(percentage, second / 7.0), new Past(past, Duration.ofSeconds(300)));
        if (eta != null) {
            assertThat(eta.least()).isPositive().isLessThanOrEqualTo(eta.most());
        }
    }
}
