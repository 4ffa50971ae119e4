package dev.jobglass.ui.failures;

import dev.jobglass.model.Job;
import java.util.List;

/**
 * What the list of failures shows as one: a job, or several that failed of the same.
 *
 * @param signature what their errors have in common; see {@link dev.jobglass.model.ErrorSignature}
 * @param jobs at least one, the newest failure first
 */
record FailureEntry(String signature, List<Job> jobs) {
    FailureEntry {
        jobs = List.copyOf(jobs);
    }

    /** {@return whether it stands for more than one job} */
    boolean several() {
        return jobs.size() > 1;
    }
}
