package dev.jobglass.rules;

import dev.jobglass.api.JobState;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.TreeMap;

/** How an agent's runs of late ended. They may be told in any order, and are taken in that in which they ended. */
final class AgentRuns {
    private final Queue<End> ends = new PriorityQueue<>(Comparator.comparing(End::at));
    /** Whether the latest failed, as many of them as are asked for. */
    private final TreeMap<Place, Boolean> latest = new TreeMap<>(
            Comparator.comparing(Place::at).thenComparing(Place::number));
    private final int row;
    private int failed;
    private int succeeded;
    private long number;

    private record End(Instant at, boolean failed) {
    }

    /** Two may end at the same time. */
    private record Place(Instant at, long number) {
    }

    /** {@code row} of the latest are looked at. */
    AgentRuns(int row) {
        this.row = row;
    }

    /** Takes in the end of a run that succeeded or failed. */
    void ended(JobState state, Instant at) {
        boolean bad = state == JobState.FAILED;
        ends.add(new End(at, bad));
        failed += bad ? 1 : 0;
        succeeded += bad ? 0 : 1;
        latest.put(new Place(at, number), bad);
        number++;
        if (latest.size() > row) {
            latest.pollFirstEntry();
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

    /** {@return whether as many of the latest as are looked at failed, and all of them} */
    boolean failedInARow() {
        return latest.size() == row && !latest.containsValue(false);
    }
}
