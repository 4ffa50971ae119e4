package dev.jobglass.api;

import java.util.Locale;
import java.util.regex.Pattern;

/** A job's state in the server's own words, and {@link #UNKNOWN} for a word we have not been taught. */
public enum JobState {
    QUEUED,
    RUNNING,
    SUCCEEDED,
    FAILED,
    CANCELLED,
    /** Any other word. Shown as it came and polled on, since it may well turn into one we know. */
    UNKNOWN;

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}]");

    /** {@return whether the job will never change again, so that polling stops} */
    public boolean terminal() {
        return switch (this) {
            case SUCCEEDED, FAILED, CANCELLED -> true;
            case QUEUED, RUNNING, UNKNOWN -> false;
        };
    }

    /**
     * {@return the state for the server's word; what looks like one of those documented is that one}
     *
     * @param word as it came, in any case, also with what nobody sees in it, such as colours for a terminal; not null
     */
    public static JobState of(String word) {
        JobState state = known(word);
        return state == UNKNOWN ? known(UNSEEN.matcher(TerminalText.withoutEscapes(word)).replaceAll("")) : state;
    }

    private static JobState known(String word) {
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
