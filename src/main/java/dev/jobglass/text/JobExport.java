package dev.jobglass.text;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.jobglass.model.DisplayState;
import dev.jobglass.model.Job;
import dev.jobglass.model.JobSnapshot;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Jobs as text, CSV or JSON, for the clipboard and other programs. Times are ISO 8601 in UTC, states the words of the
 * API.
 */
public final class JobExport {
    private static final JsonMapper JSON = new JsonMapper();
    private JobExport() {
    }

    /**
     * {@return one line a job, its values apart by tabs, as table programs paste it; none that they would run}
     *
     * @param jobs in the order wanted
     */
    public static String text(List<Job> jobs) {
        return jobs.stream()
                .map(job -> exported(job).values().stream().map(PlainText::line).map(Csv::harmless)
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
        StringBuilder csv = new StringBuilder(Csv.line(ExportedJob.FIELDS));
        jobs.forEach(job -> csv.append(Csv.line(exported(job).values())));
        return csv.toString();
    }

    /**
     * {@return a JSON array of objects, unknown values null}
     *
     * @param jobs in the order wanted
     */
    public static String json(List<Job> jobs) {
        ArrayNode array = JSON.createArrayNode();
        jobs.forEach(job -> exported(job).writeTo(array.addObject()));
        return array.toPrettyString();
    }

    /** With the server's own word for its state, which programs know, whatever language the window speaks. */
    private static ExportedJob exported(Job job) {
        JobSnapshot view = job.view();
        String state = view.status() == null || view.state() == DisplayState.GONE
                ? view.state().word()
                : view.status().stateWord();
        return new ExportedJob(job.id(), job.key().server().toString(), state, view.status());
    }
}
