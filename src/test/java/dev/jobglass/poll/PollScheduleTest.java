package dev.jobglass.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.JobState;
import dev.jobglass.api.JobStatus;
import dev.jobglass.api.Problem;
import dev.jobglass.api.Problem.Cause;
import dev.jobglass.api.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules of when to ask, with a time that the test turns. */
class PollScheduleTest {
    private static final Problem RESET = new Problem.Unreachable(Cause.RESET, "");
    private static final Problem REFUSED = new Problem.Unreachable(Cause.REFUSED, "");
    private static final long SECOND = 1_000_000_000L;

    private final ServerHealth health = new ServerHealth(new Backoff(new Random(7)));
    private final PollSchedule schedule = new PollSchedule(16, new Random(7), health);
    private long now = 5 * SECOND;

    private static JobStatus status(String id, JobState state, double percentage, Integer retryAfter) {
        return new JobStatus(id, state, state.name(), new Progress(percentage, null, null, null), null, null, null,
                null, null, null, null, retryAfter == null ? null : Duration.ofSeconds(retryAfter));
    }

    private void after(double seconds) {
        now += (long) (seconds * SECOND);
    }

    private List<String> due() {
        return schedule.takeDue(now);
    }

    private void running(String id, double percentage, Integer retryAfter) {
        schedule.responded(id, status(id, JobState.RUNNING, percentage, retryAfter), now);
    }

    /** Asks for a new job, so that its answer is awaited. */
    private void ask(String id) {
        schedule.watch(id, now);
        assertThat(due()).contains(id);
    }

    /** Lets six seconds pass, in which so many jobs are asked for, but never many at once. */
    private void assertAllAskedSpreadOut(int jobs) {
        int most = 0;
        int all = 0;
        for (int tenths = 0; tenths < 60; tenths++) {
            List<String> asked = due();
            most = Math.max(most, asked.size());
            all += asked.size();
            asked.forEach(id -> running(id, 1, 60));
            after(0.1);
        }
        assertThat(all).isEqualTo(jobs);
        assertThat(most).isLessThan(16);
    }

    private double secondsUntilDue(String id) {
        return (schedule.due(id) - now) / (double) SECOND;
    }

    @Test
    void asksForANewJobAtOnceAndOnlyOnce() {
        schedule.watch("j", now);
        schedule.watch("j", now);

        assertThat(due()).containsExactly("j");
        after(1_000);
        assertThat(due()).isEmpty();
    }

    @Test
    void neverBeforeRetryAfter() {
        ask("j");
        running("j", 1, 5);
        after(4.999);
        assertThat(due()).isEmpty();
        after(0.001);
        assertThat(due()).containsExactly("j");
    }

    @Test
    void whatAnOlderAnswerAsksForHoldsToo() {
        ask("j");
        running("j", 1, 2);
        schedule.overtaken("j", status("j", JobState.RUNNING, 1, 9), now);
        assertThat(secondsUntilDue("j")).isEqualTo(9);
        after(1);
        schedule.pollNow("j", now);
        assertThat(due()).containsExactly("j");
    }

    @Test
    void withoutRetryAfterBacksOffUntilSomethingChanges() {
        ask("j");
        running("j", 1, null);
        List<Double> waits = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            waits.add(secondsUntilDue("j"));
            after(secondsUntilDue("j"));
            assertThat(due()).containsExactly("j");
            running("j", 1, null);
        }
        assertThat(waits).satisfiesExactly(s -> assertThat(s).isBetween(2.0, 2.5),
                s -> assertThat(s).isBetween(4.0, 5.0), s -> assertThat(s).isBetween(8.0, 10.0),
                s -> assertThat(s).isBetween(16.0, 20.0), s -> assertThat(s).isBetween(32.0, 40.0),
                s -> assertThat(s).isBetween(48.0, 60.0));

