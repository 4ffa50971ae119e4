package dev.jobglass.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Which runs insights are to be given of: those that ended in a range, compared with the range as long before it. Of
 * times, only whole slots are summed: five minutes for a range of a day at the most, else half an hour.
 *
 * @param servers base addresses
 * @param from not earlier; rounded down to a whole slot
 * @param to earlier than this; rounded up
 * @param bar how long a time each point of charts stands for; rounded up to whole slots, positive
 */
public record InsightsQuery(List<String> servers, Instant from, Instant to, Duration bar) {
    /** The longest range of which the small slots are kept, together with the one before it. */
    private static final Duration FINE = Duration.ofDays(1);

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
        long slot = width(length).millis();
        Instant to = Instant.ofEpochMilli(Math.ceilDiv(now.toEpochMilli() + 1, slot) * slot);
        return new InsightsQuery(servers, to.minus(length), to, bar);
    }

    /** {@return when the last bar ends} */
    public Instant end() {
        return Instant.EPOCH.plus(Duration.ofMinutes(toSlot()));
    }

    SlotWidth width() {
        return width(Duration.between(from, to));
    }

    private static SlotWidth width(Duration length) {
        return length.compareTo(FINE) <= 0 ? SlotWidth.FIVE_MINUTES : SlotWidth.HALF_HOUR;
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
