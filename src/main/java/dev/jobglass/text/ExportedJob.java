package dev.jobglass.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobglass.api.JobStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A job as other programs read it. Times are ISO 8601 in UTC, states the words of the API.
 *
 * @param jobId its id
 * @param server its server's address
 * @param state the word for its state
 * @param status its last status, or null before there is one
 */
public record ExportedJob(String jobId, String server, String state, JobStatus status) {
    /** The names of the values. */
    static final List<String> FIELDS = List.of("job_id", "state", "percentage", "step", "agent", "session",
            "created_at", "started_at", "completed_at", "error", "server");

    /**
     * {@return a job as its server tells it}
     *
     * @param server its server's address
     * @param status what it tells
     */
    public static ExportedJob of(String server, JobStatus status) {
        return new ExportedJob(status.jobId(), server, status.stateWord(), status);
    }

    /** {@return one for each name, empty when not known} */
    List<String> values() {
        List<String> values = new ArrayList<>(List.of(jobId, state));
        values.add(value(known -> known.progress().percentage()));
        values.add(value(known -> known.progress().currentStep()));
        values.add(value(JobStatus::agentId));
        values.add(value(JobStatus::sessionId));
        values.add(value(JobStatus::createdAt));
        values.add(value(JobStatus::startedAt));
        values.add(value(JobStatus::completedAt));
        values.add(value(JobStatus::error));
        values.add(server);
        return values;
    }

    private String value(Function<JobStatus, Object> field) {
        Object value = status == null ? null : field.apply(status);
        return switch (value) {
            case null -> "";
            case Instant time -> time.toString();
            default -> value.toString();
        };
    }

    /**
     * Writes the values under their names, unknown ones as null.
     *
     * @param object takes them
     */
    public void writeTo(ObjectNode object) {
        List<String> values = values();
        for (int i = 0; i < FIELDS.size(); i++) {
            String value = values.get(i);
            object.put(FIELDS.get(i), value.isEmpty() ? null : value);
        }
        object.put("percentage", status == null ? null : status.progress().percentage());
    }
}
