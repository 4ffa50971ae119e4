package dev.jobglass.history;

import dev.jobglass.api.JobState;
import dev.jobglass.api.RunRequest;
import dev.jobglass.api.RunTimes;
import dev.jobglass.model.ErrorNote;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks the tables. For one thread at a time; blocks. */
final class HistoryReader implements AutoCloseable {
    /** So many jobs are found by a part of their ids. */
    private static final int JOBS_BY_PART_OF_ID = 50;
    /** Shorter words begin too many. */
    private static final int SHORTEST_NAME = 3;
    /** So many earlier runs tell how long an agent's jobs take. */
    private static final int RUNS_THAT_TELL = 200;

    /** Jobs that are read together hold no more than about this in memory. */
    private static final long MOST_BYTES = 32 * 1024 * 1024;

    private final Connection connection;
    private final Select select;

    HistoryReader(Connection connection) {
        this.connection = connection;
        select = new Select(connection);
    }

    /** {@return the sums of a range} */
    Insights insights(InsightsQuery query, Instant now) throws SQLException {
        return new InsightsReader(select).read(query, now);
    }

    List<StoredJob> jobs(String server, int most) throws SQLException {
        List<StoredJob> jobs = new ArrayList<>();
        long[] bytes = {0};
        select.visitWhile("SELECT " + RowMapper.JOB + " FROM job WHERE server = ? ORDER BY changed DESC LIMIT ?",
                RowMapper::job,
                job -> {
                    jobs.add(job);
                    bytes[0] += new HistoryRecord.Seen(server, job.status(), job.changedAt()).bytes();
                    return bytes[0] < MOST_BYTES;
                }, server, most);
        return jobs;
    }

    List<Change> changes(String server, String jobId, int most) throws SQLException {
        return select.list("""
                SELECT * FROM (SELECT j.server, j.job_id, j.agent, c.* FROM change c JOIN job j ON j.key = c.job
                  WHERE j.server = ? AND j.job_id = ? ORDER BY c.id DESC LIMIT ?) ORDER BY id""", RowMapper::change,
                server,
                jobId, most);
    }

    List<FinishedJob> finished(String server, Instant from) throws SQLException {
        return select.list("""
                SELECT job_id, state, started, completed, changed FROM job
                WHERE server = ? AND ended >= ? AND state IN ('succeeded', 'failed')""",
                row -> new FinishedJob(row.getString(1), JobState.of(row.getString(2)),
                        new RunTimes(RowMapper.time(row, "started"), RowMapper.time(row, "completed")),
                        RowMapper.time(row, "changed")),
                server, from.toEpochMilli());
    }

    // Kept from its index by the plus, for servers are few and the newest are wanted.
    List<PastRun> runs(List<String> servers, Instant from, int most) throws SQLException {
        return select.list("""
                SELECT server, job_id, coalesce(agent, ''), state, created, started, completed, ended FROM job
                WHERE gone = 0 AND (ended >= ? OR ended IS NULL) AND +server IN (""" + Select.places(servers)
                + ") ORDER BY key DESC LIMIT ?",
                row -> new PastRun(row.getString(1), row.getString(2), row.getString(3),
                        JobState.of(row.getString(4)), RowMapper.time(row, "created"),
                        RowMapper.time(row, "started"), RowMapper.time(row, "completed"),
                        RowMapper.time(row, "ended")),
                from.toEpochMilli(), servers, most);
    }

    Map<String, List<Duration>> durations(String server) throws SQLException {
        Map<String, List<Duration>> durations = new HashMap<>();
        select.list("""
                SELECT agent, took FROM (SELECT agent, completed - started AS took,
                  row_number() OVER (PARTITION BY agent ORDER BY completed DESC) AS place
                  FROM job WHERE server = ? AND state = 'succeeded' AND agent IS NOT NULL AND completed >= started)
                WHERE place <= ? ORDER BY place DESC""",
                row -> durations.computeIfAbsent(row.getString(1), _ -> new ArrayList<>())
                        .add(Duration.ofMillis(row.getLong(2))),
                server, RUNS_THAT_TELL);
        return durations;
    }

    Optional<SentRun> unanswered(String server, Instant from) throws SQLException {
        return sentRun("server = ? AND job_id IS NULL AND at >= ?", server, from.toEpochMilli());
    }

    Map<String, String> known(String server, List<String> jobIds) throws SQLException {
        Map<String, String> known = new HashMap<>();
        select.forEach("SELECT job_id, (SELECT job_id FROM request r WHERE r.server = q.server AND r.again = q.job_id"
                + " AND r.job_id IS NOT NULL ORDER BY at DESC LIMIT 1) FROM request q WHERE server = ? AND job_id IN ("
                + Select.places(jobIds) + ")",
                row -> known.put(row.getString(1), Objects.requireNonNullElse(row.getString(2), "")), server, jobIds);
        return known;
    }

    Optional<SentRun> unanswered(SentRun like, Instant from) throws SQLException {
        List<Object> values = new ArrayList<>(List.of(like.server(), like.request().encoded(), from.toEpochMilli()));
        String again = " AND again IS NULL";
        if (like.like() != null) {
            again = " AND again = ?";
            values.add(like.like());
        }
        return sentRun("server = ? AND asked = ? AND job_id IS NULL AND at >= ?" + again, values.toArray());
    }

    Optional<SentRun> unansweredLike(String server, String jobId, Instant from) throws SQLException {
        return sentRun("server = ? AND again = ? AND job_id IS NULL AND at >= ?", server, jobId, from.toEpochMilli());
    }

