package dev.jobglass.poll;

import dev.jobglass.api.JobPage;
import dev.jobglass.api.JobStatus;
import dev.jobglass.api.Problem;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * One walk of a server's list from its newest entry on: how far it has come, and how large the next page is to be. An
 * entry that makes its page unreadable, as too large a one does, is hemmed in by smaller pages and passed over; the
 * next walks leave it out as long as the list is as long as it was. Belongs to one thread at a time.
 */
public final class ListWalk {
    static final int FIRST_PAGE = 20;
    /** Longer lists are not walked to their end, for they may have none. */
    static final int MOST_ENTRIES = 200_000;
    private static final int LARGEST_PAGE = 100;
    /** Each a part of the one before, so that pages of all of them begin at the same places. */
    private static final int[] SIZES = {LARGEST_PAGE, FIRST_PAGE, 5, 1};
    /** If so many in a row cannot be read it is the list that cannot. */
    private static final int MOST_UNREADABLE = 3;

    private final Set<String> seen = new HashSet<>();
    private final TreeSet<Integer> unreadable = new TreeSet<>();
    private int entries;
    private int largest = LARGEST_PAGE;
    private int inARow;
    /** How many entries of the walk are no status of a job. */
    private int damaged;
    /** How many entries the server gives at most, if that is fewer than were asked for; else 0. */
    private int served;
    private int total = -1;
    private boolean hopeless;
    /** Whether the unreadable entries were found by a walk before this one. */
    private boolean fromBefore;

    /**
     * Begins at the newest entry.
     *
     * @param small whether with a small page
     */
    public void begin(boolean small) {
        if (total < 0) {
            unreadable.clear(); // without it nothing tells whether they are still where they were
        }
        fromBefore = !unreadable.isEmpty();
        seen.clear();
        entries = 0;
        damaged = 0;
        inARow = 0;
        largest = small ? FIRST_PAGE : LARGEST_PAGE;
        passOver();
    }

    /** Entries that are known to be unreadable need no request. */
    private void passOver() {
        while (unreadable.contains(entries)) {
            entries++;
        }
    }

    /** {@return the page to request, from 1} */
    public int page() {
        return entries / size() + 1;
    }

    /** {@return how many entries it is to have} */
    public int size() {
        return IntStream.concat(IntStream.of(served), IntStream.of(SIZES)).filter(this::fits).findFirst().orElse(1);
    }

    private boolean fits(int size) {
        return size > 0 && size <= largest && (served == 0 || size <= served) && entries % size == 0
                && unreadable.subSet(entries, entries + size).isEmpty();
    }

    /** {@return whether this was the first page, and a small one} */
    boolean atSmallBeginning() {
        return entries == 0 && largest == FIRST_PAGE;
    }

    /**
     * Takes in the page requested.
     *
     * @param list the page
     * @return whether there is more of the list, and it is worth a request
     */
    public boolean came(JobPage list) {
        boolean otherList = list.total() != total;
        total = list.total();
        if (otherList && fromBefore) {
            unreadable.clear(); // they may be elsewhere now
            begin(false);
            return true;
        }
        boolean unseen = false;
        for (JobStatus job : list.jobs()) {
            unseen |= seen.add(job.jobId());
        }
        int size = size();
        boolean wrongTotal = total >= 0 && total < entries + list.entries();
        if (entries == 0 && list.entries() > 0 && list.entries() < size && total > list.entries()) {
            served = list.entries(); // it gives no larger pages than this
            size = served;
        }
        entries += size;
        damaged += list.entries() - list.jobs().size();
        largest = LARGEST_PAGE;
        inARow = 0;
        hopeless = false;
        passOver();
        // A server that ignores the page number sends the same jobs again and again.
        return list.entries() >= size && (total < 0 || wrongTotal || entries < total) && unseen
                && entries < MOST_ENTRIES;
    }

    /**
     * The page requested did not come.
     *
     * @param why it did not
     * @return whether to go on, with a smaller page or after the entry: one that cannot be read hides no others
     */
    public boolean failed(Problem why) {
        return why instanceof Problem.BadAnswer(Problem.Flaw flaw, _)
                && (flaw == Problem.Flaw.TOO_LARGE || flaw == Problem.Flaw.NOT_JSON) && unreadable();
    }

    boolean unreadable() {
        int size = size();
        if (hopeless || size == 1 && inARow == MOST_UNREADABLE) {
            unreadable.clear();
            hopeless = true;
            return false;
        }
        if (size == 1) {
            unreadable.add(entries);
            inARow++;
            largest = LARGEST_PAGE;
            passOver();
        } else {
            largest = size - 1;
        }
        return true;
    }

    /** {@return how many entries were walked so far} */
    int length() {
        return entries;
    }

    /** {@return whether the list was longer than what was walked of it} */
    boolean cut() {
        return entries >= MOST_ENTRIES;
    }

    /** {@return how many entries were passed over or make no sense, in this walk or one before} */
    public int passedOver() {
        return unreadable.size() + damaged;
    }
}
