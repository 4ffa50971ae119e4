package dev.jobglass.monitor;

import dev.jobglass.api.JobStatus;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Objects;

/**
 * Jobs that were over and too many, so that the server's list is not walked for them again and again. Bounded; not safe
 * for use by several threads.
 */
final class TrimmedJobs {
    /** Of those beyond, the ones trimmed first are taken for new where the server still lists them. */
    private static final int MOST = 200_000;

    /** By id, what tells one end of a job from another: as short as it gets, for there may be many. */
    private final LinkedHashMap<String, Integer> ends = new LinkedHashMap<>();

    void add(JobStatus last) {
        ends.put(last.jobId(), end(last));
        if (ends.size() > MOST) {
            ends.pollFirstEntry();
        }
    }

    void forget(String jobId) {
        ends.remove(jobId);
    }

    /** {@return whether a job was trimmed and is still as it was; one that runs again is trimmed no more} */
    boolean unchanged(JobStatus status) {
        Integer end = ends.get(status.jobId());
        if (end == null) {
            return false;
        }
        if (status.state().terminal() && end == end(status)) {
            return true;
        }
        ends.remove(status.jobId());
        return false;
    }

    private static int end(JobStatus status) {
        Instant completed = status.completedAt();
        // The history keeps milliseconds.
        return Objects.hash(status.state().ordinal(), completed == null ? 0 : completed.toEpochMilli());
    }
}
