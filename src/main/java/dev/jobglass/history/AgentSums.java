package dev.jobglass.history;

import java.util.stream.IntStream;

/** Adds up what insights say of one agent, or of all, in a range and the one before it. */
final class AgentSums {
    private final int bars;
    /** Of both ranges, the oldest bar first. */
    private final int[] succeeded;
    private final int[] failed;
    private final int[] cancelled;
    private final Times before = new Times(new Durations(), new Durations());
    private final Times now = new Times(new Durations(), new Durations());

    /** How long runs took and waited. */
    private record Times(Durations took, Durations waited) {
        void add(Times other) {
            took.add(other.took);
            waited.add(other.waited);
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

    /** {@return where durations of a range are added up, of runs or of waiting} */
    Durations durations(boolean ofNow, boolean took) {
        Times times = ofNow ? now : before;
        return took ? times.took : times.waited;
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
        return new RunFigures(sum(succeeded, first), sum(failed, first), sum(cancelled, first), times.took.median(),
                times.took.slow(), times.waited.median());
    }

    private int sum(int[] counts, int first) {
        return IntStream.range(first, first + bars).map(bar -> counts[bar]).sum();
    }
}
