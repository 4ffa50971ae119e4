package dev.jobglass.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.JobState;
import dev.jobglass.api.JobStatus;
import dev.jobglass.testing.BesideOthers;
import dev.jobglass.testing.Statuses;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.util.WaitForAsyncUtils;

/** What the file goes through: age, size, damage, other versions, another window. */
@BesideOthers
class HistoryFileTest extends HistoryFixture {
    @Test
    void twoWindowsWriteToOneFileAndLoseNothing() {
        try (History other = history(Duration.ofDays(1))) {
            for (int i = 0; i < 200; i++) {
                history.seen(SERVER, Statuses.of("run_a" + i, JobState.RUNNING, i / 2.0), NOON.plusSeconds(i));
                other.seen(SERVER, Statuses.of("run_b" + i, JobState.RUNNING, i / 2.0), NOON.plusSeconds(i));
            }
            assertThat(other.jobs(SERVER, 1_000)).hasSizeGreaterThanOrEqualTo(200);
        }
        assertThat(history.jobs(SERVER, 1_000)).hasSize(400);
    }

    @Test
    void whatTwoWindowsSeeIsOneChange() {
        JobStatus failed = Statuses.of("run_1", JobState.FAILED, 10, "It broke");
        try (History other = history(Duration.ofDays(1))) {
            for (History one : List.of(history, other)) {
                one.seen(SERVER, failed, NOON);
                assertThat(one.changes(SERVER, "run_1", 10)).as("written").isNotEmpty();
            }
            for (History one : List.of(history, other)) {
                one.gone(SERVER, "run_1", NOON.plusSeconds(1));
                assertThat(one.changes(SERVER, "run_1", 10)).hasSize(2);
            }
        }
        assertThat(history.changes(SERVER, "run_1", 10)).extracting(Change::kind)
                .containsExactly(Change.Kind.STATUS, Change.Kind.GONE);
    }

    @Test
    void whatIsTooOldGoesAndTheRestIsStillFound() {
        history.close();
        history = history(Duration.ofHours(1));
        Instant now = Instant.now();
        history.seen(SERVER, Statuses.of("run_old", JobState.RUNNING, 1), now.minusSeconds(7_200));
        history.seen("http://other", Statuses.of("run_1", JobState.RUNNING, 1), now.minusSeconds(7_000));
        history.seen(SERVER, Statuses.of("run_new", JobState.RUNNING, 1), now);
        assertThat(history.search(HistoryQuery.newest(10))).hasSize(3);
        history.pruneNow();

        assertThat(history.search(HistoryQuery.newest(10))).extracting(Change::jobId).containsExactly("run_new");
        assertThat(found("run", null, SERVER, null, null)).containsExactly("run_new");
        assertThat(found("run_old", null, null, null, null)).isEmpty();
        assertThat(history.jobs(SERVER, 10)).hasSize(1);
    }

    @Test
    void aNoteOutlivesTheTimeOfTheJobItIsAbout() {
        history.close();
        history = history(Duration.ofHours(1));
        Instant now = Instant.now();
        history.seen(SERVER, Statuses.of("run_1", JobState.FAILED, 1, "It broke"), now.minusSeconds(7_200));
        history.acknowledged(SERVER, List.of("run_1"), now, "ops: restarted the worker");
        history.pruneNow();
        assertThat(history.changes(SERVER, "run_1", 10)).extracting(Change::text)
                .containsExactly("ops: restarted the worker");
    }

    @Test
    void aMomentWithAWrongClockTakesNothingAlongWhenItGoes() {
        Instant now = Instant.now();
        history.seen(SERVER, Statuses.of("run_1", JobState.RUNNING, 1), now);
        history.seen(SERVER, Statuses.of("run_1", JobState.RUNNING, 2), Instant.EPOCH);
        history.seen(SERVER, Statuses.of("run_1", JobState.RUNNING, 3), now);
        history.pruneNow();
        assertThat(history.changes(SERVER, "run_1", 10)).hasSizeBetween(2, 3);
    }

    @Test
    void nothingIsPrunedByAClockThatWasSetFarAhead() {
        Instant now = Instant.now();
        history.seen(SERVER, Statuses.of("run_1", JobState.RUNNING, 1), now);
        history.close();
        history = new History(folder.resolve("deep").resolve("history.db"), Duration.ofDays(30),
                InstantSource.fixed(now.plus(Duration.ofDays(365))));
        history.seen(SERVER, Statuses.of("run_2", JobState.RUNNING, 1), now.plus(Duration.ofDays(365)));
        history.pruneNow();
        assertThat(history.search(HistoryQuery.newest(10))).hasSize(2);
        assertThat(history.jobs(SERVER, 10)).hasSize(2);
    }

