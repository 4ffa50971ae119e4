package dev.jobglass.history;

import dev.jobglass.api.JobState;
import dev.jobglass.api.JobStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * What the sums hold of a job. Times are milliseconds since 1970.
 *
 * @param server the number of its server
 * @param agent or an empty text
 * @param outcome how it ended, or null while it has not
 * @param created or null
 * @param started or null
 * @param ended or null while it has not; when no server told it, when it was seen
 * @param error the number of what its error has in common with others, or null unless it failed
 */
record SummedRun(int server, String agent, JobState outcome, Long created, Long started, Long ended, Long error) {
    static SummedRun of(int server, JobStatus status, Instant seen, Long error) {
        return of(server, status.agentId(), status.state(), millis(status.createdAt()), millis(status.startedAt()),
                millis(status.completedAt()), seen.toEpochMilli(), error);
    }

    /** {@return what a row says: agent, state, created, started, completed, changed and the kind of error} */
    static SummedRun of(int server, ResultSet row) throws SQLException {
        return of(server, row.getString(1), JobState.of(row.getString(2)), millis(row, 3), millis(row, 4),
                millis(row, 5), row.getLong(6), millis(row, 7));
    }

    private static SummedRun of(int server, String agent, JobState state, Long created, Long started, Long completed,
            long seen, Long error) {
        boolean over = state.terminal();
        return new SummedRun(server, agent == null ? "" : agent, over ? state : null, created, started,
                over ? completed == null ? Long.valueOf(seen) : completed : null,
                state == JobState.FAILED ? error : null);
    }

    private static Long millis(ResultSet row, int column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : millis;
    }

    private static Long millis(Instant time) {
        return time == null ? null : time.toEpochMilli();
    }

    /** {@return how long it waited in the queue, in milliseconds, or -1 when it is not known} */
    long waited() {
        return created == null || started == null ? -1 : started - created;
    }

    /** {@return how long it ran until it succeeded or failed, in milliseconds, or -1 when it is not known} */
    long took() {
        return outcome == null || outcome == JobState.CANCELLED || started == null ? -1 : ended - started;
    }
}
