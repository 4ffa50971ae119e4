package dev.jobglass.ui.watchscreen;

import dev.jobglass.model.Job;
import dev.jobglass.model.JobFilter;
import dev.jobglass.model.JobOrder;
import dev.jobglass.monitor.MonitoredServer;
import dev.jobglass.monitor.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The jobs that have cards, those in trouble first: nobody waits until hundreds of pages have turned.
 *
 * @param ofServers each server's, in the order of the servers
 * @param more how many others there are
 */
record CardJobs(Map<MonitoredServer, List<Job>> ofServers, int more) {
    /**
     * {@return those that are not over}
     *
     * @param workspace of the servers
     * @param filter which jobs are wanted
     * @param most how many in all, about: each server has the same share of them, and one at least
     */
    static CardJobs of(Workspace workspace, JobFilter filter, int most) {
        int share = Math.max(1, most / Math.max(1, workspace.servers().size()));
        Map<MonitoredServer, List<Job>> jobs = new LinkedHashMap<>();
        int more = 0;
        for (MonitoredServer server : workspace.servers()) {
            List<Job> its = server.board().jobs().stream().filter(job -> job.view().state().moving()).filter(filter)
                    .sorted(JobOrder.TROUBLE_FIRST).toList();
            jobs.put(server, its.subList(0, Math.min(share, its.size())));
            more += Math.max(0, its.size() - share);
        }
        return new CardJobs(jobs, more);
    }

    /** {@return whether there is none} */
    boolean none() {
        return ofServers.values().stream().allMatch(List::isEmpty);
    }
}
