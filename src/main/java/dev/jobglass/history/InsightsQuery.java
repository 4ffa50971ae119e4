package dev.jobglass.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Which runs insights are to be given of: those that ended in a range, compared with the range as long before it. Of
 * times, only whole slots are summed: half an hour when the bars are made of such, else five minutes, which are kept
 * for the last day only.
 *
 * @param servers base addresses
 * @param from not earlier; rounded down to a whole slot
 * @param to earlier than this; rounded up
 * @param bar how long a time each point of charts stands for; rounded up to whole slots, positive
 */
public record InsightsQuery(List<String> servers, Instant from, Instant to, Duration bar) {
    /**
     * {@return what to ask for a range until now} It ends with the slot that has begun, so that the latest is in it and
     * the bars do not move each second.
     *
     * @param servers base addresses
     * @param now the present
     * @param length of the range, in whole slots
     * @param bar as above
     */
    public static InsightsQuery untilNow(List<String> servers, Instant now, Duration length, Duration bar) {
        long slot = width(bar).millis();
        Instant to = Instant.ofEpochMilli(Math.ceilDiv(now.toEpochMilli() + 1, slot) * slot);
        return new InsightsQuery(servers, to.minus(length), to, bar);
    }

    /** {@return when the last bar ends} */
    public Instant end() {
        return Instant.EPOCH.plus(Duration.ofMinutes(toSlot()));
    }

    SlotWidth width() {
        return width(bar);
    }

    private static SlotWidth width(Duration bar) {
        return bar.toMillis() % SlotWidth.HALF_HOUR.millis() == 0 ? SlotWidth.HALF_HOUR : SlotWidth.FIVE_MINUTES;
    }

    long fromSlot() {
        return width().slot(from.toEpochMilli());
    }

    /** The bars of both ranges must begin where they do: the range is made of whole ones. */
    long toSlot() {
        return fromSlot() + bars() * barMinutes();
    }

    long beforeSlot() {
        return fromSlot() - bars() * barMinutes();
    }

    long barMinutes() {
        long slots = Math.ceilDiv(bar.toMillis(), width().millis());
        return Math.max(1, slots) * width().minutes();
    }

    int bars() {
        long end = width().slot(to.toEpochMilli() + width().millis() - 1);
        return (int) Math.max(1, Math.ceilDiv(end - fromSlot(), barMinutes()));
    }
}
