package dev.jobglass.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.JobState;
import dev.jobglass.api.JobStatus;
import dev.jobglass.api.Progress;
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
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

class HistoryTest {
    private static final String SERVER = "http://127.0.0.1:8005";
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    @TempDir
    Path folder;
    private History history;

    @BeforeEach
    void open() {
        history = history(Duration.ofDays(30));
    }

    private History history(Duration keep) {
        return new History(folder.resolve("deep").resolve("history.db"), keep);
    }

    @AfterEach
    void close() {
        history.close();
    }

    private void reopen() {
        history.close();
        open();
    }

    private void seen(String id, JobState state, double percentage, int second) {
        history.seen(SERVER, Statuses.of(id, state, percentage, state == JobState.FAILED ? "It broke" : null),
                NOON.plusSeconds(second));
    }

    @Test
    void aJobIsKnownAsItWasLastSeen() {
        seen("run_1", JobState.RUNNING, 10, 0);
        seen("run_2", JobState.RUNNING, 5, 1);
        seen("run_1", JobState.FAILED, 40, 2);
        reopen();

        List<StoredJob> jobs = history.jobs(SERVER, 10);
        assertThat(jobs).extracting(job -> job.status().jobId()).containsExactly("run_1", "run_2");
        JobStatus status = Statuses.of("run_1", JobState.FAILED, 40, "It broke");
        assertThat(jobs.getFirst().status().differsFrom(status)).isFalse();
        assertThat(jobs.getFirst().status().agentId()).isEqualTo(status.agentId());
        assertThat(jobs.getFirst().changedAt()).isEqualTo(NOON.plusSeconds(2));
        assertThat(history.jobs("http://other", 10)).isEmpty();
    }

    @Test
    void aJobThatIsFirstSeenAsItIsRememberedIsNoChange() {
        seen("run_1", JobState.SUCCEEDED, 100, 0);
        seen("run_2", JobState.RUNNING, 10, 0);
        seen("run_3", JobState.RUNNING, 10, 0);
        history.gone(SERVER, "run_3", NOON.plusSeconds(1));
        reopen();
        firstSeen("run_1", JobState.SUCCEEDED, 100, 60);
        firstSeen("run_2", JobState.RUNNING, 20, 60);
        firstSeen("run_3", JobState.RUNNING, 10, 60);
        firstSeen("run_4", JobState.RUNNING, 10, 60);

        assertThat(history.changes(SERVER, "run_1", 10)).hasSize(1);
        assertThat(history.jobs(SERVER, 10)).filteredOn(job -> job.status().jobId().equals("run_1"))
                .extracting(StoredJob::changedAt).containsExactly(NOON);
        assertThat(history.changes(SERVER, "run_2", 10)).hasSize(2);
        assertThat(history.changes(SERVER, "run_3", 10)).as("it is back").hasSize(3);
        assertThat(history.changes(SERVER, "run_4", 10)).hasSize(1);
    }

    private void firstSeen(String id, JobState state, double percentage, int second) {
        history.firstSeen(SERVER, Statuses.of(id, state, percentage), NOON.plusSeconds(second));
    }

    @Test
    void anEntryThatCannotBeWrittenCostsNoOther() {
        seen("run_1", JobState.RUNNING, 10, 0);
        history.gone(SERVER, "run_1", Instant.MAX); // no number of milliseconds says when
        seen("run_2", JobState.RUNNING, 20, 1);
        assertThat(history.jobs(SERVER, 10)).extracting(job -> job.status().jobId()).containsExactly("run_2", "run_1");

        seen("run_3", JobState.RUNNING, 30, 2);
        assertThat(history.jobs(SERVER, 10)).hasSize(3);
        assertThat(history.changes(SERVER, "run_1", 10)).hasSize(1);
    }

    @Test
    void everyChangeIsThereInItsOrder() {
        seen("run_1", JobState.QUEUED, 0, 0);
        seen("run_1", JobState.RUNNING, 10, 1);
        seen("run_1", JobState.FAILED, 40, 2);
        history.acknowledged(SERVER, List.of("run_1", "run_unknown"), NOON.plusSeconds(3), "olga");
        history.gone(SERVER, "run_1", NOON.plusSeconds(4));

        List<Change> changes = history.changes(SERVER, "run_1", 100);
        assertThat(changes).extracting(Change::kind).containsExactly(Change.Kind.STATUS, Change.Kind.STATUS,
                Change.Kind.STATUS, Change.Kind.ACKNOWLEDGED, Change.Kind.GONE);
        assertThat(changes).extracting(Change::text).containsExactly("Step of run_1", "Step of run_1", "It broke",
                "olga", null);
        assertThat(history.jobs(SERVER, 1).getFirst().gone()).isTrue();
        seen("run_1", JobState.RUNNING, 50, 5);
        assertThat(history.jobs(SERVER, 1).getFirst().gone()).isFalse();
    }