        running("j", 2, null);
        assertThat(secondsUntilDue("j")).isBetween(2.0, 2.5);
    }

    @ParameterizedTest
    @EnumSource(names = {"SUCCEEDED", "FAILED", "CANCELLED"})
    void terminalStatesAreAskedNoMore(JobState state) {
        ask("j");
        schedule.responded("j", status("j", state, 1, 3), now);
        after(10_000);

        assertThat(due()).isEmpty();
        assertThat(schedule.live()).isZero();
        assertThat(schedule.nextWake(now)).isEqualTo(Long.MAX_VALUE);
        assertThat(schedule.takeRescheduled()).containsEntry("j", Long.MAX_VALUE);
    }

    @Test
    void anUnknownStateIsAskedOn() {
        ask("j");
        schedule.responded("j", status("j", JobState.UNKNOWN, 1, null), now);

        assertThat(secondsUntilDue("j")).isBetween(2.0, 2.5);
    }

    @Test
    void afterAProblemTheSameBackoff() {
        ask("j");
        schedule.failed("j", new Problem.ServerError(500, ""), now);
        assertThat(secondsUntilDue("j")).isBetween(2.0, 2.5);
        after(3);
        due();
        schedule.failed("j", new Problem.ServerError(500, ""), now);
        assertThat(secondsUntilDue("j")).isBetween(4.0, 5.0);
    }

    @Test
    void theServersPatienceIsHonoured() {
        ask("j");
        schedule.failed("j", new Problem.Throttled(429, Duration.ofSeconds(77), ""), now);

        assertThat(secondsUntilDue("j")).isEqualTo(77);
    }

    @Test
    void aGoneJobIsAskedForATimeAndThenLeftAlone() {
        ask("j");
        for (int i = 0; i < PollSchedule.POLLS_OF_A_GONE_JOB; i++) {
            schedule.failed("j", new Problem.NotFound(""), now);
            after(61);
            assertThat(due()).containsExactly("j");
        }
        schedule.failed("j", new Problem.NotFound(""), now);
        after(1_000);
        assertThat(due()).isEmpty();
    }

    @Test
    void atMostSixteenInFlight() {
        IntStream.range(0, 40).forEach(i -> schedule.watch("j" + i, now));

        assertThat(due()).hasSize(16);
        assertThat(due()).isEmpty();
        running("j3", 1, 5);
        assertThat(due()).hasSize(1);
    }

    @Test
    void aHangingJobDelaysOnlyItself() {
        ask("hangs");
        ask("well");
        for (int i = 0; i < 100; i++) {
            running("well", i, 1);
            after(1);
            assertThat(due()).containsExactly("well");
        }
    }

    @Test
    void silentQuestionsGiveWayWhenOthersWait() {
        ask("quick");
        health.took(SECOND / 10);
        running("quick", 1, 5);
        IntStream.range(0, 20).forEach(i -> schedule.watch("hangs" + i, now));
        assertThat(due()).hasSize(16);
        after(5);
        running("hangs0", 1, 60); // the server does answer
        assertThat(due()).hasSize(1);
        List<String> given = schedule.takeGivingWay(now);

        assertThat(given).hasSize(15);
        assertThat(due()).contains("quick");
    }

    @Test
    void jobsThatHangNeverTakeAllPlaces() {
        IntStream.range(0, 100).forEach(i -> schedule.watch("hangs" + i, now));
        schedule.watch("well", now);
        running("well", 1, 1);
        for (int i = 0; i < 100; i++) {
            due().stream().filter(id -> !id.equals("well")).forEach(id -> schedule.failed(id, RESET, now));
            running("well", i, 1);
            after(1);
        }
        // Now all hundred hang: a quarter of the places is theirs, the rest free.
        due();
        assertThat(schedule.inFlight()).isLessThanOrEqualTo(5);
        after(1);
        running("well", 101, 1);
        after(1);
        assertThat(due()).contains("well");
    }

    @Test
    void anUnreachableServerIsProbedByOneAtATime() {
        IntStream.range(0, 30).forEach(i -> schedule.watch("j" + i, now));
        due().forEach(id -> schedule.failed(id, REFUSED, now));

        assertThat(health.down()).isTrue();
        int asked = 0;
        for (int i = 0; i < 600; i++) {
            List<String> probe = due();
            assertThat(probe).hasSizeLessThanOrEqualTo(1);
            asked += probe.size();
            assertThat(due()).isEmpty();
            probe.forEach(id -> schedule.failed(id, REFUSED, now));
            after(0.5);
        }
        assertThat(asked).isBetween(7, 20); // 2, 4, 8, 16, 32, then every 48 to 60 s
    }

    @Test
    void afterAnOutageAllResumeSpreadOut() {
        IntStream.range(0, 200).forEach(i -> schedule.watch("j" + i, now));
        due().forEach(id -> schedule.failed(id, REFUSED, now));
        after(300);
        List<String> probe = due();
        running(probe.getFirst(), 1, 5);

        assertThat(health.down()).isFalse();
        assertAllAskedSpreadOut(200);
    }

    @Test
    void wakingFromSleepCausesNoStorm() {
        IntStream.range(0, 200).forEach(i -> schedule.watch("j" + i, now));
        for (List<String> asked = due(); !asked.isEmpty(); asked = due()) {
            asked.forEach(id -> running(id, 1, 5));
        }
        schedule.nextWake(now);
        after(3_600);

        assertThat(schedule.takeSweeps(now)).isEmpty();
        assertAllAskedSpreadOut(200);
    }

    @Test
    void oneBrokenJobDoesNotBringTheServerDown() {
        ask("well");
        running("well", 1, 5);
        ask("breaks");
        after(0.1);
        schedule.failed("breaks", RESET, now);

        assertThat(health.down()).isFalse();
        assertThat(secondsUntilDue("breaks")).isBetween(2.0, 2.5);
    }

    @Test
    void whenNobodyIsAnsweredTheServerIsDown() {
        ask("a");
        ask("b");
        schedule.failed("a", RESET, now);
        assertThat(health.down()).isFalse();
        schedule.failed("b", RESET, now);
        assertThat(health.down()).isTrue();
    }

    @Test
    void wakesWhenTheNextCanBeSentAndNotLater() {
        assertThat(schedule.nextWake(now)).isEqualTo(Long.MAX_VALUE);
        schedule.watch("j", now);
        assertThat(schedule.nextWake(now + 7)).isEqualTo(now + 7);
        due();
        assertThat(schedule.nextWake(now)).isEqualTo(Long.MAX_VALUE);
        running("j", 1, 5);
        assertThat(schedule.nextWake(now)).isEqualTo(now + 5 * SECOND);
    }

    @Test
    void doubtfulOnesThatWaitForAPlaceDelayNobody() {
        IntStream.range(0, 20).forEach(i -> schedule.watch("hangs" + i, now));
        schedule.watch("well", now);
        running("well", 1, 1);
        due().forEach(id -> schedule.failed(id, RESET, now));
        due().forEach(id -> schedule.failed(id, RESET, now));
        running("well", 2, 60);
        after(59.9);
        due();

        assertThat(schedule.nextWake(now) - now).isEqualTo(SECOND / 10);
    }

    @Test
    void askNowIsAtOnceButOnceASecond() {
        ask("j");
        running("j", 1, 60);
        after(0.5);
        schedule.pollNow("j", now);
        assertThat(due()).isEmpty();
        after(0.5);
        schedule.pollNow("j", now);
        assertThat(due()).containsExactly("j");
        schedule.pollNow("j", now);
        assertThat(due()).isEmpty();
    }

    @Test
    void askNowAsksForAFinishedJobOnceMore() {
        ask("j");
        schedule.responded("j", status("j", JobState.SUCCEEDED, 100, null), now);
        after(2);
        schedule.pollNow("j", now);

        assertThat(due()).containsExactly("j");
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void aForgottenJobIsAskedNoMore(boolean inFlight) {
        schedule.watch("j", now);
        if (inFlight) {
            due();
        }
        schedule.forget("j");
        schedule.responded("j", status("j", JobState.RUNNING, 1, 1), now);
        after(100);

        assertThat(due()).isEmpty();
        assertThat(schedule.live()).isZero();
        assertThat(schedule.inFlight()).isZero();
    }
}
