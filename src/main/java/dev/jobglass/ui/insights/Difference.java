package dev.jobglass.ui.insights;

import dev.jobglass.history.RunFigures;
import dev.jobglass.text.Messages;
import java.time.Duration;
import java.util.OptionalDouble;

/** Says how a figure differs from that of the range before; an empty text where there is nothing to compare. */
final class Difference {
    private static final int PERCENT = 100;
    /** Less would be read as 0.0. */
    private static final double LEAST_POINTS = 0.05;

    private Difference() {
    }

    static String ofRuns(RunFigures now, RunFigures before) {
        return ofNumbers(now.runs(), before.runs());
    }

    /** In points of a hundred. */
    static String ofRates(RunFigures now, RunFigures before) {
        OptionalDouble points = points(now, before);
        return points.isEmpty() || Math.abs(points.getAsDouble()) < LEAST_POINTS
                ? ""
                : Messages.of("insights.points", points.getAsDouble());
    }

    /** {@return by how many points of a hundred more succeed than before, if that can be compared} */
    static OptionalDouble points(RunFigures now, RunFigures before) {
        return now.successRate().isEmpty() || before.successRate().isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of((now.successRate().getAsDouble() - before.successRate().getAsDouble()) * PERCENT);
    }

    static String ofDurations(Duration now, Duration before) {
        return now == null || before == null ? "" : ofNumbers(now.toMillis(), before.toMillis());
    }

    private static String ofNumbers(long now, long before) {
        double part = before == 0 ? 0 : (double) (now - before) / before;
        return now == 0 || Math.abs(part) * PERCENT < 0.5 ? "" : Messages.of("insights.percent", part);
    }
}
