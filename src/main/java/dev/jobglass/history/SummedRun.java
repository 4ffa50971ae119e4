package dev.jobglass.history;

import dev.jobglass.api.JobState;
import dev.jobglass.api.JobStatus;
import dev.jobglass.api.ServerTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * What the sums hold of a job. Times are milliseconds since 1970; none is later than when the job was seen so, whatever
 * the server's clock says.
 *
 * @param server the number of its server
 * @param agent or an empty text
 * @param outcome how it ended, or null while it has not
 * @param queued since when it waited in the queue, or null
 * @param dequeued when it began or, without having begun, ended; null while it waits
 * @param ended or null while it has not; when it was seen, if no server told it or told what cannot be
 * @param waited how long it waited until it began, in milliseconds, or -1 when it is not known
 * @param took how long it ran until it succeeded or failed, in milliseconds, or -1 when it is not known
 * @param error the number of what its error has in common with others, or null unless it failed
 */
record SummedRun(int server, String agent, JobState outcome, Long queued, Long dequeued, Long ended, long waited,
        long took, Long error) {
    static SummedRun of(int server, JobStatus status, Instant seen, Long error) {
        return of(server, status.agentId(), status.state(), new Times(millis(status.createdAt()),
                millis(status.startedAt()), millis(status.completedAt()), seen.toEpochMilli()), error);
    }

    /** {@return what a row says: agent, state, created, started, completed, changed and the kind of error} */
    static SummedRun of(int server, ResultSet row) throws SQLException {
        return of(server, row.getString(1), JobState.of(row.getString(2)),
                new Times(millis(row, 3), millis(row, 4), millis(row, 5), row.getLong(6)), millis(row, 7));
    }

    /** As the server told them, and when the job was seen so. */
    private record Times(Long created, Long started, Long completed, long seen) {
        Times {
            created = believed(created);
            started = believed(started);
            completed = believed(completed);
        }

        private static Long believed(Long told) {
            return told == null || !ServerTime.believed(Instant.ofEpochMilli(told)) ? null : told;
        }

        Long begun() {
            return started == null ? null : Long.valueOf(Math.min(started, seen));
        }

        Long queued() {
            return created == null ? null : Long.valueOf(Math.min(created, seen));
        }

        long ended() {
            return completed == null ? seen : Math.min(completed, seen);
        }

        long waited() {
            return created == null || started == null ? -1 : started - created;
        }

        /** By the server's own clock, where it told both. */
        long took() {
            return started == null ? -1 : (completed == null ? seen : completed) - started;
        }
    }

    private static SummedRun of(int server, String agent, JobState state, Times times, Long error) {
        boolean over = state.terminal();
        Long ended = over ? Long.valueOf(times.ended()) : null;
        return new SummedRun(server, agent == null ? "" : agent, over ? state : null, times.queued(),
                times.begun() == null ? ended : times.begun(), ended, times.waited(),
                over && state != JobState.CANCELLED ? times.took() : -1, state == JobState.FAILED ? error : null);
    }

    private static Long millis(ResultSet row, int column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : millis;
    }

    private static Long millis(Instant time) {
        return time == null ? null : time.toEpochMilli();
    }
}
