package dev.jobglass.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Writes the requests for runs. Belongs to the writer thread. */
final class SentRunWriter {
    private final PreparedStatement sent;
    private final PreparedStatement answered;
    private final PreparedStatement refused;

    SentRunWriter(Connection connection) throws SQLException {
        sent = connection.prepareStatement("""
                INSERT INTO request(key, server, asked, at, times, again, first)
                VALUES (?1, ?2, ?3, ?4, 1, ?5,
                  coalesce((SELECT first FROM request WHERE server = ?2 AND job_id = ?5), ?5))
                ON CONFLICT(key) DO UPDATE SET at = excluded.at, times = times + 1""");
        answered = connection.prepareStatement("UPDATE request SET job_id = ? WHERE key = ?");
        refused = connection.prepareStatement("DELETE FROM request WHERE key = ? AND times = 1");
    }

    void sent(SentRun run) throws SQLException {
        sent.setString(1, run.key());
        sent.setString(2, run.server());
        sent.setString(3, run.request().encoded());
        sent.setLong(4, run.at().toEpochMilli());
        sent.setString(5, run.like());
        sent.executeUpdate();
    }

    /**
     * Of a request that no job can have come of, nothing is kept; but of one that was sent before, an earlier time may
     * have begun a run.
     */
    void answered(String key, String jobId) throws SQLException {
        if (jobId == null) {
            refused.setString(1, key);
            refused.executeUpdate();
        } else {
            answered.setString(1, jobId);
            answered.setString(2, key);
            answered.executeUpdate();
        }
    }
}
