package dev.jobglass.text;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobglass.api.JobStatus;
import dev.jobglass.model.DisplayState;
import dev.jobglass.model.Job;
import dev.jobglass.model.JobSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Jobs as text, CSV or JSON, for the clipboard and other programs. Times are ISO 8601 in UTC, states the words of the
 * API.
 */
public final class JobExport {
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> FIELDS = List.of("job_id", "state", "percentage", "step", "agent", "session",
            "created_at", "started_at", "completed_at", "error", "server");

    private JobExport() {
    }

    /**
     * {@return one line a job, its values apart by tabs, as table programs paste it; none that they would run}
     *
     * @param jobs in the order wanted
     */
    public static String text(List<Job> jobs) {
        return jobs.stream()
                .map(job -> values(job).stream().map(PlainText::line).map(Csv::harmless)
                        .collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n"));
    }

    /**
     * {@return CSV as in RFC 4180, with a header line; a value that a spreadsheet would run as a formula begins with an
     * apostrophe}
     *
     * @param jobs in the order wanted
     */
    public static String csv(List<Job> jobs) {
        StringBuilder csv = new StringBuilder(Csv.line(FIELDS));
        jobs.forEach(job -> csv.append(Csv.line(values(job))));
        return csv.toString();
    }

    /**
     * {@return a JSON array of objects, unknown values null}
     *
     * @param jobs in the order wanted
     */
    public static String json(List<Job> jobs) {
        ArrayNode array = JSON.createArrayNode();
        for (Job job : jobs) {
            ObjectNode object = array.addObject();
            List<String> values = values(job);
            for (int i = 0; i < FIELDS.size(); i++) {
                String value = values.get(i);
                object.put(FIELDS.get(i), value.isEmpty() ? null : value);
            }
            object.put("percentage", job.view().percentage());
        }
        return array.toPrettyString();
    }

    private static List<String> values(Job job) {
        JobStatus status = job.view().status();
        List<String> values = new ArrayList<>(List.of(job.id(), state(job.view())));
        values.add(of(status, known -> known.progress().percentage()));
        values.add(of(status, known -> known.progress().currentStep()));
        values.add(of(status, JobStatus::agentId));
        values.add(of(status, JobStatus::sessionId));
        values.add(of(status, JobStatus::createdAt));
        values.add(of(status, JobStatus::startedAt));
        values.add(of(status, JobStatus::completedAt));
        values.add(of(status, JobStatus::error));
        values.add(job.key().server().toString());
        return values;
    }

    /** The server's own word, which programs know, whatever language the window speaks. */
    private static String state(JobSnapshot view) {
        return view.status() == null || view.state() == DisplayState.GONE
                ? view.state().word()
                : view.status().stateWord();
    }

    private static String of(JobStatus status, Function<JobStatus, Object> field) {
        Object value = status == null ? null : field.apply(status);
        return switch (value) {
            case null -> "";
            case Instant time -> time.toString();
            default -> value.toString();
        };
    }
}
