package dev.jobglass.poll;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The places for questions in flight. Jobs whose last question went unanswered are <em>doubtful</em>: together they may
 * hold a quarter of the places, so that jobs which hang never crowd out those which answer.
 */
final class RequestSlots {
    private final int all;
    private final Set<ScheduledJob> plain = new HashSet<>();
    private final Set<ScheduledJob> doubtful = new HashSet<>();
    private int lists;

    RequestSlots(int all) {
        this.all = all;
    }

    void take(ScheduledJob entry) {
        entry.inFlight = true;
        (entry.doubtful ? doubtful : plain).add(entry);
    }

    /** Frees the place of an entry, if it has one. */
    void free(ScheduledJob entry) {
        entry.inFlight = false;
        entry.swept = false;
        plain.remove(entry);
        doubtful.remove(entry);
    }

    /** A question for a page of the list takes a place like any other. */
    void takeForList() {
        lists++;
    }

    void freeFromList() {
        lists--;
    }

    /** {@return how many more may be sent in all} */
    int room() {
        return all - taken() - lists;
    }

    int taken() {
        return plain.size() + doubtful.size();
    }

    /** {@return the entries in flight that are not doubtful} */
    List<ScheduledJob> plain() {
        return List.copyOf(plain);
    }

    /**
     * {@return how many more that are not doubtful may be sent}
     *
     * @param anyDoubtful whether there are doubtful jobs, for whom places are kept free
     */
    int plainRoom(boolean anyDoubtful) {
        return Math.min(room(), Math.max(1, all - share(anyDoubtful)) - plain.size());
    }

    /** {@return how many more doubtful ones may be sent} */
    int doubtfulRoom(boolean anyDoubtful) {
        return Math.min(room(), share(anyDoubtful) - doubtful.size());
    }

    private int share(boolean anyDoubtful) {
        return anyDoubtful ? Math.max(1, all / 4) : 0;
    }
}
