package dev.jobglass.poll;

import dev.jobglass.api.Problem;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is wrong with the responses of a server that does respond: a refused key, an internal error, a response that
 * makes no sense. Each job's problem is over with its next good response. Broken connections are not counted here:
 * while the server responds to others they are the job's own. Belongs to one thread at a time.
 */
final class ServerProblems {
    /** Stands for the job list among the job ids; no id is empty. */
    static final String THE_LIST = "";

    private final Map<String, Problem> met = new LinkedHashMap<>();
    private Instant since;
    private Instant unansweredSince;

    void met(String jobId, Problem problem, Instant now) {
        boolean serversFault = switch (problem) {
            case Problem.Unauthorised _,Problem.ServerError _,Problem.Throttled _,Problem.Rejected _ -> true;
            case Problem.NoApi _,Problem.NoList _,Problem.PartOfList _ -> true;
            case Problem.BadAnswer bad -> bad.serverAnswered();
            case Problem.Unreachable _,Problem.NotFound _,Problem.Conflict _ -> false;
        };
        if (!serversFault) {
            over(jobId);
            return;
        }
        // Another kind of problem begins now, whatever was before.
        if (met.values().stream().noneMatch(known -> known.getClass() == problem.getClass())) {
            since = now;
        }
        met.put(jobId, problem);
    }

    void over(String jobId) {
        met.remove(jobId);
    }

    /** Nothing is answered since then, or for null something is. */
    void unansweredSince(Instant when) {
        if (when == null || unansweredSince == null) {
            unansweredSince = when;
        }
    }

    /**
     * {@return the gravest problem, a refused key before all, then patience asked for, that of the list last; or null}
     *
     * @param live how many jobs are polled: what is wrong with the responses about some of them is no trouble of all
     */
    Problem problem(int live) {
        long single = met.values().stream().filter(ServerProblems::mayBeOfOneJob).count();
        boolean ofSomeJobs = !met.containsKey(THE_LIST) && single * 2 < live;
        return met.values().stream().filter(problem -> !ofSomeJobs || !mayBeOfOneJob(problem))
                .min(Comparator.comparing(problem -> switch (problem) {
                    case Problem.Unauthorised _ -> 0;
                    case Problem.Throttled _ -> 1; // nothing is asked meanwhile
                    case Problem.NoList _,Problem.PartOfList _ -> 3;
                    default -> 2;
                })).orElse(null);
    }

    private static boolean mayBeOfOneJob(Problem problem) {
        return switch (problem) {
            case Problem.Unauthorised(int status, _, _) -> status == 403;
            case Problem.Rejected _,Problem.BadAnswer _,Problem.NoApi _ -> true;
            default -> false;
        };
    }

    /** {@return when the present problem began, or null} */
    Instant since() {
        return unansweredSince != null ? unansweredSince : met.isEmpty() ? null : since;
    }
}
