package dev.jobglass.history;

import dev.jobglass.api.JobState;
import dev.jobglass.history.Insights.Bar;
import dev.jobglass.history.Insights.ErrorKind;
import dev.jobglass.history.Insights.Slot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads insights from the sums. For one thread at a time; blocks. */
final class InsightsReader {
    /** Days without an error after which it has come back. */
    private static final int QUIET = 7;

    /** What was pruned counts too; coalesce, since the least of something and nothing is nothing. */
    private static final String KIND = """
            SELECT signature, note, owner, min(coalesce(first, oldest), coalesce(oldest, first)) AS first,
              max(coalesce(last, newest), coalesce(newest, last)) AS last
            FROM (SELECT *, (SELECT min(ended) FROM job WHERE error_kind = k.key) AS oldest,
              (SELECT max(ended) FROM job WHERE error_kind = k.key) AS newest FROM error_kind k WHERE key = ?)""";

    private final Select select;

    /** Slots of one width. */
    private record Piece(SlotWidth width, long from, long to) {
    }

    InsightsReader(Select select) {
        this.select = select;
    }

    /** {@code now} is how long jobs have waited that still do. */
    Insights read(InsightsQuery query, Instant now) throws SQLException {
        String servers = servers(query);
        Map<String, AgentSums> agents = new TreeMap<>();
        readRuns(query, servers, agents);
        readDurations(query, servers, agents);
        AgentSums all = new AgentSums(query.bars());
        agents.values().forEach(all::add);
        return new Insights(query, all.now(), all.before(),
                agents.entrySet().stream().filter(agent -> agent.getValue().any())
                        .map(agent -> new Insights.Agent(agent.getKey(), agent.getValue().now(),
                                agent.getValue().before(), bars(query, agent.getValue())))
                        .toList(),
                errors(query, servers), withQueue(query, servers, bars(query, all), now), slots(query, servers),
                since(), unsummed());
    }

    private String servers(InsightsQuery query) throws SQLException {
        return select.list("SELECT key FROM server WHERE url IN (" + Select.places(query.servers()) + ")",
                row -> row.getString(1), query.servers()).stream()
                .collect(Collectors.joining(", ", " AND server IN (", ")"));
    }

    private void readRuns(InsightsQuery query, String servers, Map<String, AgentSums> agents) throws SQLException {
        select.forEach("""
                SELECT agent, (slot - ?) / ? AS bar, sum(succeeded), sum(failed), sum(cancelled) FROM run_sum
                WHERE width = ? AND slot >= ? AND slot < ?""" + servers + " GROUP BY agent, bar",
                row -> sums(query, agents, row.getString(1)).count(row.getInt(2), row.getInt(3), row.getInt(4),
                        row.getInt(5)),
                query.beforeSlot(), query.barMinutes(), query.width().minutes(), query.beforeSlot(), query.toSlot());
    }

    private static AgentSums sums(InsightsQuery query, Map<String, AgentSums> agents, String agent) {
        return agents.computeIfAbsent(agent, _ -> new AgentSums(query.bars()));
    }

    private void readDurations(InsightsQuery query, String servers, Map<String, AgentSums> agents)
            throws SQLException {
        for (boolean now : new boolean[]{true, false}) {
            List<Piece> pieces = now
                    ? pieces(query.width(), query.fromSlot(), query.toSlot())
                    : pieces(query.width(), query.beforeSlot(), query.fromSlot());
            for (Piece piece : pieces) {
                select.forEach("""
                        SELECT agent, kind, bucket, sum(runs), sum(millis) FROM duration_sum
                        WHERE width = ? AND slot >= ? AND slot < ?""" + servers + " GROUP BY agent, kind, bucket",
                        row -> sums(query, agents, row.getString(1))
                                .durations(now, row.getString(2).equals(RunSums.TOOK))
                                .add(row.getInt(3), row.getLong(4), row.getLong(5)),
                        piece.width().minutes(), piece.from(), piece.to());
            }
        }
    }

    /** {@return a range as the fewest slots} */
    private static List<Piece> pieces(SlotWidth width, long from, long to) {
        long day = SlotWidth.DAY.minutes();
        long firstDay = Math.ceilDiv(from, day) * day;
        long lastDay = Math.floorDiv(to, day) * day;
        return width == SlotWidth.FIVE_MINUTES || firstDay >= lastDay
                ? List.of(new Piece(width, from, to))
                : List.of(new Piece(width, from, firstDay), new Piece(SlotWidth.DAY, firstDay, lastDay),
                        new Piece(width, lastDay, to));
    }

    private static List<Bar> bars(InsightsQuery query, AgentSums sums) {
        return IntStream.range(0, 2 * query.bars())
                .mapToObj(bar -> new Bar(time(query.beforeSlot() + bar * query.barMinutes()), sums.succeeded(bar),
                        sums.failed(bar), sums.cancelled(bar), 0))
                .toList();
    }

    private static Instant time(long slot) {
        return Instant.EPOCH.plus(Duration.ofMinutes(slot));
    }

    private List<Bar> withQueue(InsightsQuery query, String servers, List<Bar> bars, Instant now)
            throws SQLException {
        double[] queued = stillWaiting(query, now);
        select.forEach("""
                SELECT (slot - ?) / ? AS bar, sum(waited) FROM queue_sum WHERE width = ? AND slot >= ? AND slot < ?"""
                + servers + " GROUP BY bar", row -> queued[row.getInt(1)] += row.getLong(2), query.fromSlot(),
                query.barMinutes(), query.width().minutes(), query.fromSlot(), query.toSlot());
        double millis = Duration.ofMinutes(query.barMinutes()).toMillis();
        return IntStream.range(0, query.bars()).mapToObj(i -> {
            Bar bar = bars.get(query.bars() + i);
            return new Bar(bar.from(), bar.succeeded(), bar.failed(), bar.cancelled(), queued[i] / millis);
        }).toList();
    }

