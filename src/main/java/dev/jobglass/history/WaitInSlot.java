package dev.jobglass.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The part of a wait in the queue that lies in one slot of time: the sum of all through the slot's width is the queue's
 * depth.
 *
 * @param slot when the slot begins, in minutes since 1970
 * @param millis how long the part is
 */
record WaitInSlot(long slot, long millis) {
    /** {@return the parts of a wait, in milliseconds since 1970, in slots so many minutes wide} */
    static List<WaitInSlot> of(long from, long to, long minutes) {
        List<WaitInSlot> parts = new ArrayList<>();
        long width = Duration.ofMinutes(minutes).toMillis();
        for (long at = from; at < to;) {
            long slot = Math.floorDiv(at, width);
            long end = Math.min(to, (slot + 1) * width);
            parts.add(new WaitInSlot(slot * minutes, end - at));
            at = end;
        }
        return parts;
    }
}
