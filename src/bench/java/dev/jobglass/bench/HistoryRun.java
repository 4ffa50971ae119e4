package dev.jobglass.bench;

import dev.jobglass.api.JobState;
import dev.jobglass.api.JobStatus;
import dev.jobglass.api.Progress;
import dev.jobglass.history.History;
import dev.jobglass.history.HistoryQuery;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** A million changes remembered and searched; prints what that takes as one line of JSON. */
public final class HistoryRun {
    private static final List<String> AGENTS = List.of("recipe:news-analyzer", "recipe:invoice-audit",
            "yaml:agents.yaml", "yaml:research.yaml");
    private static final String SERVER = "http://127.0.0.1:8005";
    private static final int ROUNDS = 5;

    private HistoryRun() {
    }

    /**
     * Runs once.
     *
     * @param arguments changes
     */
    public static void main(String[] arguments) throws Exception {
        int changes = Integer.parseInt(arguments[0]);
        Path file = Files.createTempDirectory("history").resolve("history.db");
        Instant start = Instant.now().minus(Duration.ofDays(20));
        try (History history = new History(file, Duration.ofDays(30))) {
            long began = System.nanoTime();
            for (int i = 0; i < changes; i++) {
                history.seen(i % 3 == 0 ? "http://other:8005" : SERVER, status(i), start.plusMillis(i * 1_500L));
                if (i % 20_000 == 0) {
                    history.servers(); // waits until all is written, else the oldest would give way
                }
            }
            history.servers();
            double writing = (System.nanoTime() - began) / 1e9;
            List<HistoryQuery> queries = List.of(HistoryQuery.newest(1_000),
                    new HistoryQuery("run", null, null, null, null, 1_000),
                    new HistoryQuery("run_0000012", null, null, null, null, 1_000),
                    new HistoryQuery("timeout news", null, null, null, null, 1_000),
                    new HistoryQuery("nowhere", null, null, null, null, 1_000),
                    new HistoryQuery("", JobState.FAILED, null, null, null, 1_000),
                    new HistoryQuery("rate", JobState.FAILED, SERVER, start.plus(Duration.ofDays(2)),
                            start.plus(Duration.ofDays(4)), 1_000));
            long[] slowest = slowest(history, queries);
            System.out.printf(
                    "{\"changes_written_per_s\":%.0f,\"file_mb\":%.0f,\"query_p50_ms\":%.1f,\"query_max_ms\":%.1f}%n",
                    changes / writing, Files.size(file) / 1e6, Percentile.millis(slowest, 0.5),
                    Percentile.millis(slowest, 1));
        } finally {
            for (String name : List.of("history.db", "history.db-wal", "history.db-shm")) {
                Files.deleteIfExists(file.resolveSibling(name));
            }
            Files.delete(file.getParent());
        }
    }

    /** {@return the longest that each of them took, in nanoseconds, the shortest first} */
    private static long[] slowest(History history, List<HistoryQuery> queries) {
        long[] slowest = new long[queries.size()];
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < slowest.length; i++) {
                long asked = System.nanoTime();
                history.search(queries.get(i));
                slowest[i] = Math.max(slowest[i], System.nanoTime() - asked);
            }
        }
        Arrays.sort(slowest);
        return slowest;
    }

    private static JobStatus status(int change) {
        boolean failed = change % 50 == 0;
        return new JobStatus("run_%08d".formatted(change / 10), failed ? JobState.FAILED : JobState.RUNNING,
                failed ? "failed" : "running", new Progress(change % 100 * 1.0, "Step " + change % 9, 1, 4),
                Instant.EPOCH, Instant.EPOCH, null, AGENTS.get(change / 10 % AGENTS.size()), null, "ops-7",
                failed ? change % 100 == 0 ? "Agent execution timeout" : "RateLimitError: try again" : null, null);
    }
}
