package dev.jobglass.board.text;

import dev.jobglass.api.JobStatus;
import dev.jobglass.api.ServerAddress;
import dev.jobglass.board.JobView;
import java.time.Instant;
import java.util.StringJoiner;

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
    public static String of(JobView view, String server, Instant now) {
        StringJoiner lines = new StringJoiner("\n");
        lines.add(line("job", PlainText.line(view.jobId())));
        lines.add(line("server", server));
        lines.add(line("state", Words.state(view)));
        JobStatus status = view.status();
        if (status != null) {
            lines.add(line("agent", PlainText.line(status.agentId())));
            lines.add(line("session", PlainText.line(status.sessionId())));
            lines.add(line("step", lastStep(status)));
            lines.add(line("created", exact(status.createdAt())));
            lines.add(line("started", exact(status.startedAt())));
            lines.add(line("completed", exact(status.completedAt())));
            lines.add(line("ranFor", Times.duration(view.elapsed(now))));
            if (status.error() != null) {
                lines.add("").add(PlainText.lines(status.error()));
            }
        }
        return lines.toString();
    }

    /**
     * {@return a command line that asks for a job; the key is left to the shell's variable, so that it is never copied}
     *
     * @param server whom
     * @param jobId the job
     */
    public static String curl(ServerAddress server, String jobId) {
        return "curl -H \"Authorization: Bearer $JOBGLASS_API_KEY\" '" + server.job(jobId) + "'";
    }

    /**
     * {@return the last step and how far it was}
     *
     * @param status the job's
     */
    public static String lastStep(JobStatus status) {
        String step = PlainText.line(status.progress().currentStep());
        String percent = Words.percent(status.progress().percentage());
        return step.isEmpty() ? percent : step + " · " + percent;
    }

    private static String line(String key, String value) {
        return Words.of("report." + key) + ": " + (value.isEmpty() ? Words.none() : value);
    }

    private static String exact(Instant time) {
        return time == null ? "" : time.toString();
    }
}
