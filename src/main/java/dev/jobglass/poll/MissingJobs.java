package dev.jobglass.poll;

import dev.jobglass.api.Problem;
import java.util.HashMap;
import java.util.Map;

/**
 * Tells a job that its server has forgotten from an API that is away for a moment, such as while it is deployed: then
 * what stands before it says 404 of any address. Times are monotonic nanoseconds. Belongs to one thread at a time.
 */
final class MissingJobs {
    private boolean everAnswered;
    /** When the last request was sent that was answered with what was wanted; only with {@code everAnswered}. */
    private long answeredSent;
    /** When it was first said of a job that it is not found, in words that are no API's. */
    private final Map<String, Long> doubtful = new HashMap<>();

    /** A request that was sent then was answered with what was wanted. */
    void answered(long sent) {
        answeredSent = everAnswered && answeredSent - sent > 0 ? answeredSent : sent;
        everAnswered = true;
    }

    /** A job is known to its server, or watched no more. */
    void over(String jobId) {
        doubtful.remove(jobId);
    }

    /**
     * {@return whether it rather is the API that is not there} Else the job is not, since its server says so in its own
     * words, or still says so though it has answered another request meanwhile.
     *
     * @param jobId of which it was asked
     * @param notFound its answer
     * @param now when that came
     */
    boolean noApi(String jobId, Problem.NotFound notFound, long now) {
        if (!notFound.ofAnyAddress()) {
            return false;
        }
        Long first = doubtful.putIfAbsent(jobId, now);
        return first == null || !everAnswered || answeredSent - first <= 0;
    }
}