    /**
     * {@return for how many milliseconds jobs that wait now have waited in each bar} The bar that is on counts whole.
     */
    private double[] stillWaiting(InsightsQuery query, Instant now) throws SQLException {
        double[] waited = new double[query.bars()];
        long bar = Duration.ofMinutes(query.barMinutes()).toMillis();
        long begin = Duration.ofMinutes(query.fromSlot()).toMillis();
        long end = Math.min(query.bars(), Math.floorDiv(now.toEpochMilli() - begin, bar) + 1) * bar;
        long first = Math.max(0, now.minus(RunSums.LONGEST_WAIT).toEpochMilli() - begin);
        for (String server : query.servers()) {
            select.forEach("SELECT created, state FROM job WHERE server = ? AND created < ? AND " + RunSums.WAITING,
                    row -> {
                        if (JobState.of(row.getString(2)) == JobState.QUEUED) {
                            // Counted from the first bar, which need not begin with a slot as wide as a bar.
                            WaitInSlot.of(Math.max(first, row.getLong(1) - begin), end, query.barMinutes())
                                    .forEach(part -> waited[(int) (part.slot() / query.barMinutes())] += part.millis());
                        }
                    }, server, begin + end);
        }
        return waited;
    }

    /** {@return in which slot the first run ended that is known of, or null} */
    private Instant since() throws SQLException {
        return select.list("""
                SELECT slot FROM run_sum WHERE width = ? AND succeeded + failed + cancelled > 0
                ORDER BY slot LIMIT 1""",
                row -> time(row.getLong(1)), SlotWidth.HALF_HOUR.minutes()).stream().findFirst().orElse(null);
    }

    private List<Slot> slots(InsightsQuery query, String servers) throws SQLException {
        long half = SlotWidth.HALF_HOUR.minutes();
        return select.list(
                """
                        SELECT slot, sum(succeeded + failed + cancelled) AS runs, sum(failed) FROM run_sum
                        WHERE width = ? AND slot >= ? AND slot < ?""" + servers
                        + " GROUP BY slot HAVING runs > 0 ORDER BY slot",
                row -> new Slot(time(row.getLong(1)), row.getInt(2), row.getInt(3)), half,
                Math.floorDiv(query.fromSlot(), half) * half, query.toSlot());
    }

    private List<ErrorKind> errors(InsightsQuery query, String servers) throws SQLException {
        Map<Long, ErrorSums> kinds = new TreeMap<>();
        select.forEach("""
                SELECT error, agent, (slot - ?) / ? AS bar, sum(failed) AS n FROM error_sum
                WHERE width = ? AND slot >= ? AND slot < ?""" + servers + " GROUP BY error, agent, bar HAVING n > 0",
                row -> kinds.computeIfAbsent(row.getLong(1), _ -> new ErrorSums(query.bars())).count(row.getString(2),
                        row.getInt(3), row.getInt(4)),
                query.fromSlot(), query.barMinutes(), query.width().minutes(), query.fromSlot(), query.toSlot());
        List<ErrorKind> errors = new ArrayList<>();
        for (var kind : kinds.entrySet()) {
            int quiet = quietDays(kind.getKey(), query, servers);
            ErrorSums sums = kind.getValue();
            select.visit(KIND,
                    row -> new ErrorKind(row.getString(1), sums.failures(), sums.agents(),
                            seen(row, "first", time(query.fromSlot() + sums.firstBar() * query.barMinutes())),
                            seen(row, "last", time(query.fromSlot() + sums.lastBar() * query.barMinutes())), quiet,
                            text(row.getString("note")), text(row.getString("owner")), sums.bars()),
                    errors::add, kind.getKey());
        }
        return errors;
    }

    /** Of a failure whose job has run again since there is no more than its slot. */
    private static Instant seen(ResultSet row, String column, Instant otherwise) throws SQLException {
        Instant seen = RowMapper.time(row, column);
        return seen == null ? otherwise : seen;
    }

    private static String text(String orNull) {
        return orNull == null ? "" : orNull;
    }

    /** {@return how many whole days before the error's last coming it had not been seen} */
    private int quietDays(long error, InsightsQuery query, String servers) throws SQLException {
        long day = SlotWidth.DAY.minutes();
        return select.list("SELECT (slot - before) / ? - 1 FROM (SELECT slot, lag(slot) OVER (ORDER BY slot) AS before"
                + " FROM (SELECT slot FROM error_sum WHERE width = ? AND error = ? AND slot < ? AND failed > 0"
                + servers + " UNION SELECT last / 60000 / ? * ? FROM error_kind WHERE key = ? AND last IS NOT NULL"
                + ")) WHERE slot >= ? AND slot - before > ? ORDER BY slot DESC LIMIT 1",
                row -> row.getInt(1), day, day, error, query.toSlot(), day, day, error,
                Math.floorDiv(query.fromSlot(), day) * day,
                QUIET * day).stream().findFirst().orElse(0);
    }

    private int unsummed() throws SQLException {
        return select.list("SELECT count(*) FROM job WHERE summed = 0", row -> row.getInt(1)).getFirst();
    }
}
