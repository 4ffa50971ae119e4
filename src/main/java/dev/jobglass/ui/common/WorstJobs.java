package dev.jobglass.ui.common;

import dev.jobglass.model.EqualFailures;
import dev.jobglass.model.Job;
import dev.jobglass.model.JobOrder;
import dev.jobglass.monitor.Workspace;
import java.util.List;
import java.util.stream.Stream;

/**
 * The jobs that most want to be seen, where there is room for few: open failures, equal ones together, then those that
 * stand still or run or are in a state that is not ours, trouble first. JavaFX thread only.
 */
public final class WorstJobs {
    private final Workspace workspace;

    /**
     * Of a workspace.
     *
     * @param workspace whose jobs
     */
    public WorstJobs(Workspace workspace) {
        this.workspace = workspace;
    }

    /** {@return all of them, the worst first; each of the lists holds one job, or several that failed of the same} */
    public List<List<Job>> now() {
        return Stream.concat(EqualFailures.of(List.copyOf(workspace.failures())).stream(), workspace.jobs()
                .filter(job -> job.view().state().moving()).sorted(JobOrder.TROUBLE_FIRST).map(List::of))
                .toList();
    }
}
