package dev.jobglass.history;

import dev.jobglass.api.Excerpt;
import dev.jobglass.api.JobState;
import dev.jobglass.api.JobStatus;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes entries into the tables, many in one transaction. Belongs to the writer thread. */
final class HistoryWriter implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(HistoryWriter.class.getName());
    /** An error of hundreds of kilobytes is kept with its job; its change needs no more than this, and so do words. */
    private static final int LONGEST_TEXT = 2_000;

    private final Connection connection;
    private final PreparedStatement job;
    private final PreparedStatement known;
    private final PreparedStatement stored;
    private final PreparedStatement gone;
    private final PreparedStatement change;
    private final PreparedStatement words;
    private final PreparedStatement server;
    private final RunSums sums;
    private final SentRunWriter requests;
    private final Map<String, Integer> servers = new HashMap<>();

    /** What is known of a job before an entry about it. */
    private record Known(long key, JobState state, Double percentage, String agent, String session, boolean gone) {
    }

    HistoryWriter(Connection connection) throws SQLException {
        this.connection = connection;
        job = connection.prepareStatement("""
                INSERT INTO job(server, job_id, state, percentage, step, steps_completed, steps_total, created, started,
                  completed, agent, run, session, error, error_length, seen, changed, error_kind, ended, summed)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
                ON CONFLICT(server, job_id) DO UPDATE SET state = excluded.state, percentage = excluded.percentage,
                  step = excluded.step, steps_completed = excluded.steps_completed,
                  steps_total = excluded.steps_total, created = excluded.created, started = excluded.started,
                  completed = excluded.completed, agent = excluded.agent, run = excluded.run,
                  session = excluded.session, error = excluded.error,
                  error_length = excluded.error_length, changed = excluded.changed, gone = 0,
                  error_kind = excluded.error_kind, ended = excluded.ended, summed = 1
                RETURNING key""");
        known = connection.prepareStatement(
                "SELECT key, state, percentage, agent, session, gone FROM job WHERE server = ? AND job_id = ?");
        stored = connection.prepareStatement(
                "SELECT " + RowMapper.JOB + ", error_kind, summed FROM job WHERE server = ? AND job_id = ?");
        sums = new RunSums(connection);
        requests = new SentRunWriter(connection);
        gone = connection.prepareStatement("UPDATE job SET gone = 1 WHERE key = ?");
        change = connection.prepareStatement(
                "INSERT INTO change(job, at, kind, state, percentage, text) VALUES (?, ?, ?, ?, ?, ?) RETURNING id");
        words = connection.prepareStatement("INSERT INTO change_words(rowid, words) VALUES (?, ?)");
        server = connection.prepareStatement(
                "INSERT INTO server(url) VALUES (?) ON CONFLICT(url) DO UPDATE SET url = excluded.url RETURNING key");
    }

    /**
     * Writes entries and takes them off the list. One that cannot be written for a reason of its own is left out, and
     * costs no other.
     *
     * @throws SQLException when the file cannot be written; the entries still listed are not
     */
    void write(List<HistoryRecord> entries) throws SQLException {
        try {
            writeTogether(entries);
            entries.clear();
        } catch (SQLException | RuntimeException e) {
            if (!HistoryFile.ofOneEntry(e)) {
                throw e;
            }
            writeOneByOne(entries);
        }
    }

    private void writeOneByOne(List<HistoryRecord> entries) throws SQLException {
        while (!entries.isEmpty()) {
            try {
                writeTogether(List.of(entries.getFirst()));
            } catch (SQLException | RuntimeException e) {
                if (!HistoryFile.ofOneEntry(e)) {
                    throw e;
                }
                LOG.log(System.Logger.Level.WARNING, "One entry cannot be written, and is left out: {0}", e.toString());
            }
            entries.removeFirst();
        }
    }

    /** All or nothing. */
    private void writeTogether(List<HistoryRecord> entries) throws SQLException {
        HistoryFile.begin(connection);
        try {
            sums.begin();
            for (HistoryRecord entry : entries) {
                write(entry);
            }
            HistoryFile.commit(connection);
        } catch (SQLException | RuntimeException e) {
            HistoryFile.rollback(connection);
            servers.clear(); // what was numbered just now is numbered no more
            throw e;
        }
    }

    private void write(HistoryRecord entry) throws SQLException {
        switch (entry) {
            case HistoryRecord.Seen(String url, JobStatus status, Instant at) -> seen(url, status, at);
            case HistoryRecord.Gone(String url, String jobId, Instant at) -> {
                Known job = known(url, jobId);
                if (job != null && !job.gone()) {
                    gone.setLong(1, job.key());
                    gone.executeUpdate();
                    change(url, jobId, job, at, Change.Kind.GONE, null);
                }
            }
            case HistoryRecord.ByUser(String url, String jobId, Instant at, Change.Kind kind, String who) -> {
                Known job = known(url, jobId);
                if (job != null) {
                    change(url, jobId, job, at, kind, who);
                }
            }
            case HistoryRecord.Noted(String signature, String note, String owner, Instant at) ->
                sums.note(signature, note, owner, at);
            case HistoryRecord.Sent(SentRun run) -> requests.sent(run);
            case HistoryRecord.Answered(String key, String jobId) -> requests.answered(key, jobId);
        }
    }

    private Known known(String url, String jobId) throws SQLException {
        known.setString(1, url);
        known.setString(2, jobId);
        try (ResultSet row = known.executeQuery()) {
            return row.next()
                    ? new Known(row.getLong(1), JobState.of(row.getString(2)), RowMapper.number(row, 3),
                            row.getString(4),
                            row.getString(5), row.getInt(6) != 0)
                    : null;
        }
    }

    /** Writes nothing of a job that is in the file just as it is now. */
    private void seen(String url, JobStatus status, Instant at) throws SQLException {
        int server = serverKey(url);
        SummedRun before = null;
        stored.setString(1, url);
        stored.setString(2, status.jobId());
        try (ResultSet row = stored.executeQuery()) {
            if (row.next()) {
                StoredJob stored = RowMapper.job(row);
                if (!stored.gone() && !status.differsFrom(stored.status())) {
                    return;
                }
                before = summed(server, stored, row);
            }
        }
        SummedRun now = sums.run(server, status, at);
        sums.replace(before, now);
        write(url, status, at, now);
    }

    /** {@return what a job is in the sums as, or null when it is in none} */
    private static SummedRun summed(int server, StoredJob job, ResultSet row) throws SQLException {
        long kind = row.getLong("error_kind");
        Long error = row.wasNull() ? null : Long.valueOf(kind);
        return row.getInt("summed") == 1 ? SummedRun.of(server, job.status(), job.changedAt(), error) : null;
    }

    private void write(String url, JobStatus status, Instant at, SummedRun summed) throws SQLException {
        job.setString(1, url);
        job.setString(2, status.jobId());
        job.setString(3, status.stateWord());
        number(job, 4, status.progress().percentage());
        job.setString(5, status.progress().currentStep());
        number(job, 6, status.progress().stepsCompleted());
        number(job, 7, status.progress().stepsTotal());
        time(8, status.createdAt());
        time(9, status.startedAt());
        time(10, status.completedAt());
        job.setString(11, status.agentId());
        job.setString(12, status.runId());
        job.setString(13, status.sessionId());
        job.setString(14, status.error());
        job.setInt(15, status.errorLength());
        time(16, at);
        time(17, at);
        number(job, 18, summed.error());
        number(job, 19, summed.ended());
        long key;
        try (ResultSet row = job.executeQuery()) {
            key = row.getLong(1);
        }
        change(url, status.jobId(), new Known(key, status.state(), status.progress().percentage(), status.agentId(),
                status.sessionId(), false), at, Change.Kind.STATUS, text(status));
    }

    /** A state that we have no word for is told in the server's own. */
    private static String text(JobStatus status) {
        String text = status.error() != null ? status.error() : status.progress().currentStep();
        return status.state() != JobState.UNKNOWN
                ? text
                : Stream.of(status.stateWord(), text).filter(part -> part != null && !part.isBlank())
                        .collect(Collectors.joining(" · "));
    }

    private void change(String url, String jobId, Known job, Instant at, Change.Kind kind, String text)
            throws SQLException {
        String kept = Excerpt.ends(text, LONGEST_TEXT);
        change.setLong(1, job.key());
        change.setLong(2, at.toEpochMilli());
        change.setString(3, kind.name());
        change.setString(4, job.state().name());
        number(change, 5, job.percentage());
        change.setString(6, kept);
        long id;
        try (ResultSet row = change.executeQuery()) {
            id = row.getLong(1);
        }
        words.setLong(1, id);
        words.setString(2, SearchWords.indexed(Stream.of(jobId, job.agent(), job.session(), kept,
                stateWord(job.state()), kindWord(kind), serverWord(serverKey(url))).filter(word -> word != null)
                .collect(Collectors.joining(" "))));
        words.executeUpdate();
    }

    /** A number stands for each server among the words. */
    private int serverKey(String url) throws SQLException {
        Integer key = servers.get(url);
        if (key == null) {
            server.setString(1, url);
            try (ResultSet row = server.executeQuery()) {
                key = row.getInt(1);
            }
            servers.put(url, key);
        }
        return key;
    }

    static String stateWord(JobState state) {
        return "0state_" + state.name().toLowerCase(Locale.ROOT);
    }

    /** Of status changes, which are most, there is none. */
    static String kindWord(Change.Kind kind) {
        return kind == Change.Kind.STATUS ? null : "0kind_" + kind.name().toLowerCase(Locale.ROOT);
    }

    static String serverWord(int key) {
        return "0server_" + key;
    }

    private void time(int column, Instant at) throws SQLException {
        number(job, column, at == null ? null : (Number) at.toEpochMilli());
    }

    private static void number(PreparedStatement statement, int column, Number value) throws SQLException {
        if (value == null) {
            statement.setNull(column, Types.NUMERIC);
        } else {
            statement.setObject(column, value);
        }
    }

    /** Sums some jobs that an earlier version wrote, and {@return whether there are more} */
    boolean sumSome() throws SQLException {
        return sums.sumSome();
    }

    /** Empties the sums, for {@link #sumSome} to make them anew. */
    void clearSums() throws SQLException {
        sums.clear();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
