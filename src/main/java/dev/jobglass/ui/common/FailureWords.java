package dev.jobglass.ui.common;

import dev.jobglass.model.Job;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import java.util.List;

/**
 * What jobs that failed of the same are called, where there is room for a few words.
 *
 * @param name the agent's; of several agents what failed
 * @param words how often, for of a long text the end is cut, and what failed unless it is the name
 */
public record FailureWords(String name, String words) {
    /**
     * {@return the words}
     *
     * @param jobs at least one
     */
    public static FailureWords of(List<Job> jobs) {
        Job first = jobs.getFirst();
        String agent = Messages.name(first.view());
        String told = first.view().status().error() == null ? "" : PlainText.gist(first.view().status().error());
        String error = told.isEmpty() ? Messages.of("failures.noError") : told;
        String times = jobs.size() > 1 ? Messages.of("failures.times", jobs.size()) : "";
        boolean several = jobs.stream().anyMatch(job -> !agentOf(job).equals(agentOf(first)));
        return several
                ? new FailureWords(error, times)
                : new FailureWords(agent, Messages.joined(times, error));
    }

    private static String agentOf(Job job) {
        String agent = job.view().status().agentId();
        return agent == null ? "" : agent;
    }
}
