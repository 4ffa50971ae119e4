package dev.jobglass.history;

import java.time.Duration;
import java.util.OptionalDouble;

/**
 * Figures of all runs of a range, or of an agent's.
 *
 * @param succeeded how many did
 * @param failed how many did
 * @param cancelled how many were
 * @param median of how long they took that succeeded or failed, within 2 %; null when there is none
 * @param slow what 95 of 100 did not take longer than, within 2 %; null when there is none
 * @param waited median of how long those that began waited in the queue, within 2 %; null when there is none
 */
public record RunFigures(int succeeded, int failed, int cancelled, Duration median, Duration slow, Duration waited) {
    /** {@return how many ended} */
    public int runs() {
        return succeeded + failed + cancelled;
    }

    /** {@return the part that succeeded of those that succeeded or failed, 0 to 1; empty when there is none} */
    public OptionalDouble successRate() {
        int told = succeeded + failed;
        return told == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) succeeded / told);
    }
}
