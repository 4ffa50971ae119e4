package dev.jobglass.model;

import dev.jobglass.model.AgentStatistics.Past;
import dev.jobglass.model.ProgressHistory.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What is left of a running job.
 *
 * @param least at the least
 * @param most at the most; the same as the least when we are as good as sure
 */
public record Eta(Duration least, Duration most) {
    private static final double HOUR_OF_DOUBT = 3_600_000;
    /** Estimates that differ by less than this factor agree. */
    private static final double AGREE = 1.7;
    /** Beyond this factor a range would tell nothing. */
    private static final double NO_IDEA = 12;
    /** Below, the first percents say more about starting than about running. */
    private static final double LEAST_PERCENTAGE = 4;
    private static final Duration LEAST_ELAPSED = Duration.ofSeconds(5);
    /** The recent pace is that of the last third of the time. */
    private static final double RECENT = 1 / 3.0;
    /** A pause this many times the usual gap means that the pace of before no longer tells anything. */
    private static final double LONG_PAUSE = 6;
    private static final Duration LEAST_LONG_PAUSE = Duration.ofSeconds(30);

    /**
     * {@return what is left, or null when there is no honest basis: from the pace overall and lately, and from how long
     * earlier jobs of the agent took}
     *
     * @param points the progress seen so far, the oldest first
     * @param started when the job began
     * @param percentage how far it is, or null
     * @param now the present
     * @param usualGap between two changes, or null
     * @param past what earlier jobs of the agent tell
     */
    static Eta of(List<Point> points, Instant started, Double percentage, Instant now, Duration usualGap, Past past) {
        double elapsed = Duration.between(started, now).toMillis();
        Double byPace = percentage == null ? null : byPace(points, started, percentage, now, usualGap, elapsed);
        Double byPast = past.count() < 5 || elapsed >= past.median().toMillis()
                ? null
                : past.median().toMillis() - elapsed;
        if (byPace == null) {
            return byPast == null ? null : byPastAlone(byPast, percentage, past.median());
        }
        double byRecent = byRecentPace(points, percentage, now, elapsed, byPace);
        if (byPast == null) {
            return range(Math.min(byPace, byRecent), Math.max(byPace, byRecent));
        }
        // The further the job is, the more its own pace tells.
        double trust = percentage / 100;
        double own = Math.sqrt(byPace * byRecent);
        double blend = Math.exp(trust * Math.log(own) + (1 - trust) * Math.log(Math.max(1_000, byPast)));
        double doubt = Math.max(own, blend) / Math.min(own, blend);
        return doubt < AGREE ? range(blend, blend) : range(Math.min(own, byPast), Math.max(own, byPast));
    }

    /** By how long it takes usually, as far as that goes with how far the job is. */
    private static Eta byPastAlone(double byPast, Double percentage, Duration usual) {
        boolean tells = percentage != null && percentage >= LEAST_PERCENTAGE;
        double rest = tells ? (100 - percentage) / 100 * usual.toMillis() : byPast;
        return range(Math.min(byPast * 0.8, rest), Math.max(byPast * 1.4, rest));
    }

    private static Double byPace(List<Point> points, Instant started, double percentage, Instant now,
            Duration usualGap, double elapsed) {
        boolean seenToMove = points.size() > 1; // one that was met at a third may have hung there for hours
        if (!seenToMove || percentage < LEAST_PERCENTAGE || percentage >= 100 || elapsed < LEAST_ELAPSED.toMillis()) {
            return null;
        }
        Instant lastMove = points.isEmpty() ? started : points.getLast().at();
        double pause = Duration.between(lastMove, now).toMillis();
        double usual = usualGap == null ? elapsed / Math.max(1, points.size()) : usualGap.toMillis();
        if (pause > Math.max(LEAST_LONG_PAUSE.toMillis(), LONG_PAUSE * usual)) {
            return null;
        }
        return (100 - percentage) * elapsed / percentage;
    }

    /**
     * {@return what is left by the pace of the last third of the time, the present pause included; by the pace overall
     * for a job that was not watched for so long}
     */
    private static double byRecentPace(List<Point> points, double percentage, Instant now, double elapsed,
            double byPace) {
        Instant since = now.minusMillis((long) (elapsed * RECENT));
        if (points.isEmpty() || points.getFirst().at().isAfter(since)) {
            return byPace;
        }
        double then = 0;
        for (Point point : points) {
            if (!point.at().isAfter(since)) {
                then = point.percentage();
            }
        }
        double pace = (percentage - then) / (elapsed * RECENT);
        return pace > 0 ? (100 - percentage) / pace : byPace * 3;
    }

    private static Eta range(double one, double other) {
        double least = Math.min(one, other);
        double most = Math.max(one, other);
        if (most > least * NO_IDEA || most > 24 * HOUR_OF_DOUBT) {
            return null;
        }
        double middle = Math.sqrt(Math.max(1, least) * Math.max(1, most));
        return most < least * AGREE * AGREE && most < Math.max(least * AGREE, least + 5_000)
                ? new Eta(millis(middle), millis(middle))
                : new Eta(millis(least), millis(most));
    }

    private static Duration millis(double millis) {
        return Duration.ofMillis(Math.round(millis));
    }

    /** {@return whether one number tells it} */
    public boolean sure() {
        return least.equals(most);
    }
}
