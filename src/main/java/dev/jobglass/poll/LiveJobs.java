package dev.jobglass.poll;

/**
 * The one place where a job becomes live, that is polled, or doubtful, that is without a response to its last request;
 * counts both. Belongs to one thread at a time.
 */
final class LiveJobs {
    private int live;
    private int doubtful;

    /** Has a job polled, or no more. */
    void setLive(ScheduledJob job, boolean is) {
        if (job.live != is) {
            job.live = is;
            live += is ? 1 : -1;
            if (job.doubtful) {
                doubtful += is ? 1 : -1;
            }
        }
    }

    /** Says whether a job's last request got no response. */
    void setDoubtful(ScheduledJob job, boolean is) {
        if (job.doubtful != is) {
            job.doubtful = is;
            if (job.live) {
                doubtful += is ? 1 : -1;
            }
        }
    }

    /** {@return how many jobs are polled} */
    int count() {
        return live;
    }

    boolean anyDoubtful() {
        return doubtful > 0;
    }

    /** {@return whether every live job's last request got no response; so it is when there are none} */
    boolean allDoubtful() {
        return doubtful >= live;
    }
}
