package dev.jobglass.model;

import java.util.ArrayList;
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
        nextPolls = Map.copyOf(nextPolls);
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
     * {@return this and what the next tick brought, as if it were from one tick}
     *
     * @param next of the same server
     */
    public PollBatch and(PollBatch next) {
        List<PollEvent> both = new ArrayList<>(events);
        both.addAll(next.events);
        Map<String, Long> polls = new HashMap<>(nextPolls);
        polls.putAll(next.nextPolls);
        return new PollBatch(both, polls, next.report, news || next.news);
    }
}
