package dev.jobglass.poll;

import static dev.jobglass.testing.Invariant.check;

import dev.jobglass.api.JobState;
import dev.jobglass.api.JobStatus;
import dev.jobglass.model.Job;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What users were told of failures over all lives of the program, and what they dismissed: each run of a job that fails
 * is one failure.
 */
final class FailureLedger {
    private final Set<String> announced = new HashSet<>();
    private final Set<String> askedAnew = new HashSet<>();
    private final Set<String> dismissed = new HashSet<>();
    /** Jobs dismissed of which at times only the settings knew, and these tell no runs apart. */
    private final Set<String> unsure = new HashSet<>();
    private final Set<String> beforeFirstLook = new HashSet<>();

    private static String key(JobStatus status) {
        return status.jobId() + " " + status.runId();
    }

    void announced(JobStatus failure) {
        check(announced.add(key(failure)) | askedAnew.remove(failure.jobId()), "announced twice: " + key(failure));
    }

    void dismissed(Job job) {
        dismissed.add(key(job.view().status()));
    }

    /** The user takes a dismissal back. */
    void reopened(Job job) {
        dismissed.remove(key(job.view().status()));
        beforeFirstLook.remove(key(job.view().status()));
        announced.add(key(job.view().status())); // known to the user, and told no more
    }

    /** The user adds a job by hand, and may be told of it anew. */
    void askedAnew(String jobId) {
        askedAnew.add(jobId);
        unsure.add(jobId); // of a run while it was off the list nothing was recalled
    }

    /** A job was taken off as soon as it was told of, with many that are over: its failure was not seen. */
    void trimmed(String jobId) {
        unsure.add(jobId);
    }

    /** Another life begins, which knows of each job what its history holds: of what that lost it may tell once more. */
    void recalled(Map<String, JobStatus> known) {
        announced.removeIf(key -> !known.containsKey(jobId(key)) || older(known.get(jobId(key)), key));
        dismissed.stream().filter(key -> !known.containsKey(jobId(key)) || older(known.get(jobId(key)), key))
                .map(FailureLedger::jobId).forEach(unsure::add);
    }

    private static String jobId(String key) {
        return key.substring(0, key.indexOf(' '));
    }

    /** Whether a status is from before the failure. */
    private static boolean older(JobStatus status, String key) {
        int run = Integer.parseInt(key.substring(key.indexOf(' ') + 1));
        int last = Integer.parseInt(status.runId());
        return last < run || last == run && status.state() != JobState.FAILED;
    }

    /** Checks a job that is shown as failed, by an answer of this life. */
    void checkFailure(Job job, boolean firstLook) {
        String key = key(job.view().status());
        if (unsure.contains(job.id())) {
            return;
        }
        if (firstLook && job.view().dismissed() && !announced.contains(key)) {
            beforeFirstLook.add(key);
        }
        boolean done = dismissed.contains(key) || beforeFirstLook.contains(key);
        check(job.view().dismissed() || !done, "it comes back though it was dismissed: " + key);
        check(!job.view().dismissed() || done, "dismissed by nobody: " + key);
        check(done || announced.contains(key), "not announced: " + key);
    }
}
