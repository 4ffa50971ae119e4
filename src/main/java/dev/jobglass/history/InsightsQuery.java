package dev.jobglass.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Which runs insights are to be given of: those that ended in a range, compared with the range as long before it. Of times, only whole slots are summed: five minutes for a range of a day at the most, else half an hour.
 *
 * @param servers base addresses
 * @param from not earlier; rounded down to a whole slot
 * @param to earlier than this; rounded up
 * @param bar how long a time each point of charts stands for; rounded up to whole slots, positive
 */
public record InsightsQuery(List<String> servers, Instant from, Instant to, Duration bar) {
    /** The longest range of which the small slots are kept, together with the one before it. */
    private static final Duration FINE = Duration.ofDays(1);

    /** {@return when the last bar ends} */
    public Instant end() {
        return Instant.EPOCH.plus(Duration.ofMinutes(toSlot()));
    }

    SlotWidth width() {
        return Duration.between(from, to).compareTo(FINE) <= 0 ? SlotWidth.FIVE_MINUTES : SlotWidth.HALF_HOUR;
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
