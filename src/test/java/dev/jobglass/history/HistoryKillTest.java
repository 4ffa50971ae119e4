package dev.jobglass.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.JobState;
import dev.jobglass.testing.Statuses;
import java.io.BufferedReader;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Kills a real process that is writing, at any moment, many times. */
@Execution(ExecutionMode.CONCURRENT) // in processes of its own, whose log is not ours
class HistoryKillTest {
    private static final int KILLS = 12;
    private static final String SERVER = "http://127.0.0.1:8005";

    @TempDir
    Path folder;

    @Test
    void aKillLosesTheLastMomentsAtMostAndNeverTheFile() throws Exception {
        Path file = folder.resolve("history.db");
        Random random = new Random(3);
        int known = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            String job = "run_" + kill;
            Told told = writeAndKill(file, job, 20 + random.nextInt(400));
            try (History history = new History(file, Duration.ofDays(30))) {
                List<Change> changes = history.changes(SERVER, job, 100_000);
                assertThat(history.setAsideFile()).isEmpty();
                long written = changes.isEmpty() ? told.first() : changes.getLast().at().toEpochMilli();
                // It writes each half a second; on a busy machine that takes its time.
                assertThat(told.last() - written).as("lost, in milliseconds").isLessThan(5_000);
                assertThat(changes).extracting(change -> change.percentage().intValue()).isSorted();
                known += changes.isEmpty() ? 0 : 1;
                assertThat(history.jobs(SERVER, 100)).hasSize(known);
            }
        }
        assertThat(known).isGreaterThan(KILLS / 2);
    }

    /** When the first and the last of the changes happened that a process told of before it was killed. */
    private record Told(long first, long last) {
    }

    private static Told writeAndKill(Path file, String job, int lines) throws Exception {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("jdk.module.path") + File.pathSeparator + Path.of("target", "test-classes"),
                Writer.class.getName(), file.toString(), job).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        long first = 0;
        long last = 0;
        try (BufferedReader out = process.inputReader()) {
            for (int i = 0; i < lines; i++) {
                last = Long.parseLong(out.readLine());
                first = i == 0 ? last : first;
            }
            process.destroyForcibly().waitFor();
        }
        return new Told(first, last);
    }

    /** Tells the history of changes without end, and says when each happened. */
    static final class Writer {
        public static void main(String... arguments) {
            History history = new History(Path.of(arguments[0]), Duration.ofDays(30));
            for (int i = 0;; i++) {
                Instant now = Instant.now();
                history.seen(SERVER, Statuses.of(arguments[1], JobState.RUNNING, i), now);
                System.out.println(now.toEpochMilli());
                LockSupport.parkNanos(5_000_000);
            }
        }
    }
}
