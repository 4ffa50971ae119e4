package dev.jobglass.model;

import java.util.List;
import java.util.Map;

/**
 * What one tick brings to the board.
 *
 * @param events in the order they happened
 * @param nextPolls when jobs fall due, for those whose time has changed: monotonic nanoseconds, or
 *        {@code Long.MAX_VALUE} for never
 * @param report how it stands with the server
 */
public record PollBatch(List<PollEvent> events, Map<String, Long> nextPolls, PollReport report) {
    /** Copies both collections. */
    public PollBatch {
        events = List.copyOf(events);
        nextPolls = Map.copyOf(nextPolls);
    }
}
