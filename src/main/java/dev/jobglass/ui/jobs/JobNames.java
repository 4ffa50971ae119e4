package dev.jobglass.ui.jobs;

import dev.jobglass.model.Job;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;

/** How a job is named in a sentence. */
final class JobNames {
    private JobNames() {
    }

    /**
     * {@return its id, and its server when there are several: two of them may have jobs of the same id}
     *
     * @param job which
     * @param workspace of the servers
     */
    static String of(Job job, Workspace workspace) {
        return Messages.joined(PlainText.line(job.id()),
                workspace.several() ? PlainText.line(job.server().name()) : "");
    }
}
