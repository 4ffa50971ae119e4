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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The sums that insights are read from: how many runs ended how, how long they took and waited, which errors there
 * were, in slots of time. They are what follows from the table of jobs: each row is in them once, as it is now,
 * when its {@code summed} is 1. Slots so old that their jobs may be pruned are closed: nothing is added to them nor
 * taken away, since nobody knows any more what is in them. Belongs to the writer thread.
 */
final class RunSums {
    /** To be made once the table of jobs is there. */
    static final List<String> TABLES = List.of("""
            CREATE TABLE IF NOT EXISTS run_sum(width INTEGER, slot INTEGER, server INTEGER, agent TEXT,
              succeeded INTEGER NOT NULL, failed INTEGER NOT NULL, cancelled INTEGER NOT NULL,
              PRIMARY KEY(width, slot, server, agent)) WITHOUT ROWID""", """
            CREATE TABLE IF NOT EXISTS duration_sum(width INTEGER, slot INTEGER, server INTEGER, agent TEXT,
              kind TEXT, bucket INTEGER, runs INTEGER NOT NULL, millis INTEGER NOT NULL,
              PRIMARY KEY(width, slot, server, agent, kind, bucket)) WITHOUT ROWID""", """
            CREATE TABLE IF NOT EXISTS queue_sum(width INTEGER, slot INTEGER, server INTEGER, waited INTEGER NOT NULL,
              PRIMARY KEY(width, slot, server)) WITHOUT ROWID""", """
            CREATE TABLE IF NOT EXISTS error_kind(key INTEGER PRIMARY KEY, signature TEXT NOT NULL UNIQUE,
              first INTEGER, last INTEGER, note TEXT, owner TEXT, noted INTEGER)""", """
            CREATE TABLE IF NOT EXISTS error_sum(width INTEGER, slot INTEGER, error INTEGER, server INTEGER,
              agent TEXT, failed INTEGER NOT NULL, PRIMARY KEY(width, slot, error, server, agent)) WITHOUT ROWID""",
            "CREATE TABLE IF NOT EXISTS sum_closed(width INTEGER PRIMARY KEY, before INTEGER NOT NULL)", """
                    CREATE TRIGGER IF NOT EXISTS job_pruned BEFORE DELETE ON job WHEN old.error_kind IS NOT NULL BEGIN
                      UPDATE error_kind SET first = min(coalesce(first, old.ended), old.ended),
                        last = max(coalesce(last, old.ended), old.ended) WHERE key = old.error_kind; END""",
            "CREATE INDEX IF NOT EXISTS error_days ON error_sum(error, slot) WHERE width = 1440",
            "CREATE INDEX IF NOT EXISTS job_unsummed ON job(key) WHERE summed = 0",
            "CREATE INDEX IF NOT EXISTS job_waiting ON job(server, created) WHERE " + RunSums.WAITING,
            "CREATE INDEX IF NOT EXISTS job_failed ON job(error_kind, ended) WHERE error_kind IS NOT NULL");

    /** Which jobs may be waiting in the queue now. */
    static final String WAITING = "created IS NOT NULL AND started IS NULL AND ended IS NULL AND gone = 0";
    private static final List<String> EMPTIED = List.of("run_sum", "duration_sum", "queue_sum", "error_sum");

    /** Raised whenever sums of before would be read wrongly. */
    private static final int VERSION = 2;
    static final String TOOK = "took";
    static final String WAITED = "waited";
    private static final List<SlotWidth> COUNTED = List.of(SlotWidth.FIVE_MINUTES, SlotWidth.HALF_HOUR);
    private static final List<SlotWidth> ALL = List.of(SlotWidth.values());
    /** Of a job's wait no more is summed than this, the latest: each slot of it is a row. */
    static final Duration LONGEST_WAIT = Duration.ofDays(7);
    /** So many rows are summed in one transaction. */
    private static final int AT_ONCE = 1_000;

    private final Connection connection;
    private final PreparedStatement runs;
    private final PreparedStatement durations;
    private final PreparedStatement queue;
    private final PreparedStatement errors;
    private final PreparedStatement errorKind;
    private final PreparedStatement note;
    private final PreparedStatement unsummed;
    private final PreparedStatement nowSummed;
    private final PreparedStatement closed;
    /** In minutes since 1970. */
    private final Map<SlotWidth, Long> closedBefore = new EnumMap<>(SlotWidth.class);

    /** Sums of another kind are made anew; what users noted of errors stays. */
    static void dropThoseOfEarlierVersions(Statement statement) throws SQLException {
        try (ResultSet version = statement.executeQuery("PRAGMA user_version")) {
            if (version.getInt(1) >= VERSION) {
                return;
            }
        }
        for (String table : EMPTIED) {
            statement.execute("DROP TABLE IF EXISTS " + table);
        }
        statement.execute("UPDATE job SET summed = 0");
        statement.execute("PRAGMA user_version = " + VERSION);
    }

