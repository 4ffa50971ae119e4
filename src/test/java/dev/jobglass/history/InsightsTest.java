package dev.jobglass.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.JobState;
import dev.jobglass.history.Insights.Bar;
import dev.jobglass.history.Insights.ErrorKind;
import dev.jobglass.model.ErrorNote;
import dev.jobglass.testing.BesideOthers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@BesideOthers
class InsightsTest extends InsightsFixture {
    private static final List<String> AGENTS = List.of("recipe:news", "yaml:agents.yaml", "");
    private static final List<String> ERRORS = List.of("Rate limit exceeded, retry in 7 s",
            "Rate limit exceeded, retry in 12 s", "Agent execution timeout", "");

    private Insights ofWeek() {
        return history.insights(new InsightsQuery(List.of(SERVER), NOON.minus(Duration.ofDays(7)), NOON,
                Duration.ofHours(4)));
    }

    private static boolean near(Duration duration, int seconds) {
        return Math.abs(duration.toMillis() - seconds * 1_000.0) <= seconds * 25;
    }

    @Test
    void anAgentIsComparedWithTheRangeBefore() {
        for (int i = 1; i <= 100; i++) {
            ended("run_" + i, "recipe:news", i <= 80 ? JobState.SUCCEEDED : JobState.FAILED, NOON.minusSeconds(60),
                    3, i, i <= 80 ? null : "It broke");
        }
        ended("run_c", "recipe:news", JobState.CANCELLED, NOON.minusSeconds(60), 3, 9_999, null);
        ended("run_before", "recipe:news", JobState.SUCCEEDED, NOON.minus(Duration.ofHours(30)), 40, 10, null);
        history.seen("http://other", run("run_1", "recipe:news", JobState.FAILED, NOON, NOON, NOON, "x"), NOON);

        Insights.Agent agent = ofDay().agents().getFirst();
        assertThat(agent.name()).isEqualTo("recipe:news");
        assertThat(List.of(agent.now().succeeded(), agent.now().failed(), agent.now().cancelled()))
                .containsExactly(80, 20, 1);
        assertThat(agent.now().successRate().orElseThrow()).isEqualTo(0.8);
        assertThat(agent.now().median()).matches(median -> near(median, 50));
        assertThat(agent.now().slow()).matches(slow -> near(slow, 95));
        assertThat(agent.now().waited()).matches(waited -> near(waited, 3));
        assertThat(agent.before().runs()).isOne();
        assertThat(agent.before().waited()).matches(waited -> near(waited, 40));
        assertThat(ofDay().all()).isEqualTo(agent.now());
        assertThat(agent.bars()).hasSize(48).element(47).extracting(Bar::runs).isEqualTo(101);
    }

    @Test
    void aLongRangeIsReadFromDaysAndItsEdgesFromHalfHours() {
        for (int hour = 0; hour < 7 * 24; hour++) {
            ended("run_" + hour, "recipe:news", JobState.SUCCEEDED, NOON.minus(Duration.ofHours(hour)).minusSeconds(1),
                    2, 60, null);
        }
        Insights week = ofWeek();
        assertThat(week.all().succeeded()).isEqualTo(168);
        assertThat(week.all().median()).matches(median -> near(median, 60));
        assertThat(week.allBefore().runs()).isZero();
        assertThat(week.bars()).hasSize(42).allMatch(bar -> bar.runs() == 4);
        assertThat(week.slots()).hasSize(168);
        int counted = history.insights(new InsightsQuery(List.of(SERVER), NOON.minus(Duration.ofDays(3)),
                NOON.minus(Duration.ofDays(1)), Duration.ofHours(1))).all().runs();
        assertThat(counted).isEqualTo(48);
    }

    @Test
    void theQueueIsAsDeepAsJobsWaitedInIt() {
        Instant start = NOON.minus(Duration.ofHours(2));
        IntStream.range(0, 10).forEach(i -> history.seen(SERVER,
                run("run_" + i, "a", JobState.RUNNING, start.minusSeconds(1_800), start.plusSeconds(1_800), null, null),
                NOON));
        assertThat(ofDay().bars().subList(20, 24)).extracting(Bar::queued).containsExactly(0.0, 5.0, 5.0, 0.0);
    }

