package dev.jobglass.history;

import dev.jobglass.api.JobStatus;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes out of the file what is too old or too much, a little at a time, so that writing never waits long. Belongs to
 * the writer thread.
 */
final class HistoryPruner {
    /** Thousands of busy jobs would else fill the disk within the days. */
    private static final long MOST_CHANGES = 5_000_000;
    private static final int AT_ONCE = 2_000;
    /** Ranges of an hour are read from sums of five minutes, and the hour before. */
    private static final Duration FINE_SUMS = Duration.ofDays(1);
    private static final int SUMS_OUTLIVE = 3;
    /** A clock that was set far ahead must not empty the file: what it says is no reason to throw anything away. */
    private static final Duration BELIEVABLE_PAUSE = Duration.ofDays(2);

    private static final String NOT_NEEDED = "changed < ? AND NOT EXISTS (SELECT 1 FROM change WHERE job = key)";

    private final HistoryFile file;
    private final Duration keep;
    private final InstantSource clock;
    private final long mostBytes;
    /** When the clock was last believed, at first the last change of the runs before; null while that is not known. */
    private Instant lastBelieved;

    /**
     * Prunes nothing yet.
     *
     * @param keep for how long changes and jobs are kept, positive
     * @param mostBytes how large the file may become; of a larger one the oldest go
     */
    HistoryPruner(HistoryFile file, Duration keep, InstantSource clock, long mostBytes) {
        this.file = file;
        this.keep = keep;
        this.clock = clock;
        this.mostBytes = mostBytes;
    }

    /** Looks when something was last seen, before anything of this run is written. */
    void begin(Connection connection) throws SQLException {
        if (lastBelieved == null) {
            long newest = number(connection, "SELECT coalesce((SELECT at FROM change ORDER BY id DESC LIMIT 1), -1)");
            lastBelieved = newest < 0 ? clock.instant() : Instant.ofEpochMilli(newest);
        }
    }

    /** Takes a little away, and {@return whether there is more to go} */
    boolean prune() throws SQLException {
        try (Connection connection = file.openForWriting()) {
            HistoryFile.begin(connection);
            if (number(connection, "SELECT EXISTS (SELECT 1 FROM job WHERE summed = 0)") == 1) {
                HistoryFile.rollback(connection);
                return false; // jobs that go before they are summed would be lost to the sums
            }
            Instant now = clock.instant();
            boolean believable = !now.isAfter(lastBelieved.plus(BELIEVABLE_PAUSE));
            long tooOld = believable ? now.minus(keep).toEpochMilli() : Long.MIN_VALUE;
            if (believable && now.isAfter(lastBelieved)) {
                lastBelieved = now; // it may run for weeks
            }
            boolean tooLarge = usedBytes(connection) > mostBytes;
            long before = tooLarge ? Math.max(tooOld, timeOfSomeOldest(connection)) : tooOld;
            closeSums(connection, before);
            boolean more = pruneChanges(connection, before);
            if (!more) { // for these, all jobs must be looked at
                more = update(connection, "DELETE FROM job WHERE " + NOT_NEEDED, before) > 0 && tooLarge
                        || shortenErrors(connection);
            }
            pruneSums(connection, tooOld);
            update(connection, "DELETE FROM request WHERE at < ?", tooOld);
            HistoryFile.commit(connection);
            return more;
        }
    }

    /** {@return before when some of the oldest changes were seen, or of the oldest jobs when no change is left} */
    private static long timeOfSomeOldest(Connection connection) throws SQLException {
        return number(connection, """
                SELECT coalesce((SELECT max(at) FROM (SELECT at FROM change ORDER BY id LIMIT ?)),
                  (SELECT max(changed) FROM (SELECT changed FROM job ORDER BY changed LIMIT ?)), 0) + 1""",
                AT_ONCE, AT_ONCE);
    }

    private static boolean pruneChanges(Connection connection, long before) throws SQLException {
        long last = number(connection, """
                SELECT max(coalesce((SELECT min(id) - 1 FROM change WHERE at >= ?), (SELECT max(id) FROM change), 0),
                  coalesce((SELECT max(id) FROM change), 0) - ?)""", before, MOST_CHANGES);
        String some = "(SELECT id FROM change WHERE id <= ? ORDER BY id LIMIT ?)";
        List<Long> jobs = numbers(connection, "SELECT DISTINCT job FROM change WHERE id IN " + some, last, AT_ONCE);
        update(connection, "DELETE FROM change_words WHERE rowid IN " + some, last, AT_ONCE);
        int gone = update(connection, "DELETE FROM change WHERE id IN " + some, last, AT_ONCE);
        try (PreparedStatement statement = connection
                .prepareStatement("DELETE FROM job WHERE " + NOT_NEEDED + " AND key = ?")) {
            for (long job : jobs) {
                statement.setLong(1, before);
                statement.setLong(2, job);
                statement.addBatch();
            }
            statement.executeBatch();
        }
        return gone == AT_ONCE;
    }

    /** What ended earlier may lose its job, also what ended later on that day; but the day that is on stays open. */
    private void closeSums(Connection connection, long before) throws SQLException {
        if (before == Long.MIN_VALUE) {
            return;
        }
        SlotWidth day = SlotWidth.DAY;
        long next = day.slot(before - 1) + day.minutes();
        for (SlotWidth width : List.of(SlotWidth.HALF_HOUR, day)) {
            RunSums.close(connection, width, Math.min(next, day.slot(clock.millis())));
        }
    }

    /** Sums are small: they outlive what they were made of, so that a range can be compared with the one before. */
    private void pruneSums(Connection connection, long tooOld) throws SQLException {
        if (tooOld == Long.MIN_VALUE) {
            return;
        }
        long fine = clock.instant().minus(FINE_SUMS).toEpochMilli();
        long coarse = clock.instant().minus(keep.multipliedBy(SUMS_OUTLIVE)).toEpochMilli();
        for (String table : List.of("run_sum", "duration_sum", "queue_sum", "error_sum")) {
            for (SlotWidth width : SlotWidth.values()) {
                long before = width == SlotWidth.FIVE_MINUTES ? fine : coarse;
                update(connection, "DELETE FROM " + table + " WHERE width = ? AND slot < ?", width.minutes(),
                        width.slot(before));
            }
        }
        RunSums.close(connection, SlotWidth.FIVE_MINUTES, SlotWidth.FIVE_MINUTES.slot(fine));
    }

    /** Earlier versions kept errors of any length. */
    private static boolean shortenErrors(Connection connection) throws SQLException {
        int some = AT_ONCE / 10;
        return update(connection, """
                UPDATE job SET error_length = length(error), error = substr(error, 1, ?) WHERE key IN
                  (SELECT key FROM job WHERE length(error) > ? LIMIT ?)""", JobStatus.LONGEST_ERROR,
                JobStatus.LONGEST_ERROR, some) == some;
    }

    private static long usedBytes(Connection connection) throws SQLException {
        return (number(connection, "PRAGMA page_count") - number(connection, "PRAGMA freelist_count"))
                * number(connection, "PRAGMA page_size");
    }

    private static long number(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, values);
                ResultSet row = statement.executeQuery()) {
            return row.getLong(1);
        }
    }

    private static List<Long> numbers(Connection connection, String sql, Object... values) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        try (PreparedStatement statement = prepared(connection, sql, values);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                numbers.add(row.getLong(1));
            }
        }
        return numbers;
    }

    private static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, values)) {
            return statement.executeUpdate();
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
