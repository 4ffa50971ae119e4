package dev.jobglass.ui.jobs;

import dev.jobglass.api.JobStatus;
import dev.jobglass.monitor.Workspace;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** What stands in the jobs there are, to be offered for another. JavaFX thread only. */
record SeenInJobs(Workspace workspace) {
    /** {@return the names of agents of a kind, which their ids begin with} */
    List<String> agents(String kind) {
        return values(JobStatus::agentId).stream().filter(agent -> agent.startsWith(kind))
                .map(agent -> agent.substring(kind.length())).toList();
    }

    /** {@return each value once, in order} */
    List<String> values(Function<JobStatus, String> what) {
        return workspace.jobs().map(job -> job.view().status()).filter(Objects::nonNull).map(what)
                .filter(Objects::nonNull).distinct().sorted().toList();
    }
}
