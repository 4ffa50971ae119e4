package dev.jobglass.poll;

import dev.jobglass.api.JobPage;
import dev.jobglass.api.JobState;
import dev.jobglass.api.Problem;
import java.time.Duration;

/**
 * Walks the server's job list every few seconds: once to its end, and then stopping at the first page with nothing new
 * or live that is due. A walk begins with a small page, which mostly suffices, and goes on with pages of 100. Now and
 * then the running and the queued jobs are walked to their end, and seldom all: one that was over may run again, far
 * down the list. A server without the list gets a request for it only now and then. Times are monotonic nanoseconds.
 * Belongs to one thread at a time.
 */
final class Discovery {
    private static final Duration WITHOUT_LIST = Duration.ofSeconds(60);
    private static final long BETWEEN_LIVE_WALKS = Duration.ofSeconds(45).toNanos();

    private static final long BETWEEN_WHOLE_WALKS = Duration.ofMinutes(4).toNanos();
    /** A long list is walked more seldom, so that it takes no more than some pages a minute. */
    private static final long BETWEEN_WHOLE_WALKS_AN_ENTRY = Duration.ofMillis(30).toNanos();

    private final long every;
    private final ListWalk walkOfAll = new ListWalk();
    private ListWalk walk = walkOfAll;
    private long due;
    /** The server wants no request before this. */
    private long notBefore;
    private boolean inFlight;
    private boolean complete;
    /** Whether the present walk is past its first page. */
    private boolean walking;
    /** Whether a walk broke off: what it saw is known since, and yet it has to be walked to its end. */
    private boolean brokenOff;
    private Problem problem;
    private boolean everListed;
    /** How many entries of the list could not be read when it was last walked so far. */
    private int unreadable;
    private boolean tooLong;
    /** The state whose jobs are walked, or null for all. */
    private JobState state;
    private long nextLiveWalk;
    private long nextWholeWalk;
    private long nextWalkOfFailed;
    /** Whether the server lists the jobs of one state. */
    private boolean listsStates = true;

    Discovery(Duration every, long now) {
        this.every = every.toNanos();
        this.due = now;
        this.notBefore = now;
        this.nextLiveWalk = now + BETWEEN_LIVE_WALKS;
        this.nextWalkOfFailed = now;
    }

    boolean due(long now) {
        return !inFlight && due <= now;
    }

    long nextDue() {
        return inFlight ? Long.MAX_VALUE : due;
    }

    /** Lets the next walk be earlier, but not before the server wants it. */
    void dueAt(long when) {
        due = Math.max(notBefore, Math.min(due, when));
    }

    /** Lets the next walk be now, whatever the server wants: the user does. */
    void tryNow(long now) {
        notBefore = now;
        due = Math.min(due, now);
    }

    /** {@return before when the server wants no request} */
    long notBefore() {
        return notBefore;
    }

    /** {@return the page to request, from 1} */
    int take() {
        inFlight = true;
        return walk.page();
    }

    /** {@return whose jobs to request, or null for all} */
    JobState state() {
        return state;
    }

    int pageSize() {
        return walk.size();
    }

    boolean inFlight() {
        return inFlight;
    }

    /** {@return whether the list was walked to its end at least once, or the server is known to have none} */
    boolean complete() {
        return complete;
    }

    /** {@return why there is no list, or null} */
    Problem problem() {
        return problem;
    }

    /** {@return what is missing of a list that does come, or null} */
    Problem missing() {
        return unreadable > 0 || tooLong ? new Problem.PartOfList(unreadable, tooLong) : null;
    }

    /** {@return whether the server has ever listed jobs} */
    boolean everListed() {
        return everListed;
    }

    /** A page came; {@code interesting} when something on it was new, or live and due. */
    void responded(JobPage list, boolean interesting, long now) {
        inFlight = false;
        problem = null;
        everListed = true;
        boolean wanted = interesting || brokenOff || !complete || state != null;
        boolean smallBeginning = walk.atSmallBeginning();
        // The first walk goes to the end: what is known by itself may fill a page before others that are not.
        boolean more = walk.came(list);
        if (wanted && more) {
            walking = true;
            if (smallBeginning) {
                walk.begin(false);
            }
            due = now;
        } else {
            ended(!more, now);
        }
    }

    private void ended(boolean atTheEnd, long now) {
        if (state == null) {
            complete = true;
            brokenOff = false;
            unreadable = atTheEnd
                    ? walk.passedOver()
                    : Math.max(unreadable, walk.passedOver());
            tooLong = walk.cut() || tooLong && !atTheEnd;
            if (atTheEnd) {
                nextWholeWalk = now + Math.max(BETWEEN_WHOLE_WALKS, walk.length() * BETWEEN_WHOLE_WALKS_AN_ENTRY);
            }
        }
        if (state == JobState.FAILED) {
            nextWalkOfFailed = now + walk.length() * BETWEEN_WHOLE_WALKS_AN_ENTRY;
        }
        state = next(now);
        begin(state == null ? now + every : now);
    }

    /** {@return which jobs to walk after those walked now} */
    private JobState next(long now) {
        if (state == JobState.RUNNING) {
            return JobState.QUEUED;
        }
        if (state == JobState.QUEUED && now >= nextWalkOfFailed) {
            return JobState.FAILED; // one that ran again between two looks may stand anywhere
        }
        if (state != null || now < nextLiveWalk) {
            return null;
        }
        nextLiveWalk = now + BETWEEN_LIVE_WALKS;
        // Looks again whether something cannot be read, and for what ran again and ended between two looks.
        brokenOff = unreadable > 0 || now >= nextWholeWalk;
        return listsStates ? JobState.RUNNING : null;
    }

    /** No list came. */
    void failed(Problem why, long now) {
        inFlight = false;
        brokenOff |= walking && state == null;
        if (walk.failed(why)) {
            due = now;
            return;
        }
        if (state != null && why.serverAnswered() && !(why instanceof Problem.Throttled)) {
            listsStates = false;
            state = null;
            begin(now + every);
            return;
        }
        state = null;
        problem = why;
        boolean noSuchCall = noSuchCall(why) && !everListed; // what listed before is away for a moment
        complete |= noSuchCall;
        if (why instanceof Problem.Throttled(_, Duration wait, _) && wait != null) {
            notBefore = now + wait.toNanos();
            begin(notBefore);
        } else {
            begin(now + (noSuchCall ? WITHOUT_LIST.toNanos() : every));
        }
    }

    /** {@return whether a server that has no list would say this of it} */
    static boolean noSuchCall(Problem why) {
        return switch (why) {
            case Problem.NotFound _,Problem.NoApi _ -> true;
            case Problem.Rejected(int status, _, _) -> status == 405;
            case Problem.ServerError(int status, _) -> status == 501;
            default -> false;
        };
    }

    private void begin(long when) {
        walking = false;
        walk = state == null ? walkOfAll : new ListWalk();
        walk.begin(complete && !brokenOff && state == null);
        due = when;
    }
}