    @Test
    void searchFindsByBeginningsOfWordsStateServerAndTime() {
        seen("run_77ad", JobState.RUNNING, 10, 0);
        seen("run_88be", JobState.FAILED, 10, 10);
        history.seen("http://other", Statuses.of("run_99", JobState.FAILED, 1, "A timeout"), NOON.plusSeconds(20));

        assertThat(found("run_77", null, null, null, null)).containsExactly("run_77ad");
        assertThat(found("bro", null, null, null, null)).containsExactly("run_88be");
        assertThat(found("news ops-7 it", null, null, null, null)).containsExactly("run_88be");
        assertThat(found("nothing", null, null, null, null)).isEmpty();
        assertThat(found("", JobState.FAILED, null, null, null)).containsExactly("run_99", "run_88be");
        assertThat(found("", null, SERVER, null, null)).containsExactly("run_88be", "run_77ad");
        assertThat(found("", null, null, NOON.plusSeconds(10), NOON.plusSeconds(20))).containsExactly("run_88be");
        assertThat(found("", null, null, NOON.plusSeconds(30), null)).isEmpty();
        assertThat(found("", null, null, null, NOON)).isEmpty();
        assertThat(history.search(HistoryQuery.newest(2))).hasSize(2);
        assertThat(history.servers()).containsExactly(SERVER, "http://other");
    }

    private List<String> found(String words, JobState state, String server, Instant from, Instant to) {
        return history.search(new HistoryQuery(words, state, server, from, to, 100)).stream().map(Change::jobId)
                .toList();
    }

    @Property(tries = 50)
    void anyTextIsAQuestion(@ForAll String words) throws Exception {
        Path file = Files.createTempFile("history", ".db");
        try (History any = new History(file, Duration.ofDays(1))) {
            any.seen(SERVER, Statuses.of("run_1", JobState.RUNNING, 1), NOON);
            any.search(new HistoryQuery(words, JobState.RUNNING, SERVER, NOON, NOON.plusSeconds(1), 10));
            assertThat(any.search(HistoryQuery.newest(10))).hasSize(1);
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void durationsComeFromWhatSucceeded() {
        seen("run_1", JobState.SUCCEEDED, 100, 0);
        seen("run_2", JobState.FAILED, 100, 0);

        assertThat(history.durations(SERVER)).containsOnlyKeys("recipe:news");
        assertThat(history.durations(SERVER).get("recipe:news")).containsExactly(Duration.ofSeconds(60));
        assertThat(history.durations("http://other")).isEmpty();
        assertThat(history.finished(SERVER, Statuses.CREATED)).extracting(FinishedJob::state)
                .containsExactlyInAnyOrder(JobState.SUCCEEDED, JobState.FAILED);
        assertThat(history.finished(SERVER, NOON.plusSeconds(9_999_999))).isEmpty();
    }

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
    void aMomentWithAWrongClockTakesNothingAlongWhenItGoes() {
        Instant now = Instant.now();
        history.seen(SERVER, Statuses.of("run_1", JobState.RUNNING, 1), now);
        history.seen(SERVER, Statuses.of("run_1", JobState.RUNNING, 2), Instant.EPOCH);
        history.seen(SERVER, Statuses.of("run_1", JobState.RUNNING, 3), now);
        history.pruneNow();
        assertThat(history.changes(SERVER, "run_1", 10)).hasSizeBetween(2, 3);
    }

    @Test
    void whatIsRememberedIsNoNewsWhenTheServerSaysItAgain() {
        JobStatus micro = new JobStatus("run_1", JobState.RUNNING, "running", Progress.NONE, null,
                Instant.parse("2026-11-25T10:00:00.123456Z"), null, null, null, null, null, null);
        history.seen(SERVER, micro, NOON);
        assertThat(micro.differsFrom(history.jobs(SERVER, 1).getFirst().status())).isFalse();
    }

    @Test
    void hugeErrorsAndStrangeTextsSurvive() {
        String error = "\u202E\u0000\"'; DROP TABLE job; -- \uD83D\uDE00 ".repeat(20_000);
        history.seen(SERVER, new JobStatus("run_1", JobState.FAILED, "failed", new Progress(null, error, null, null),
                null, null, null, null, null, null, error, null), NOON);
        JobStatus known = history.jobs(SERVER, 1).getFirst().status();
        assertThat(known.error()).startsWith(error.substring(0, 1_000)).endsWith(error.substring(error.length() - 500));
        assertThat(known.errorLength()).isEqualTo(error.length());
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
    void aHoleInTheMiddleOfTheFileIsFoundToo() throws Exception {
        for (int i = 0; i < 3_000; i++) {
            seen("run_" + i, JobState.RUNNING, 10, i);
        }
        history.close();
        Path file = folder.resolve("deep").resolve("history.db");
        byte[] bytes = Files.readAllBytes(file);
        java.util.Arrays.fill(bytes, 8_192, bytes.length - 4_096, (byte) 0x5a);
        Files.write(file, bytes, StandardOpenOption.TRUNCATE_EXISTING);
        open();
        history.jobs(SERVER, 10);
        awaitSetAside();
        seen("run_new", JobState.RUNNING, 10, 0);
        assertThat(history.jobs(SERVER, 10)).hasSize(1);
    }

    private void awaitSetAside() throws Exception {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> history.setAsideFile().isPresent());
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
}
