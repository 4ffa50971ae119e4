package dev.jobglass.api;

/** Something a job's stream tells, in either of the dialects that servers speak. */
public sealed interface StreamEvent {
    /**
     * How far the job is.
     *
     * @param percentage 0 to 100, or null
     * @param step or null when not told, or told unreadably
     */
    record Progressed(Double percentage, String step) implements StreamEvent {
    }

    /** Another state, or the end: the status tells it better than the stream. */
    record Turned() implements StreamEvent {
    }

    /** The server is there, and there is nothing new. */
    record Heartbeat() implements StreamEvent {
    }
}
