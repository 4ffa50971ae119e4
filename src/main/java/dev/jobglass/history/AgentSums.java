package dev.jobglass.history;

import java.time.Duration;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Adds up what insights say of one agent, or of all, in a range and the one before it. */
final class AgentSums {
    private final int bars;
    /** Of both ranges, the oldest bar first. */
    private final int[] succeeded;
    private final int[] failed;
    private final int[] cancelled;
    private final Times before = new Times(new TreeMap<>(), new TreeMap<>());
    private final Times now = new Times(new TreeMap<>(), new TreeMap<>());

    /** How many runs took and waited how long, by {@link DurationBuckets}. */
    private record Times(NavigableMap<Integer, Integer> took, NavigableMap<Integer, Integer> waited) {
        void add(Times other) {
            other.took.forEach((bucket, runs) -> took.merge(bucket, runs, Integer::sum));
            other.waited.forEach((bucket, runs) -> waited.merge(bucket, runs, Integer::sum));
        }
    }

    /** {@code bars} in each range. */
    AgentSums(int bars) {
        this.bars = bars;
        succeeded = new int[2 * bars];
        failed = new int[2 * bars];
        cancelled = new int[2 * bars];
    }

    void count(int bar, int moreSucceeded, int moreFailed, int moreCancelled) {
        succeeded[bar] += moreSucceeded;
        failed[bar] += moreFailed;
        cancelled[bar] += moreCancelled;
    }

    void time(boolean ofNow, boolean took, int bucket, int runs) {
        Times times = ofNow ? now : before;
        (took ? times.took : times.waited).merge(bucket, runs, Integer::sum);
    }

    void add(AgentSums other) {
        IntStream.range(0, 2 * bars)
                .forEach(bar -> count(bar, other.succeeded[bar], other.failed[bar], other.cancelled[bar]));
        now.add(other.now);
        before.add(other.before);
    }

    /** {@return whether any run ended} */
    boolean any() {
        return now().runs() + before().runs() > 0;
    }

    int succeeded(int bar) {
        return succeeded[bar];
    }

    int failed(int bar) {
        return failed[bar];
    }

    int cancelled(int bar) {
        return cancelled[bar];
    }

    RunFigures now() {
        return figures(bars, now);
    }

    RunFigures before() {
        return figures(0, before);
    }

    private RunFigures figures(int first, Times times) {
        Duration median = DurationBuckets.quantile(times.took, 0.5);
        return new RunFigures(sum(succeeded, first), sum(failed, first), sum(cancelled, first), median,
                DurationBuckets.quantile(times.took, 0.95), DurationBuckets.quantile(times.waited, 0.5));
    }

    private int sum(int[] counts, int first) {
        return IntStream.range(first, first + bars).map(bar -> counts[bar]).sum();
    }
}
