package dev.jobglass.history;

import dev.jobglass.api.JobState;
import dev.jobglass.api.JobStatus;
import dev.jobglass.api.Progress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what stands in rows of the tables. */
final class RowMapper {
    private static final Set<String> KINDS = names(Change.Kind.values());
    private static final Set<String> STATES = names(JobState.values());

    static final String JOB = "job_id, state, percentage, step, steps_completed, steps_total, created, started,"
            + " completed, agent, run, session, error, error_length, changed, gone";

    private RowMapper() {
    }

    static StoredJob job(ResultSet row) throws SQLException {
        String word = row.getString("state");
        JobStatus status = new JobStatus(row.getString("job_id"), JobState.of(word), word,
                new Progress(number(row, row.findColumn("percentage")), row.getString("step"),
                        count(row, "steps_completed"), count(row, "steps_total")),
                time(row, "created"), time(row, "started"), time(row, "completed"), row.getString("agent"),
                row.getString("run"), row.getString("session"), row.getString("error"),
                row.getInt("error_length"), null);
        return new StoredJob(status, time(row, "changed"), row.getInt("gone") != 0);
    }

    /** {@return a change, or null when this version cannot know it, such as one that a later version wrote} */
    static Change change(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        String state = row.getString("state");
        if (!KINDS.contains(kind) || !STATES.contains(state)) {
            return null;
        }
        return new Change(row.getString("server"), row.getString("job_id"), time(row, "at"),
                Change.Kind.valueOf(kind), JobState.valueOf(state),
                number(row, row.findColumn("percentage")), row.getString("text"), row.getString("agent"));
    }

    static Instant time(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    static Double number(ResultSet row, int column) throws SQLException {
        double number = row.getDouble(column);
        return row.wasNull() ? null : number;
    }

    private static Integer count(ResultSet row, String column) throws SQLException {
        int count = row.getInt(column);
        return row.wasNull() ? null : count;
    }

    private static Set<String> names(Enum<?>[] values) {
        return Stream.of(values).map(Enum::name).collect(Collectors.toUnmodifiableSet());
    }
}
