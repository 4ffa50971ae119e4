package dev.jobglass.history;

import dev.jobglass.api.JobState;
import dev.jobglass.api.JobStatus;
import dev.jobglass.model.ErrorSignature;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The sums that insights are read from: how many runs ended how, how long they took and waited, which errors there
 * were, in slots of time. They are what follows from the table of jobs: each row is in them once, as it is now,
 * when its {@code summed} is 1. Belongs to the writer thread.
 */
final class RunSums {
    /** To be made once the table of jobs is there. */
    static final List<String> TABLES = List.of("""
            CREATE TABLE IF NOT EXISTS run_sum(width INTEGER, slot INTEGER, server INTEGER, agent TEXT,
              succeeded INTEGER NOT NULL, failed INTEGER NOT NULL, cancelled INTEGER NOT NULL,
              PRIMARY KEY(width, slot, server, agent)) WITHOUT ROWID""", """
            CREATE TABLE IF NOT EXISTS duration_sum(width INTEGER, slot INTEGER, server INTEGER, agent TEXT,
              kind TEXT, bucket INTEGER, runs INTEGER NOT NULL,
              PRIMARY KEY(width, slot, server, agent, kind, bucket)) WITHOUT ROWID""", """
            CREATE TABLE IF NOT EXISTS queue_sum(width INTEGER, slot INTEGER, server INTEGER, waited INTEGER NOT NULL,
              PRIMARY KEY(width, slot, server)) WITHOUT ROWID""", """
            CREATE TABLE IF NOT EXISTS error_kind(key INTEGER PRIMARY KEY, signature TEXT NOT NULL UNIQUE,
              first INTEGER, last INTEGER, note TEXT, owner TEXT, noted INTEGER)""", """
            CREATE TABLE IF NOT EXISTS error_sum(width INTEGER, slot INTEGER, error INTEGER, server INTEGER,
              agent TEXT, failed INTEGER NOT NULL, PRIMARY KEY(width, slot, error, server, agent)) WITHOUT ROWID""",
            "CREATE INDEX IF NOT EXISTS error_days ON error_sum(error, slot) WHERE width = 1440",
            "CREATE INDEX IF NOT EXISTS job_unsummed ON job(key) WHERE summed = 0",
            "CREATE INDEX IF NOT EXISTS job_error ON job(error_kind, changed) WHERE error_kind IS NOT NULL");

    static final String TOOK = "took";
    static final String WAITED = "waited";
    private static final List<SlotWidth> COUNTED = List.of(SlotWidth.FIVE_MINUTES, SlotWidth.HALF_HOUR);
    private static final List<SlotWidth> ALL = List.of(SlotWidth.values());
    /** A job that waits for longer says more of itself than of the queue. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(2);
    /** So many rows are summed in one transaction. */
    private static final int AT_ONCE = 1_000;

    private final Connection connection;
    private final PreparedStatement runs;
    private final PreparedStatement durations;
    private final PreparedStatement queue;
    private final PreparedStatement errors;
    private final PreparedStatement errorKind;
    private final PreparedStatement before;
    private final PreparedStatement note;
    private final PreparedStatement unsummed;
    private final PreparedStatement nowSummed;

    RunSums(Connection connection) throws SQLException {
        this.connection = connection;
        runs = connection.prepareStatement("""
                INSERT INTO run_sum VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET
                  succeeded = succeeded + excluded.succeeded, failed = failed + excluded.failed,
                  cancelled = cancelled + excluded.cancelled""");
        durations = connection.prepareStatement("""
                INSERT INTO duration_sum VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET runs = runs + excluded.runs""");
        queue = connection.prepareStatement("""
                INSERT INTO queue_sum VALUES (?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET waited = waited + excluded.waited""");
        errors = connection.prepareStatement("""
                INSERT INTO error_sum VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET failed = failed + excluded.failed""");
        errorKind = connection.prepareStatement("""
                INSERT INTO error_kind(signature, first, last) VALUES (?, ?, ?)
                ON CONFLICT(signature) DO UPDATE SET first = min(coalesce(first, excluded.first), excluded.first),
                  last = max(coalesce(last, excluded.last), excluded.last) RETURNING key""");
        before = connection.prepareStatement("""
                SELECT agent, state, created, started, completed, changed, error_kind FROM job
                WHERE server = ? AND job_id = ? AND summed = 1""");
        note = connection.prepareStatement("""
                INSERT INTO error_kind(signature, note, owner, noted) VALUES (?, nullif(?, ''), nullif(?, ''), ?)
                ON CONFLICT(signature) DO UPDATE SET note = excluded.note, owner = excluded.owner,
                  noted = excluded.noted""");
        unsummed = connection.prepareStatement("SELECT job.key, server.key AS server_key, " + RowMapper.JOB
                + " FROM job JOIN server ON server.url = job.server WHERE summed = 0 ORDER BY job.key LIMIT ?");
        nowSummed = connection.prepareStatement("UPDATE job SET summed = 1, error_kind = ? WHERE key = ?");
    }

