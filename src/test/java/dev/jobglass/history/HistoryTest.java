package dev.jobglass.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.JobState;
import dev.jobglass.api.JobStatus;
import dev.jobglass.api.Progress;
import dev.jobglass.model.ErrorSignature;
import dev.jobglass.testing.BesideOthers;
import dev.jobglass.testing.Statuses;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@BesideOthers
class HistoryTest extends HistoryFixture {
    @Test
    void anotherServersJobsTakeNoRoomFromOnes() {
        String other = "http://127.0.0.1:9";
        seen("run_1", JobState.FAILED, 10, 0);
        for (int i = 1; i <= 5; i++) {
            history.seen(other, Statuses.of("run_" + i, JobState.FAILED, 10, "It broke"), NOON.plusSeconds(i));
        }
        String kind = ErrorSignature.of("It broke");
        assertThat(history.failures(List.of(SERVER), kind, Instant.EPOCH, 3)).hasSize(1);
        assertThat(history.runs(List.of(SERVER), Instant.EPOCH, 3)).hasSize(1);
        assertThat(history.failures(List.of(SERVER, other), kind, Instant.EPOCH, 3)).hasSize(3);
        assertThat(history.runs(List.of(), Instant.EPOCH, 3)).isEmpty();
    }

    @Test
    void itsEndWritesAllThereIsAndWaitsForNothingThatWasToBeDoneLater() throws Exception {
        history.close();
        ScheduledThreadPoolExecutor thread = History.writerThread();
        history = new History(folder.resolve("deep").resolve("history.db"), Duration.ofDays(1), () -> NOON, thread);
        thread.schedule(() -> {
        }, 1, TimeUnit.HOURS);
        seen("run_1", JobState.FAILED, 10, 0);
        history.close();
        assertThat(thread.isTerminated()).isTrue();
        reopen();
        assertThat(history.changes(SERVER, "run_1", 10)).hasSize(1);
    }

    @Test
    void aStateThatWeHaveNoWordForIsToldInTheServersOwn() {
        history.seen(SERVER, new JobStatus("run_1", JobState.UNKNOWN, "paused", Progress.NONE, null, null, null, null,
                null, null, null, null), NOON);
        Progress progress = new Progress(10.0, "Reading", null, null);
        history.seen(SERVER, new JobStatus("run_1", JobState.UNKNOWN, "held", progress, null, null, null, null, null,
                null, null, null), NOON.plusSeconds(1));
        reopen();
        assertThat(history.changes(SERVER, "run_1", 10)).extracting(Change::text).containsExactly("paused",
                "held · Reading");
        assertThat(history.search(new HistoryQuery("paused", null, null, null, null, 10))).hasSize(1);
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
    void aJobThatIsSeenAsItIsRememberedIsNoChange() {
        seen("run_1", JobState.SUCCEEDED, 100, 0);
        seen("run_2", JobState.RUNNING, 10, 0);
        seen("run_3", JobState.RUNNING, 10, 0);
        history.gone(SERVER, "run_3", NOON.plusSeconds(1));
        reopen();
        seen("run_1", JobState.SUCCEEDED, 100, 60);
        seen("run_2", JobState.RUNNING, 20, 60);
        seen("run_3", JobState.RUNNING, 10, 60);
        seen("run_4", JobState.RUNNING, 10, 60);

        assertThat(history.changes(SERVER, "run_1", 10)).hasSize(1);
        assertThat(history.jobs(SERVER, 10)).filteredOn(job -> job.status().jobId().equals("run_1"))
                .extracting(StoredJob::changedAt).containsExactly(NOON);
        assertThat(history.changes(SERVER, "run_2", 10)).hasSize(2);
        assertThat(history.changes(SERVER, "run_3", 10)).as("it is back").hasSize(3);
        assertThat(history.changes(SERVER, "run_4", 10)).hasSize(1);
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
        history.reopened(SERVER, List.of("run_1"), NOON.plusSeconds(3), "emil");
        history.gone(SERVER, "run_1", NOON.plusSeconds(4));

        List<Change> changes = history.changes(SERVER, "run_1", 100);
        assertThat(changes).extracting(Change::kind).containsExactly(Change.Kind.STATUS, Change.Kind.STATUS,
                Change.Kind.STATUS, Change.Kind.ACKNOWLEDGED, Change.Kind.REOPENED, Change.Kind.GONE);
        assertThat(changes).extracting(Change::text).containsExactly("Step of run_1", "Step of run_1", "It broke",
                "olga", "emil", null);
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

    @Test
    void ofALongTracebackTheLastLineIsFoundAndTold() {
        String error = "Traceback (most recent call last):\n"
                + "  File \"/srv/worker.py\", line 1, in run\n".repeat(300)
                + "openai.AuthenticationError: Error code: 401";
        history.seen(SERVER, Statuses.of("run_1", JobState.FAILED, 10, error), NOON);
        assertThat(found("AuthenticationError", null, null, null, null)).containsExactly("run_1");
        assertThat(history.changes(SERVER, "run_1", 1).getFirst().text()).startsWith("Traceback")
                .endsWith("openai.AuthenticationError: Error code: 401");
    }

    @Test
    void searchFindsPartsOfIds() {
        seen("run_027a5bc3", JobState.RUNNING, 10, 0);
        seen("report-77/x_99", JobState.RUNNING, 10, 1);
        for (String part : List.of("5bc3", "027A5", "27a", "RUN_02", "run_027a5bc3")) {
            assertThat(found(part, null, null, null, null)).as(part).containsExactly("run_027a5bc3");
        }
        assertThat(found("_99", null, null, null, null)).containsExactly("report-77/x_99");
        assertThat(found("5bc3 paused", null, null, null, null)).as("all words must occur").isEmpty();
        assertThat(found("7a5%q", null, null, null, null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"正在进行数据分析, 分析", "レポートを作成, 作成", "café au lait, café", "café, café", "İstanbul raporu, istanbul",
            "İstanbul raporu, İSTANBUL", "Straße, straße", "отчёт готов, ОТЧЁТ", "รายงานการขาย, การ"})
    void searchFindsWordsOfAnyLanguage(String step, String words) {
        history.seen(SERVER, Statuses.of("run_1", JobState.FAILED, 10, step), NOON);
        assertThat(found(words, null, null, null, null)).containsExactly("run_1");
    }

    @Test
    void aSignAloneAsksForNothing() {
        seen("run_1", JobState.FAILED, 10, 0);
        history.seen(SERVER, Statuses.of("run_2", JobState.FAILED, 10, "_private"), NOON);
        reopen();
        for (String sign : List.of("_", "__ _", "%", "'", "*", "\"")) {
            assertThat(found(sign, null, null, null, null)).as(sign).containsExactlyInAnyOrder("run_1", "run_2");
        }
    }

    @Property(tries = 3)
    void anyTextIsAQuestion(@ForAll @Size(min = 20, max = 60) List<String> questions) throws Exception {
        Path file = Files.createTempFile("history", ".db");
        try (History any = new History(file, Duration.ofDays(1))) {
            any.seen(SERVER, Statuses.of("run_1", JobState.RUNNING, 1), NOON);
            for (String words : questions) {
                any.search(new HistoryQuery(words, JobState.RUNNING, SERVER, NOON, NOON.plusSeconds(1), 10));
                assertThat(any.search(HistoryQuery.newest(10))).hasSize(1);
            }
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
}
