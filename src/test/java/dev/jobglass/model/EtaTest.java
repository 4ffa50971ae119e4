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
    void thePastIsNotBelievedAgainstWhatTheJobTells() {
        Instant now = START.plusSeconds(50);
        List<Point> first = List.of(new Point(now, 98));
        assertThat(Eta.of(first, START, 98.0, now, null, new Past(9, Duration.ofMinutes(20)))).isNull();
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

    private static List<Point> points(double... secondsAndPercentages) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < secondsAndPercentages.length; i += 2) {
            points.add(new Point(START.plusSeconds((long) secondsAndPercentages[i]), secondsAndPercentages[i + 1]));
        }
        return points;
    }

    private static Eta at(int seconds, List<Point> points, Integer usualGap, Past past) {
        return Eta.of(points, START, points.getLast().percentage(), START.plusSeconds(seconds),
                usualGap == null ? null : Duration.ofSeconds(usualGap), past);
    }

    private static Eta eta(long least, long most) {
        return new Eta(Duration.ofMillis(least), Duration.ofMillis(most));
    }

    private static Past median(int seconds) {
        return new Past(5, Duration.ofSeconds(seconds));
    }

    @Test
    void thePaceOfTheLastThirdCounts() {
        assertThat(at(60, points(0, 0, 40, 40, 60, 60), null, NO_PAST)).isEqualTo(eta(40_000, 40_000));
        assertThat(at(60, points(0, 0, 30, 30, 60, 60), null, NO_PAST)).as("between 26.7 and 40 s")
                .isEqualTo(eta(32_660, 32_660));
        assertThat(at(60, points(0, 0, 30, 60), null, NO_PAST)).as("none lately").isEqualTo(eta(40_000, 120_000));
        assertThat(at(60, points(50, 30, 60, 60), null, NO_PAST)).as("not watched for so long")
                .isEqualTo(eta(40_000, 40_000));
    }

    @Test
    void tooEarlyTooSlowOrTooLongAgoTellsNothing() {
        assertThat(at(5, points(0, 0, 5, 4), null, NO_PAST)).isNotNull();
        assertThat(at(4, points(0, 0, 4, 4), null, NO_PAST)).as("4 s").isNull();
        assertThat(at(5, points(0, 0, 5, 3.9), null, NO_PAST)).as("3.9 %").isNull();
        assertThat(at(60, points(0, 0, 60, 100), null, NO_PAST)).as("100 %").isNull();
        assertThat(at(60, points(0, 0, 30, 60), 1, NO_PAST)).isNotNull();
        assertThat(at(61, points(0, 0, 30, 60), 1, NO_PAST)).as("30 s of a pause").isNull();
        assertThat(at(90, points(0, 0, 30, 60), 10, NO_PAST)).isNotNull();
        assertThat(at(91, points(0, 0, 30, 60), 10, NO_PAST)).as("six times the usual").isNull();
        assertThat(at(7_200, points(0, 0, 3_600, 4, 7_200, 8), null, NO_PAST)).isNotNull();
        assertThat(at(7_200, points(0, 0, 3_600, 3, 7_200, 5), null, NO_PAST)).as("over a day").isNull();
    }

    @Test
    void fiveRunsBeforeTellARangeUntilTheirMedian() {
        List<Point> start = points(0, 1);
        assertThat(at(10, start, null, median(100))).isEqualTo(eta(72_000, 126_000));
        assertThat(at(10, start, null, new Past(4, Duration.ofSeconds(100)))).isNull();
        assertThat(at(99, start, null, median(100))).isEqualTo(eta(1_058, 1_058));
        assertThat(at(100, start, null, median(100))).isNull();
    }

    @Test
    void theFurtherItIsTheMoreItsOwnPaceTells() {
        List<Point> steady = points(0, 0, 40, 40, 60, 60);
        assertThat(at(60, steady, null, median(100))).isEqualTo(eta(40_000, 40_000));
        assertThat(at(60, steady, null, median(160))).isEqualTo(eta(57_708, 57_708));
        assertThat(at(60, steady, null, median(360))).as("they contradict").isEqualTo(eta(40_000, 300_000));
        assertThat(at(60, steady, null, median(1_060))).as("too much").isNull();
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
