package dev.jobglass.poll;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The slots for requests in flight. Jobs whose last request got no response are <em>doubtful</em>: together they may
 * hold a quarter of the slots, so that jobs which hang never crowd out those which respond. Belongs to one thread at a
 * time.
 */
final class RequestSlots {
    private final LiveJobs jobs;
    private final Throttle throttle;
    private final Set<ScheduledJob> plain = new LinkedHashSet<>();
    private final Set<ScheduledJob> doubtful = new LinkedHashSet<>();
    private int lists;

    /** {@code jobs} tells whether slots are to be kept free for doubtful ones, {@code throttle} how many there are. */
    RequestSlots(LiveJobs jobs, Throttle throttle) {
        this.jobs = jobs;
        this.throttle = throttle;
    }

    void take(ScheduledJob job) {
        job.inFlight = true;
        (job.doubtful ? doubtful : plain).add(job);
    }

    /** Frees the slot of a job, if it has one. */
    void free(ScheduledJob job) {
        job.inFlight = false;
        job.swept = false;
        plain.remove(job);
        doubtful.remove(job);
    }

    /** A request for a page of the list takes a slot like any other. */
    void takeForList() {
        lists++;
    }

    void freeFromList() {
        lists--;
    }

    /** {@return how many more may be sent in all} */
    int room() {
        return throttle.window() - taken() - lists;
    }

    /** {@return whether nothing more may be sent now} */
    boolean full() {
        return room() <= 0;
    }

    /** {@return whether any request is in flight} */
    boolean any() {
        return taken() + lists > 0;
    }

    /** {@return how many jobs have a request of their own in flight} */
    int taken() {
        return plain.size() + doubtful.size();
    }

    /** {@return the jobs in flight that are not doubtful} */
    List<ScheduledJob> plain() {
        return List.copyOf(plain);
    }

    /** {@return how many more that are not doubtful may be sent} */
    int plainRoom() {
        return Math.min(room(), Math.max(1, throttle.most() - share()) - plain.size());
    }

    /** {@return how many more doubtful ones may be sent} */
    int doubtfulRoom() {
        return Math.min(room(), share() - doubtful.size());
    }

    private int share() {
        return jobs.anyDoubtful() ? Math.max(1, throttle.most() / 4) : 0;
    }
}
