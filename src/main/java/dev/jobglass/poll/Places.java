package dev.jobglass.poll;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The places for questions in flight. Jobs whose last question went unanswered are <em>doubtful</em>: together they may
 * hold a quarter of the places, so that jobs which hang never crowd out those which answer.
 */
final class Places {
    private final int all;
    private final Set<PollEntry> plain = new HashSet<>();
    private final Set<PollEntry> doubtful = new HashSet<>();
    private int lists;

    Places(int all) {
        this.all = all;
    }

    void take(PollEntry entry) {
        entry.inFlight = true;
        (entry.doubtful ? doubtful : plain).add(entry);
    }

    /** Frees the place of an entry, if it has one. */
    void free(PollEntry entry) {
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
    List<PollEntry> plain() {
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