    @Test
    void errorsThatDifferInNumbersOnlyAreOneKind() {
        ended("run_1", "a", JobState.FAILED, NOON.minusSeconds(7_200), 1, 1, "Rate limit exceeded, retry in 7 s");
        ended("run_2", "b", JobState.FAILED, NOON.minusSeconds(60), 1, 1, "Rate limit exceeded, retry in 12 s");
        ended("run_3", "b", JobState.FAILED, NOON.minusSeconds(60), 1, 1, null);
        Insights day = ofDay();
        assertThat(day.errors()).extracting(ErrorKind::failures).containsExactlyInAnyOrder(2, 1);
        ErrorKind limit = day.errors().stream().filter(error -> error.failures() == 2).findFirst().orElseThrow();
        assertThat(limit.signature()).isEqualTo("Rate limit exceeded, retry in … s");
        assertThat(limit.agents()).containsExactly("a", "b");
        assertThat(limit.first()).isEqualTo(NOON.minusSeconds(7_200));
        assertThat(limit.last()).isEqualTo(NOON.minusSeconds(60));
        assertThat(limit.bars()).hasSize(24).endsWith(0, 1, 1);
        assertThat(history.failures(List.of(SERVER), limit.signature(), NOON.minusSeconds(8_000), 10))
                .extracting(failure -> failure.job().status().jobId()).containsExactly("run_2", "run_1");
    }

    @Test
    void whatIsNotedOfAnErrorStaysWhenItComesAgain() {
        ended("run_1", "a", JobState.FAILED, NOON.minus(Duration.ofDays(12)), 1, 1, "Agent execution timeout");
        history.noteError("Agent execution timeout", "maintenance, fine", "ops", NOON);
        ended("run_2", "a", JobState.FAILED, NOON.minusSeconds(60), 1, 1, "Agent execution timeout");
        reopen();
        ErrorKind error = ofDay().errors().getFirst();
        assertThat(error.note()).isEqualTo("maintenance, fine");
        assertThat(error.owner()).isEqualTo("ops");
        assertThat(error.quietDays()).isEqualTo(11);
        assertThat(error.first()).isEqualTo(NOON.minus(Duration.ofDays(12)));
        assertThat(history.errorNote("Agent execution timeout")).contains(new ErrorNote("maintenance, fine", "ops"));
        history.noteError("Agent execution timeout", "", "ops", NOON);
        assertThat(history.errorNote("Agent execution timeout")).isEmpty();
        assertThat(ofDay().errors().getFirst().note()).isEmpty();
    }

    @Test
    void anErrorOfTheDayBeforeHasNotComeBack() {
        ended("run_1", "a", JobState.FAILED, NOON.minus(Duration.ofDays(3)), 1, 1, "Agent execution timeout");
        ended("run_2", "a", JobState.FAILED, NOON.minusSeconds(60), 1, 1, "Agent execution timeout");
        assertThat(ofDay().errors().getFirst().quietDays()).isZero();
    }

