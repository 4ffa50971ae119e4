package dev.jobglass.text;

import dev.jobglass.api.ApiKey;
import dev.jobglass.api.JobStatus;
import dev.jobglass.model.Job;
import dev.jobglass.model.JobSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** All that is known of a job as plain text, to be pasted into a message or a ticket. */
public final class Report {
    private Report() {
    }

    /**
     * {@return the report, several lines}
     *
     * @param view the job
     * @param server its server's address
     * @param now the present, for how long it has been running
     */
    public static String of(JobSnapshot view, String server, Instant now) {
        return of(view, server, view.status() == null ? null : view.status().error(), now);
    }

    /**
     * {@return the report with the whole of an error of which the job's status has an excerpt}
     *
     * @param view the job
     * @param server its server's address
     * @param error or null
     * @param now the present, for how long it has been running
     */
    public static String of(JobSnapshot view, String server, String error, Instant now) {
        StringJoiner lines = new StringJoiner("\n");
        lines.add(line("job", PlainText.line(view.jobId())));
        lines.add(line("server", server));
        lines.add(line("state", Messages.state(view)));
        JobStatus status = view.status();
        if (status != null) {
            lines.add(line("agent", PlainText.line(status.agentId())));
            lines.add(line("session", PlainText.line(status.sessionId())));
            lines.add(line("step", lastStep(status)));
            lines.add(line("created", exact(status.createdAt())));
            lines.add(line("started", exact(status.startedAt())));
            lines.add(line("completed", exact(status.completedAt())));
            lines.add(line("ranFor", Times.elapsed(view, now)));
            if (status.error() != null && error != null) {
                lines.add("").add(PlainText.lines(error));
            }
        }
        return lines.toString();
    }

    /**
     * {@return the reports on several jobs, apart by empty lines}
     *
     * @param jobs in the order wanted
     * @param now the present
     */
    public static String of(List<Job> jobs, Instant now) {
        return jobs.stream().map(job -> of(job.view(), job.key().server().toString(), now))
                .collect(Collectors.joining("\n\n"));
    }

    /**
     * {@return a command line for each job that asks for it; the key is left to the shell's variable, so that it is
     * never copied}
     *
     * @param jobs in the order wanted
     */
    public static String curl(List<Job> jobs) {
        return jobs.stream()
                .map(job -> "curl -H \"Authorization: Bearer $" + ApiKey.VARIABLE + "\" '" + quotable(job) + "'")
                .collect(Collectors.joining("\n"));
    }

    /** The shell ends a quoted text with the first apostrophe. */
    private static String quotable(Job job) {
        return job.key().server().job(job.id()).toString().replace("'", "%27");
    }

    /**
     * {@return the ids of jobs, one a line} Wherever they are pasted they do nothing: what would end a line or be a
     * command to a terminal is left out, and a beginning that a spreadsheet would run gets an apostrophe.
     *
     * @param jobs in the order wanted
     */
    public static String ids(List<Job> jobs) {
        return jobs.stream().map(job -> Csv.harmless(PlainText.line(job.id()))).collect(Collectors.joining("\n"));
    }

    /**
     * {@return the last step and how far it was}
     *
     * @param status the job's
     */
    public static String lastStep(JobStatus status) {
        String step = PlainText.line(status.progress().currentStep());
        String percent = Messages.percent(status.progress().percentage());
        return Messages.joined(step, percent);
    }

    private static String line(String key, String value) {
        return Messages.of("text.report." + key) + ": " + (value.isEmpty() ? Messages.none() : value);
    }

    private static String exact(Instant time) {
        return time == null ? "" : time.toString();
    }
}
