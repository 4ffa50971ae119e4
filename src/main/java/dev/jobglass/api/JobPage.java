package dev.jobglass.api;

import java.util.List;

/**
 * One page of the server's job list, newest first.
 *
 * @param jobs those entries that could be read, in the server's order
 * @param entries how many entries the page had, readable or not
 * @param total how many jobs the server says it has, or -1 when it does not say
 */
public record JobPage(List<JobStatus> jobs, int entries, int total) {
    /** Copies the list. */
    public JobPage {
        jobs = List.copyOf(jobs);
    }
}