    @Test
    void aProgramThatRunsForWeeksStillPrunes() {
        history.close();
        AtomicReference<Instant> now = new AtomicReference<>(NOON);
        history = new History(folder.resolve("deep").resolve("history.db"), Duration.ofDays(5), now::get);
        history.seen(SERVER, Statuses.of("run_1", JobState.RUNNING, 1), NOON);
        for (int day = 1; day <= 6; day++) {
            now.set(NOON.plus(Duration.ofDays(day)));
            history.pruneNow();
        }
        assertThat(history.search(HistoryQuery.newest(10))).isEmpty();
    }

    @Test
    void aFileOfAnEarlierVersionIsReadAndItsHugeErrorsAreCut() throws Exception {
        history.close();
        Path file = folder.resolve("old.db");
        String huge = "x".repeat(400_000);
        try (Connection old = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = old.createStatement()) {
            statement.execute(
                    """
                            CREATE TABLE job(key INTEGER PRIMARY KEY, server TEXT NOT NULL, job_id TEXT NOT NULL,
                              state TEXT NOT NULL, percentage REAL, step TEXT, steps_completed INTEGER,
                              steps_total INTEGER, created INTEGER, started INTEGER, completed INTEGER, agent TEXT,
                              run TEXT, session TEXT, error TEXT,
                              seen INTEGER NOT NULL, changed INTEGER NOT NULL, gone INTEGER NOT NULL DEFAULT 0,
                              UNIQUE(server, job_id))""");
            try (PreparedStatement job = old.prepareStatement(
                    "INSERT INTO job(server, job_id, state, error, seen, changed) VALUES (?, ?, 'failed', ?, ?, ?)")) {
                for (int i = 0; i < 300; i++) {
                    job.setString(1, SERVER);
                    job.setString(2, "run_" + i);
                    job.setString(3, huge);
                    job.setLong(4, Instant.now().toEpochMilli());
                    job.setLong(5, Instant.now().toEpochMilli());
                    job.executeUpdate();
                }
            }
        }
        history = new History(file, Duration.ofDays(30));
        assertThat(history.jobs(SERVER, 1_000)).hasSize(300).allSatisfy(job -> {
            assertThat(job.status().error()).hasSizeLessThanOrEqualTo(JobStatus.LONGEST_ERROR);
            assertThat(job.status().errorLength()).isEqualTo(huge.length());
        });
        history.pruneNow();
        history.pruneNow();
        try (Connection now = DriverManager.getConnection("jdbc:sqlite:" + file);
                ResultSet row = now.createStatement().executeQuery("SELECT max(length(error)) FROM job")) {
            assertThat(row.getInt(1)).isLessThanOrEqualTo(JobStatus.LONGEST_ERROR);
        }
        assertThat(history.jobs(SERVER, 1).getFirst().status().errorLength()).isEqualTo(huge.length());
    }

    @Test
    void aFileThatIsTooLargeLosesItsOldest() throws Exception {
        for (int i = 0; i < 3_000; i++) {
            history.seen(SERVER, Statuses.of("run_%04d".formatted(i), JobState.FAILED, 1, "word ".repeat(300)),
                    NOON.plusSeconds(i));
        }
        history.jobs(SERVER, 1);
        HistoryPruner pruner = new HistoryPruner(new HistoryFile(folder.resolve("deep").resolve("history.db")),
                Duration.ofDays(30), InstantSource.fixed(NOON), 8 * 1024 * 1024);
        try (Connection connection = DriverManager
                .getConnection("jdbc:sqlite:" + folder.resolve("deep").resolve("history.db"))) {
            pruner.begin(connection);
        }
        while (pruner.prune()) {
            // A little at a time.
        }
        List<StoredJob> left = history.jobs(SERVER, 3_000);
        assertThat(left).hasSizeBetween(100, 2_500);
        assertThat(left.getFirst().status().jobId()).isEqualTo("run_2999");
        assertThat(history.changes(SERVER, "run_2999", 10)).hasSize(1);
    }

    @Test
    void aDamagedFileIsSetAsideAndANewOneBegun() throws Exception {
        seen("run_1", JobState.RUNNING, 10, 0);
        history.close();
        Path file = folder.resolve("deep").resolve("history.db");
        Files.writeString(file, "this is no database, whatever it says ".repeat(1_000), StandardCharsets.UTF_8);
        open();
        seen("run_2", JobState.RUNNING, 10, 0);

        awaitSetAside();
        assertThat(history.setAsideFile()).hasValue(file.resolveSibling("history.db.bad"));
        reopen();
        assertThat(history.jobs(SERVER, 10)).extracting(job -> job.status().jobId()).containsExactly("run_2");
    }

