package dev.jobglass.poll;

import dev.jobglass.api.Problem;
import java.util.HashMap;
import java.util.Map;

/**
 * Tells a job that its server has forgotten from an API that is away for a moment, such as while it is deployed: then
 * what stands before it says 404 of any address. Times are monotonic nanoseconds. Belongs to one thread at a time.
 */
final class MissingJobs {
    /** When it was first said of a job that it is not found, in words that are no API's. */
    private final Map<String, Long> doubtful = new HashMap<>();
    /** Of such jobs those since when the API was there: when a request was sent that was answered as wanted. */
    private final Map<String, Long> thereSince = new HashMap<>();

    /** A request that was sent then was answered with what was wanted. */
    void answered(long sent) {
        doubtful.forEach((jobId, first) -> {
            if (sent - first > 0) {
                thereSince.put(jobId, sent);
            }
        });
        doubtful.keySet().removeAll(thereSince.keySet());
    }

    /** A job is known to its server, or watched no more. */
    void over(String jobId) {
        doubtful.remove(jobId);
        thereSince.remove(jobId);
    }

    /**
     * {@return whether it rather is the API that is not there} Else the job is not, since its server says so in its own
     * words, or still says so when asked after it has answered another request.
     *
     * @param jobId of which it was asked
     * @param notFound its answer
     * @param sent when it was asked
     * @param now when the answer came
     */
    boolean noApi(String jobId, Problem.NotFound notFound, long sent, long now) {
        if (!notFound.ofAnyAddress()) {
            return false;
        }
        Long there = thereSince.get(jobId);
        if (there == null) {
            doubtful.putIfAbsent(jobId, now);
        }
        return there == null || sent - there <= 0;
    }
}
