package dev.jobglass.bench;

import dev.jobglass.api.JobState;
import dev.jobglass.api.JobStatus;
import dev.jobglass.api.Progress;
import dev.jobglass.history.History;
import dev.jobglass.history.InsightsQuery;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Insights over 60 days with a million changes; prints what each range takes as one line of JSON. */
public final class InsightsRun {
    private static final String SERVER = "http://127.0.0.1:8005";
    private static final int AGENTS = 20;
    private static final int CHANGES_A_JOB = 4;
    private static final int ROUNDS = 9;
    private static final Duration PAST = Duration.ofDays(60);

    private InsightsRun() {
    }

    /**
     * Runs once.
     *
     * @param arguments changes
     */
    public static void main(String[] arguments) throws Exception {
        int jobs = Integer.parseInt(arguments[0]) / CHANGES_A_JOB;
        Path file = Files.createTempDirectory("history").resolve("history.db");
        Instant now = Instant.now();
        try (History history = new History(file, PAST)) {
            long began = System.nanoTime();
            Random random = new Random(1);
            for (int i = 0; i < jobs; i++) {
                run(history, i, now.minus(PAST).plusMillis(i * PAST.toMillis() / jobs), random);
                if (i % 5_000 == 0) {
                    history.servers(); // waits until all is written, else the oldest would give way
                }
            }
            history.servers();
            System.out.printf("{\"changes_written_per_s\":%.0f",
                    jobs * CHANGES_A_JOB / ((System.nanoTime() - began) / 1e9));
            measure(history, "hour", now, Duration.ofHours(1), Duration.ofMinutes(5));
            measure(history, "day", now, Duration.ofDays(1), Duration.ofMinutes(30));
            measure(history, "week", now, Duration.ofDays(7), Duration.ofHours(4));
            measure(history, "month", now, Duration.ofDays(30), Duration.ofHours(12));
            System.out.printf(",\"summed_anew_s\":%.1f}%n", sumAnew(history, now));
        } finally {
            for (String name : List.of("history.db", "history.db-wal", "history.db-shm")) {
                Files.deleteIfExists(file.resolveSibling(name));
            }
            Files.delete(file.getParent());
        }
    }

    private static void measure(History history, String name, Instant now, Duration range, Duration bar) {
        long[] took = new long[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long asked = System.nanoTime();
            history.insights(new InsightsQuery(List.of(SERVER), now.minus(range), now, bar));
            took[round] = System.nanoTime() - asked;
        }
        double first = took[0] / 1e6;
        Arrays.sort(took);
        System.out.printf(",\"%s_first_ms\":%.1f,\"%s_p50_ms\":%.1f,\"%s_max_ms\":%.1f", name, first, name,
                Percentile.millis(took, 0.5), name, Percentile.millis(took, 1));
    }

    private static double sumAnew(History history, Instant now) throws InterruptedException {
        long began = System.nanoTime();
        history.sumAnew();
        while (history.insights(new InsightsQuery(List.of(SERVER), now, now, Duration.ofMinutes(5))).unsummed() > 0) {
            Thread.sleep(100);
        }
        return (System.nanoTime() - began) / 1e9;
    }

    private static void run(History history, int number, Instant created, Random random) {
        String agent = "recipe:agent-" + random.nextInt(AGENTS);
        Instant started = created.plusMillis((long) (5_000 * Math.exp(random.nextGaussian())));
        Instant middle = started.plusSeconds(5);
        Instant completed = middle.plusMillis((long) (60_000 * Math.exp(random.nextGaussian())));
        boolean failed = random.nextInt(20) == 0;
        String id = "run_%08d".formatted(number);
        history.seen(SERVER, status(id, agent, JobState.QUEUED, created, null, null, null), created);
        history.seen(SERVER, status(id, agent, JobState.RUNNING, created, started, null, null), started);
        history.seen(SERVER, status(id, agent, JobState.RUNNING, created, started, null, null), middle);
        history.seen(SERVER, status(id, agent, failed ? JobState.FAILED : JobState.SUCCEEDED, created, started,
                completed, failed ? "Error of kind " + (char) ('a' + random.nextInt(26)) + " after 12 s" : null),
                completed);
    }

    private static JobStatus status(String id, String agent, JobState state, Instant created, Instant started,
            Instant completed, String error) {
        return new JobStatus(id, state, state.name().toLowerCase(Locale.ROOT),
                new Progress(50.0, "Step", 1, 4),
                created, started, completed, agent, null, "ops-7", error, null);
    }
}
