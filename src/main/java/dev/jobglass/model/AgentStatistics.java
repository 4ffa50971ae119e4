package dev.jobglass.model;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How long each agent's jobs took, and how often they told of progress. JavaFX thread only. */
public final class AgentStatistics {
    /** So many earlier runs tell how long the next takes. */
    private static final int RUNS = 200;
    /** Fewer tell nothing about the slowest of twenty. */
    private static final int ENOUGH_FOR_95 = 20;
    private static final double GAP_WEIGHT = 0.2;

    private final Map<String, Deque<Duration>> runs = new HashMap<>();
    private final Map<String, Duration> gaps = new HashMap<>();

    /**
     * What earlier runs of an agent tell.
     *
     * @param count how many there are
     * @param median of how long they took
     */
    public record Past(int count, Duration median) {
        /** There are none. */
        static final Past NONE = new Past(0, Duration.ZERO);
    }

    /**
     * Takes in what is remembered from before.
     *
     * @param durations of successful runs by agent, the oldest first
     */
    public void recall(Map<String, List<Duration>> durations) {
        durations.forEach((agent, some) -> {
            runs.remove(agent); // what was counted since the start is remembered too
            some.forEach(took -> ran(agent, took));
        });
    }

    /** A job of an agent has succeeded. */
    void ran(String agent, Duration took) {
        Deque<Duration> known = runs.computeIfAbsent(agent, _ -> new ArrayDeque<>());
        known.add(took);
        if (known.size() > RUNS) {
            known.poll();
        }
    }

    /** A running job of an agent has told of progress again. */
    void progressed(String agent, Duration sinceLast) {
        gaps.merge(agent, sinceLast, (usual, now) -> usual
                .plusMillis((long) (GAP_WEIGHT * now.minus(usual).toMillis())));
    }

    /** {@return what earlier runs of an agent tell; the agent may be null} */
    Past past(String agent) {
        Deque<Duration> known = runs.get(agent);
        return known == null ? Past.NONE : new Past(known.size(), percentile(known, 0.5));
    }

    /** {@return how long 95 of 100 jobs of an agent take at most, or null when too few are known} */
    Duration slowest(String agent) {
        Deque<Duration> known = runs.get(agent);
        return known == null || known.size() < ENOUGH_FOR_95 ? null : percentile(known, 0.95);
    }

    private static Duration percentile(Deque<Duration> durations, double share) {
        return durations.stream().sorted().skip((long) (share * (durations.size() - 1))).findFirst().orElseThrow();
    }

    /** {@return the usual time between two changes of a job of an agent, or null} */
    Duration usualGap(String agent) {
        return gaps.get(agent);
    }
}
