package dev.jobglass.history;

import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Adds up what insights say of one kind of error. */
final class ErrorSums {
    private final int[] bars;
    private final SortedSet<String> agents = new TreeSet<>();

    ErrorSums(int bars) {
        this.bars = new int[bars];
    }

    void count(String agent, int bar, int failures) {
        agents.add(agent);
        bars[bar] += failures;
    }

    /** {@return the place of the first bar with a failure; there must be one} */
    int firstBar() {
        return IntStream.range(0, bars.length).filter(bar -> bars[bar] > 0).findFirst().orElseThrow();
    }

    /** {@return the place of the last bar with a failure; there must be one} */
    int lastBar() {
        return IntStream.range(0, bars.length).filter(bar -> bars[bar] > 0).reduce((_, bar) -> bar).orElseThrow();
    }

    int failures() {
        return Arrays.stream(bars).sum();
    }

    List<String> agents() {
        return List.copyOf(agents);
    }

    List<Integer> bars() {
        return Arrays.stream(bars).boxed().toList();
    }
}