    Optional<Retry> retry(String server, String jobId) throws SQLException {
        return select.list("""
                SELECT first, (SELECT count(*) FROM request r WHERE r.server = q.server AND r.first = q.first
                  AND r.job_id IS NOT NULL AND r.rowid <= q.rowid)
                FROM request q WHERE server = ? AND job_id = ? AND first IS NOT NULL""",
                row -> new Retry(row.getString(1), row.getInt(2)), server, jobId).stream().findFirst();
    }

    Optional<SentRun> sentRun(String server, String jobId) throws SQLException {
        return sentRun("server = ? AND job_id = ?", server, jobId);
    }

    private Optional<SentRun> sentRun(String condition, Object... values) throws SQLException {
        return select.list("SELECT key, server, asked, again, at FROM request WHERE " + condition
                + " ORDER BY at DESC LIMIT 1",
                row -> new SentRun(row.getString(1), row.getString(2), RunRequest.decoded(row.getString(3)),
                        row.getString(4), RowMapper.time(row, "at")),
                values).stream().findFirst();
    }

    Optional<ErrorNote> errorNote(String signature) throws SQLException {
        return select.list("SELECT note, coalesce(owner, '') FROM error_kind WHERE signature = ? AND note IS NOT NULL",
                row -> new ErrorNote(row.getString(1), row.getString(2)), signature).stream().findFirst();
    }

    List<StoredFailure> failures(List<String> servers, String signature, Instant from, int most) throws SQLException {
        return select.list("SELECT server AS server_url, " + RowMapper.JOB + " FROM job WHERE error_kind ="
                + " (SELECT key FROM error_kind WHERE signature = ?) AND ended >= ? AND +server IN ("
                + Select.places(servers)
                + ") ORDER BY ended DESC LIMIT ?",
                row -> new StoredFailure(row.getString("server_url"), RowMapper.job(row)),
                signature, from.toEpochMilli(), servers, most);
    }

    List<String> servers() throws SQLException {
        return select.list("SELECT url FROM server ORDER BY url", row -> row.getString(1));
    }

    List<Change> search(HistoryQuery query) throws SQLException {
        List<Change> found = new ArrayList<>();
        visit(query, found::add);
        return found;
    }

    /** Hands over what matches, the newest first, without holding it all. */
    void visit(HistoryQuery query, Consumer<Change> taker) throws SQLException {
        long first = query.from() == null ? 0 : edge("SELECT min(id) FROM change WHERE at >= ?", query.from());
        long last = query.to() == null ? Long.MAX_VALUE : edge("SELECT max(id) FROM change WHERE at < ?", query.to());
        if (first < 0 || last < 0) {
            return;
        }
        String words = words(query);
        String columns = "SELECT j.server, j.job_id, j.agent, c.* FROM ";
        if (words.isEmpty()) {
            select.visit(columns + """
                    change c JOIN job j ON j.key = c.job WHERE c.id BETWEEN ? AND ? ORDER BY c.id DESC LIMIT ?""",
                    RowMapper::change, taker, first, last, query.most());
        } else {
            select.visit(columns + """
                    (SELECT rowid AS id FROM change_words WHERE change_words MATCH ? AND rowid BETWEEN ? AND ?
                      ORDER BY rowid DESC LIMIT ?) w
                    CROSS JOIN change c ON c.id = w.id JOIN job j ON j.key = c.job ORDER BY c.id DESC""",
                    RowMapper::change, taker, words, first, last, query.most());
        }
    }

    /** {@return the number of the change at an edge of time, or -1 when there is none on that side} */
    private long edge(String sql, Instant at) throws SQLException {
        return select.list(sql, row -> {
            long id = row.getLong(1);
            return row.wasNull() ? -1L : id;
        }, at.toEpochMilli()).getFirst();
    }

    private String words(HistoryQuery query) throws SQLException {
        List<String> words = new ArrayList<>();
        for (String word : SearchWords.asked(query.words())) {
            words.add(Stream.of(Stream.of('"' + word + "\"*"), idsWith(word), named(word, query.names()))
                    .flatMap(alternatives -> alternatives).collect(Collectors.joining(" OR ", "(", ")")));
        }
        if (query.state() != null) {
            words.add('"' + HistoryWriter.stateWord(query.state()) + '"');
        }
        if (query.server() != null) {
            int key = select.list("SELECT coalesce(max(key), 0) FROM server WHERE url = ?", row -> row.getInt(1),
                    query.server()).getFirst();
            words.add('"' + HistoryWriter.serverWord(key) + '"');
        }
        return String.join(" AND ", words);
    }

    /** States and kinds of change that a user calls so. */
    private static Stream<String> named(String word, Map<Enum<?>, String> names) {
        String beginning = word.toLowerCase(Locale.ROOT);
        return beginning.length() < SHORTEST_NAME
                ? Stream.empty()
                : names.entrySet().stream()
                        .filter(name -> SearchWords.asked(name.getValue().toLowerCase(Locale.ROOT)).stream()
                                .anyMatch(one -> one.startsWith(beginning)))
                        .map(name -> name.getKey() instanceof JobState state
                                ? HistoryWriter.stateWord(state)
                                : HistoryWriter.kindWord((Change.Kind) name.getKey()))
                        .map(stored -> '"' + stored + '"');
    }

    /** The index knows only how words begin; an id is also found by any other part. */
    private Stream<String> idsWith(String part) throws SQLException {
        return select.list("SELECT DISTINCT job_id FROM job WHERE instr(lower(job_id), lower(?)) > 0 LIMIT ?",
                row -> row.getString(1), part, JOBS_BY_PART_OF_ID).stream()
                .map(id -> SearchWords.asked(id).stream().map(word -> '"' + word + '"')
                        .collect(Collectors.joining(" AND ", "(", ")")));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
