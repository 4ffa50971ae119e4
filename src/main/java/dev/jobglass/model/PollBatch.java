package dev.jobglass.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one tick brings to the board.
 *
 * @param events in the order they happened
 * @param nextPolls when jobs fall due, for those whose time has changed: monotonic nanoseconds, or
 *        {@code Long.MAX_VALUE} for never
 * @param report how it stands with the server
 * @param news whether any of it changes what a job is said to be, rather than how far it is
 */
public record PollBatch(List<PollEvent> events, Map<String, Long> nextPolls, PollReport report, boolean news) {
    /** Copies both collections. */
    public PollBatch {
        events = List.copyOf(events);
        nextPolls = Collections.unmodifiableMap(new HashMap<>(nextPolls)); // many times as fast as Map.copyOf
    }

    /**
     * What is worth telling at once.
     *
     * @param events as above
     * @param nextPolls as above
     * @param report as above
     */
    public PollBatch(List<PollEvent> events, Map<String, Long> nextPolls, PollReport report) {
        this(events, nextPolls, report, true);
    }

    /**
     * {@return what some ticks brought, as if it were from one}
     *
     * @param ticks of the same server, at least one, the first first
     */
    public static PollBatch together(List<PollBatch> ticks) {
        List<PollEvent> events = new ArrayList<>();
        Map<String, Long> polls = new HashMap<>();
        for (PollBatch tick : ticks) {
            events.addAll(tick.events);
            polls.putAll(tick.nextPolls);
        }
        return new PollBatch(events, polls, ticks.getLast().report, ticks.stream().anyMatch(PollBatch::news));
    }
}
