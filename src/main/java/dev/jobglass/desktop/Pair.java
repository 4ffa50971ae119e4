package dev.jobglass.desktop;

import org.freedesktop.dbus.Tuple;
import org.freedesktop.dbus.annotations.Position;

/**
 * Two values that a method on the bus returns at once.
 *
 * @param <A> type of the first
 * @param <B> type of the second
 */
public final class Pair<A, B> extends Tuple {
    /** The first. */
    @Position(0)
    public final A first;
    /** The second. */
    @Position(1)
    public final B second;

    /**
     * Of two values.
     *
     * @param first the first
     * @param second the second
     */
    public Pair(A first, B second) {
        this.first = first;
        this.second = second;
    }
}