    /** Jobs that end, run again, end otherwise, change their agent, tell no times; the sums follow. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatIsKeptUpIsWhatIsSummedAnew(long seed) {
        reopenAfterDays(0);
        Random random = new Random(seed);
        for (int i = 0; i < 1_500; i++) {
            JobState state = JobState.values()[random.nextInt(JobState.values().length)];
            Instant created = NOON.minusSeconds(random.nextInt(900_000));
            Instant started = random.nextInt(5) == 0 ? null : created.plusSeconds(random.nextInt(4_000) - 50);
            Instant completed = random.nextInt(5) == 0 ? null : created.plusSeconds(random.nextInt(9_000));
            history.seen(SERVER, run("run_" + random.nextInt(300), AGENTS.get(random.nextInt(AGENTS.size())), state,
                    random.nextInt(9) == 0 ? null : created, started, completed,
                    state == JobState.FAILED ? ERRORS.get(random.nextInt(ERRORS.size())) : null), created);
        }
        Insights day = ofDay();
        Insights week = ofWeek();
        history.sumAnew();
        awaitSummed();
        assertThat(ofDay()).isEqualTo(day);
        assertThat(ofWeek()).isEqualTo(week);
        assertThat(week.all().runs()).isPositive();
    }

    @Test
    void whatAnEarlierVersionWroteIsSummed() throws Exception {
        for (int i = 0; i < 2_500; i++) {
            ended("run_" + i, "recipe:news", JobState.FAILED, NOON.minusSeconds(i), 3, i, "It broke");
        }
        Insights before = ofDay();
        history.close();
        try (Connection earlier = DriverManager
                .getConnection("jdbc:sqlite:" + folder.resolve("deep").resolve("history.db"));
                Statement statement = earlier.createStatement()) {
            for (String index : List.of("job_unsummed", "job_failed", "job_waiting", "job_ended", "error_days")) {
                statement.execute("DROP INDEX " + index);
            }
            statement.execute("DROP TRIGGER job_pruned");
            statement.execute("PRAGMA user_version = 0");
            for (String table : List.of("run_sum", "duration_sum", "queue_sum", "error_sum", "error_kind", "sum_closed",
                    "server")) {
                statement.execute("DROP TABLE " + table);
            }
            statement.execute("ALTER TABLE job DROP COLUMN summed");
            statement.execute("ALTER TABLE job DROP COLUMN error_kind");
            statement.execute("ALTER TABLE job DROP COLUMN ended");
        }
        open();
        awaitSummed();
        assertThat(ofDay()).isEqualTo(before);
    }

    @Test
    void theQueueIsDeepOfJobsThatStillWait() {
        reopenAfterDays(0);
        IntStream.range(0, 20).forEach(i -> history.seen(SERVER, run("run_" + i, "a", JobState.QUEUED,
                NOON.minus(Duration.ofHours(10)), null, null, null), NOON.minus(Duration.ofHours(10))));
        assertThat(ofDay().bars()).extracting(Bar::queued).startsWith(0.0).endsWith(20.0, 20.0)
                .satisfies(queued -> assertThat(queued.stream().filter(depth -> depth == 20.0)).hasSize(10));
        IntStream.range(0, 20).forEach(i -> history.seen(SERVER, run("run_" + i, "a", JobState.CANCELLED,
                NOON.minus(Duration.ofHours(10)), null, NOON.minusSeconds(1_800), null), NOON));
        assertThat(ofDay().bars()).extracting(Bar::queued).endsWith(20.0, 20.0, 10.0);
        assertThat(ofDay().all().waited()).isNull();
    }

    @Test
    void whenAnErrorCameFollowsItsJobs() {
        ended("run_1", "a", JobState.FAILED, NOON.minusSeconds(36_000), 1, 1, "Kind K broke 1");
        ended("run_2", "a", JobState.FAILED, NOON.minusSeconds(300), 1, 1, "Kind K broke 2");
        history.seen(SERVER, run("run_2", "a", JobState.RUNNING, NOON, NOON, null, null), NOON);
        ErrorKind kind = ofDay().errors().getFirst();
        assertThat(kind.failures()).isOne();
        assertThat(kind.last()).isEqualTo(NOON.minusSeconds(36_000));
    }

    @Test
    void timesThatCannotBeAreThoseWhenTheJobWasSeen() {
        Instant seen = NOON.minusSeconds(60);
        history.seen(SERVER, run("run_future", "a", JobState.FAILED, NOON.minusSeconds(600), NOON.minusSeconds(300),
                NOON.plus(Duration.ofDays(30)), "From the future"), seen);
        history.seen(SERVER, run("run_1970", "a", JobState.FAILED, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH,
                "Out of the past"), seen);
        assertThat(ofDay().errors()).hasSize(2).allMatch(error -> error.last().equals(seen))
                .allMatch(error -> error.quietDays() == 0);
        assertThat(ofDay().all().failed()).isEqualTo(2);
        assertThat(ofDay().all().waited()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void aServerOfWhichNothingIsKnownHasNoRuns() {
        Insights none = history.insights(new InsightsQuery(List.of(), NOON.minusSeconds(3_600), NOON,
                Duration.ofMinutes(5)));
        assertThat(none.all().runs()).isZero();
        assertThat(none.all().median()).isNull();
        assertThat(none.bars()).hasSize(12);
    }
}
