package dev.jobglass.api;

import java.util.Locale;

/** A job's state in the server's own words, and {@link #UNKNOWN} for a word we have not been taught. */
public enum JobState {
    QUEUED,
    RUNNING,
    SUCCEEDED,
    FAILED,
    CANCELLED,
    /** Any other word. Shown as it came and polled on, since it may well turn into one we know. */
    UNKNOWN;

    /** {@return whether the job will never change again, so that polling stops} */
    public boolean terminal() {
        return switch (this) {
            case SUCCEEDED, FAILED, CANCELLED -> true;
            case QUEUED, RUNNING, UNKNOWN -> false;
        };
    }

    /**
     * {@return the state for the server's word}
     *
     * @param word as it came, in any case; not null
     */
    public static JobState of(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "queued" -> QUEUED;
            case "running" -> RUNNING;
            case "succeeded" -> SUCCEEDED;
            case "failed" -> FAILED;
            case "cancelled" -> CANCELLED;
            default -> UNKNOWN;
        };
    }
}