    @Test
    void aFileOfAnotherProgramIsSetAsideToo() throws Exception {
        history.close();
        Path file = folder.resolve("deep").resolve("history.db");
        Files.delete(file);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE job(name TEXT)");
        }
        open();
        seen("run_2", JobState.RUNNING, 10, 0);
        awaitSetAside();
        assertThat(history.jobs(SERVER, 10)).hasSize(1);
    }

    @Test
    void whileItCannotBeWrittenThatIsKnownAndNothingIsLost() throws Exception {
        history.close();
        Path file = folder.resolve("deep").resolve("history.db");
        Files.delete(file);
        Files.createDirectory(file);
        open();
        seen("run_2", JobState.RUNNING, 10, 0);
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> history.trouble().isPresent());
        Files.delete(file);
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> history.trouble().isEmpty());
        assertThat(history.jobs(SERVER, 10)).hasSize(1);
    }

    @Test
    void whoeverHoldsItDoesNotHoldUpTheEnd() throws Exception {
        seen("run_1", JobState.RUNNING, 10, 0);
        assertThat(history.jobs(SERVER, 10)).hasSize(1);
        try (Connection other = DriverManager
                .getConnection("jdbc:sqlite:" + folder.resolve("deep").resolve("history.db"));
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            seen("run_2", JobState.RUNNING, 10, 0);
            history.close(); // gives up while the other still holds it
            statement.execute("ROLLBACK");
        }
        open();
        assertThat(history.jobs(SERVER, 10)).extracting(job -> job.status().jobId()).contains("run_1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sum_closed", "run_sum", "job", "change", "queue_sum"})
    void aTableThatIsDamagedCostsNoLaterChange(String table) throws Exception {
        for (int i = 0; i < 50; i++) {
            seen("run_" + i, i % 2 == 0 ? JobState.FAILED : JobState.QUEUED, 10, i);
        }
        history.close();
        Path file = folder.resolve("deep").resolve("history.db");
        int page;
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE job SET summed = 0"); // as earlier versions did
            page = statement.executeQuery("SELECT rootpage FROM sqlite_master WHERE name = '" + table + "'").getInt(1);
        }
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, (page - 1) * 4_096, page * 4_096, (byte) 0);
        Files.write(file, bytes);
        open();
        seen("run_new", JobState.QUEUED, 10, 0);
        awaitSetAside();
        seen("run_later", JobState.QUEUED, 10, 0);
        assertThat(history.jobs(SERVER, 100)).extracting(job -> job.status().jobId()).contains("run_later");
    }

    @Test
    void aHoleInTheMiddleOfTheFileIsFoundToo() throws Exception {
        for (int i = 0; i < 3_000; i++) {
            seen("run_" + i, JobState.RUNNING, 10, i);
        }
        assertThat(history.jobs(SERVER, 5_000)).hasSize(3_000); // for however long: the end waits for seconds
        history.close();
        Path file = folder.resolve("deep").resolve("history.db");
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 8_192, bytes.length - 4_096, (byte) 0x5a);
        Files.write(file, bytes, StandardOpenOption.TRUNCATE_EXISTING);
        open();
        history.jobs(SERVER, 10);
        awaitSetAside();
        seen("run_new", JobState.RUNNING, 10, 0);
        assertThat(history.jobs(SERVER, 10)).hasSize(1);
    }

    @Test
    void aQuestionAfterTheEndOpensNothing() throws Exception {
        Path file = Files.createDirectories(folder.resolve("ended")).resolve("history.db");
        History ended = new History(file, Duration.ofDays(30));
        ended.seen(SERVER, Statuses.of("run_1", JobState.RUNNING, 10), NOON);
        ended.close();
        assertThat(ended.jobs(SERVER, 10)).isEmpty();
        assertThat(file.getParent()).isDirectoryContaining(found -> found.equals(file))
                .isDirectoryNotContaining(found -> found.toString().endsWith("-wal"));
    }

    @Test
    void aFileThatIsTakenAwayIsSaidAndBegunAnew() throws Exception {
        AtomicReference<Path> gone = new AtomicReference<>();
        history.onGone(gone::set);
        seen("a", JobState.RUNNING, 10, 1);
        history.jobs(SERVER, 10); // once all is written
        try (Stream<Path> files = Files.list(folder.resolve("deep"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        seen("b", JobState.RUNNING, 10, 2);
        history.jobs(SERVER, 10); // once all is written
        assertThat(gone.get()).isEqualTo(folder.resolve("deep").resolve("history.db")).exists();
        gone.set(null);
        Files.delete(folder.resolve("deep").resolve("history.db"));
        seen("c", JobState.RUNNING, 10, 3);
        history.jobs(SERVER, 10); // once all is written
        assertThat(gone.get()).isNotNull();
        seen("d", JobState.RUNNING, 10, 4);
        reopen();
        assertThat(history.jobs(SERVER, 10)).extracting(job -> job.status().jobId()).containsExactlyInAnyOrder("c",
                "d");
    }
}
