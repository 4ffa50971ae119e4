package dev.jobglass.rules;

import dev.jobglass.api.JobState;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;

/** How an agent's runs of late ended. */
final class AgentRuns {
    /** The earliest first: at the start they come in no order. */
    private final Queue<End> ends = new PriorityQueue<>(Comparator.comparing(End::at));
    private int failed;
    private int succeeded;
    private int failedInARow;
    private Instant last = Instant.MIN;

    private record End(Instant at, boolean failed) {
    }

    /** Takes in the end of a run that succeeded or failed. */
    void ended(JobState state, Instant at) {
        boolean bad = state == JobState.FAILED;
        ends.add(new End(at, bad));
        failed += bad ? 1 : 0;
        succeeded += bad ? 0 : 1;
        if (!at.isBefore(last)) {
            last = at;
            failedInARow = bad ? failedInARow + 1 : 0;
        }
    }

    /** Counts only what ended later. */
    void forget(Instant before) {
        while (!ends.isEmpty() && ends.peek().at().isBefore(before)) {
            boolean bad = ends.remove().failed();
            failed -= bad ? 1 : 0;
            succeeded -= bad ? 0 : 1;
        }
    }

    int failed() {
        return failed;
    }

    int told() {
        return failed + succeeded;
    }

    int failedInARow() {
        return failedInARow;
    }
}