    /** {@return what a job is in the sums as, or null when it is in none} */
    SummedRun before(int server, String url, String jobId) throws SQLException {
        set(before, url, jobId);
        try (ResultSet row = before.executeQuery()) {
            return row.next() ? SummedRun.of(server, row) : null;
        }
    }

    /** {@return a job as it is summed, its error among the kinds of error} */
    SummedRun run(int server, JobStatus status, Instant seen) throws SQLException {
        SummedRun run = SummedRun.of(server, status, seen, null);
        return run.outcome() == JobState.FAILED
                ? SummedRun.of(server, status, seen, errorKind(status.error(), run.ended()))
                : run;
    }

    private long errorKind(String error, long at) throws SQLException {
        set(errorKind, ErrorSignature.of(error), at, at);
        try (ResultSet row = errorKind.executeQuery()) {
            return row.getLong(1);
        }
    }

    /** Keeps what a user wrote of a kind of error, also when it comes again; empty texts take it away. */
    void note(String signature, String words, String owner, Instant at) throws SQLException {
        execute(note, signature, words, owner, at.toEpochMilli());
    }

    /** Sums a job as it is now in place of what it was before, or null when it was not in the sums. */
    void replace(SummedRun before, SummedRun now) throws SQLException {
        if (now.equals(before)) {
            return;
        }
        if (before != null) {
            add(before, -1);
        }
        add(now, 1);
    }

    private void add(SummedRun run, int times) throws SQLException {
        if (run.waited() >= 0) {
            addDuration(run, WAITED, run.started(), run.waited(), times);
            for (SlotWidth width : run.waited() <= LONGEST_WAIT.toMillis() ? COUNTED : List.<SlotWidth>of()) {
                addWaiting(run, width, times);
            }
        }
        if (run.outcome() == null) {
            return;
        }
        if (run.took() >= 0) {
            addDuration(run, TOOK, run.ended(), run.took(), times);
        }
        for (SlotWidth width : COUNTED) {
            execute(runs, width.minutes(), width.slot(run.ended()), run.server(), run.agent(),
                    run.outcome() == JobState.SUCCEEDED ? times : 0, run.outcome() == JobState.FAILED ? times : 0,
                    run.outcome() == JobState.CANCELLED ? times : 0);
        }
        for (SlotWidth width : run.error() == null ? List.<SlotWidth>of() : ALL) {
            execute(errors, width.minutes(), width.slot(run.ended()), run.error(), run.server(), run.agent(), times);
        }
    }

    private void addDuration(SummedRun run, String kind, long at, long millis, int times) throws SQLException {
        for (SlotWidth width : ALL) {
            execute(durations, width.minutes(), width.slot(at), run.server(), run.agent(), kind,
                    DurationBuckets.of(millis), times);
        }
    }

    /** Each slot has the part of the wait that lies in it: the sum through the slot's width is the queue's depth. */
    private void addWaiting(SummedRun run, SlotWidth width, int times) throws SQLException {
        long slot = width.slot(run.created());
        for (long from = run.created(); from < run.started(); slot += width.minutes()) {
            long to = Math.min(run.started(), Duration.ofMinutes(slot + width.minutes()).toMillis());
            execute(queue, width.minutes(), slot, run.server(), times * (to - from));
            from = to;
        }
    }

    /** Sums some jobs that are in no sum, as an earlier version left them, and {@return whether there are more} */
    boolean sumSome() throws SQLException {
        HistoryFile.begin(connection);
        try {
            List<Unsummed> some = someUnsummed();
            for (Unsummed one : some) {
                SummedRun run = run(one.server(), one.job().status(), one.job().changedAt());
                add(run, 1);
                execute(nowSummed, run.error(), one.key());
            }
            HistoryFile.commit(connection);
            return some.size() == AT_ONCE;
        } catch (SQLException | RuntimeException e) {
            HistoryFile.rollback(connection);
            throw e;
        }
    }

    /** A row that is in no sum yet. */
    private record Unsummed(long key, int server, StoredJob job) {
    }

    private List<Unsummed> someUnsummed() throws SQLException {
        List<Unsummed> some = new ArrayList<>();
        set(unsummed, AT_ONCE);
        try (ResultSet row = unsummed.executeQuery()) {
            while (row.next()) {
                some.add(new Unsummed(row.getLong("key"), row.getInt("server_key"), RowMapper.job(row)));
            }
        }
        return some;
    }

    /** Empties the sums: {@link #sumSome} makes them anew. Of errors only what users noted stays. */
    void clear() throws SQLException {
        HistoryFile.begin(connection);
        try (Statement statement = connection.createStatement()) {
            for (String table : List.of("run_sum", "duration_sum", "queue_sum", "error_sum")) {
                statement.execute("DELETE FROM " + table);
            }
            statement.execute("UPDATE error_kind SET first = NULL, last = NULL");
            statement.execute("UPDATE job SET summed = 0, error_kind = NULL");
            HistoryFile.commit(connection);
        } catch (SQLException e) {
            HistoryFile.rollback(connection);
            throw e;
        }
    }

    private static void execute(PreparedStatement statement, Object... values) throws SQLException {
        set(statement, values);
        statement.executeUpdate();
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