    RunSums(Connection connection) throws SQLException {
        this.connection = connection;
        runs = connection.prepareStatement("""
                INSERT INTO run_sum VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET
                  succeeded = succeeded + excluded.succeeded, failed = failed + excluded.failed,
                  cancelled = cancelled + excluded.cancelled""");
        durations = connection.prepareStatement("""
                INSERT INTO duration_sum VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET runs = runs + excluded.runs, millis = millis + excluded.millis""");
        queue = connection.prepareStatement("""
                INSERT INTO queue_sum VALUES (?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET waited = waited + excluded.waited""");
        errors = connection.prepareStatement("""
                INSERT INTO error_sum VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET failed = failed + excluded.failed""");
        errorKind = connection.prepareStatement("""
                INSERT INTO error_kind(signature) VALUES (?)
                ON CONFLICT(signature) DO UPDATE SET signature = excluded.signature RETURNING key""");
        note = connection.prepareStatement("""
                INSERT INTO error_kind(signature, note, owner, noted) VALUES (?, nullif(?, ''), nullif(?, ''), ?)
                ON CONFLICT(signature) DO UPDATE SET note = excluded.note, owner = excluded.owner,
                  noted = excluded.noted""");
        unsummed = connection.prepareStatement("SELECT job.key, server.key AS server_key, " + RowMapper.JOB
                + " FROM job JOIN server ON server.url = job.server WHERE summed = 0 ORDER BY job.key LIMIT ?");
        closed = connection.prepareStatement("SELECT before FROM sum_closed WHERE width = ?");
        nowSummed = connection.prepareStatement("UPDATE job SET summed = 1, error_kind = ?, ended = ? WHERE key = ?");
    }

    /** {@return a job as it is summed, its error among the kinds of error} */
    SummedRun run(int server, JobStatus status, Instant seen) throws SQLException {
        SummedRun run = SummedRun.of(server, status, seen, null);
        return run.outcome() == JobState.FAILED
                ? SummedRun.of(server, status, seen, errorKind(status.error()))
                : run;
    }

    private long errorKind(String error) throws SQLException {
        set(errorKind, ErrorSignature.of(error));
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
            addDuration(run, WAITED, run.dequeued(), run.waited(), times);
        }
        if (run.queued() != null && run.dequeued() != null) {
            addWaiting(run, times);
        }
        if (run.outcome() == null) {
            return;
        }
        if (run.took() >= 0) {
            addDuration(run, TOOK, run.ended(), run.took(), times);
        }
        for (SlotWidth width : open(COUNTED, run.ended())) {
            execute(runs, width.minutes(), width.slot(run.ended()), run.server(), run.agent(),
                    run.outcome() == JobState.SUCCEEDED ? times : 0, run.outcome() == JobState.FAILED ? times : 0,
                    run.outcome() == JobState.CANCELLED ? times : 0);
        }
        for (SlotWidth width : run.error() == null ? List.<SlotWidth>of() : open(ALL, run.ended())) {
            execute(errors, width.minutes(), width.slot(run.ended()), run.error(), run.server(), run.agent(), times);
        }
    }

    private void addDuration(SummedRun run, String kind, long at, long millis, int times) throws SQLException {
        for (SlotWidth width : open(ALL, at)) {
            execute(durations, width.minutes(), width.slot(at), run.server(), run.agent(), kind,
                    Durations.bucket(millis), times, times * millis);
        }
    }

    /** {@return the widths whose slot of a time is not closed} */
    private List<SlotWidth> open(List<SlotWidth> widths, long at) {
        return widths.stream().filter(width -> width.slot(at) >= closedBefore.get(width)).toList();
    }

    /** Looks which slots are closed: another window may have closed some. To be called in each transaction. */
    void begin() throws SQLException {
        for (SlotWidth width : ALL) {
            set(closed, width.minutes());
            try (ResultSet row = closed.executeQuery()) {
                closedBefore.put(width, row.next() ? row.getLong(1) : Long.MIN_VALUE);
            }
        }
    }

    /** Each slot has the part of the wait that lies in it: the sum through the slot's width is the queue's depth. */
    private void addWaiting(SummedRun run, int times) throws SQLException {
        long first = Math.max(run.queued(), run.dequeued() - LONGEST_WAIT.toMillis());
        for (SlotWidth width : COUNTED) {
            for (WaitInSlot part : WaitInSlot.of(first, run.dequeued(), width.minutes())) {
                if (part.slot() >= closedBefore.get(width)) {
                    execute(queue, width.minutes(), part.slot(), run.server(), times * part.millis());
                }
            }
        }
    }

    /** Sums some jobs that are in no sum, as an earlier version left them, and {@return whether there are more} */
    boolean sumSome() throws SQLException {
        HistoryFile.begin(connection);
        try {
            begin();
            List<Unsummed> some = someUnsummed();
            for (Unsummed one : some) {
                SummedRun run = run(one.server(), one.job().status(), one.job().changedAt());
                add(run, 1);
                execute(nowSummed, run.error(), run.ended(), one.key());
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

    /** Empties the sums but for slots that are closed: {@link #sumSome} makes them anew. */
    void clear() throws SQLException {
        HistoryFile.begin(connection);
        try (Statement statement = connection.createStatement()) {
            for (String table : EMPTIED) {
                statement.execute("DELETE FROM " + table + " WHERE slot >="
                        + " coalesce((SELECT before FROM sum_closed c WHERE c.width = " + table + ".width), slot)");
            }
            statement.execute("UPDATE job SET summed = 0");
            HistoryFile.commit(connection);
        } catch (SQLException e) {
            HistoryFile.rollback(connection);
            throw e;
        }
    }

    /**
     * Closes slots: what is in them stays, whatever becomes of their jobs.
     *
     * @param width which slots
     * @param before they begin earlier than this, in minutes since 1970
     */
    static void close(Connection connection, SlotWidth width, long before) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO sum_closed VALUES (?, ?)
                ON CONFLICT DO UPDATE SET before = max(before, excluded.before)""")) {
            execute(statement, width.minutes(), before);
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
