package dev.jobglass.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.JobState;
import dev.jobglass.api.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules of when to ask, with a time that the test turns. */
class PollScheduleTest extends PollScheduleFixture {
    @Test
    void asksForANewJobAtOnceAndOnlyOnce() {
        schedule.watch("j", now, now);
        schedule.watch("j", now, now);

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
        schedule.responded("j", status("j", state, 1, 3), now, now);
        after(10_000);

        assertThat(due()).isEmpty();
        assertThat(schedule.live()).isZero();
        assertThat(schedule.nextWake(now)).isEqualTo(Long.MAX_VALUE);
        assertThat(schedule.takeRescheduled()).containsEntry("j", Long.MAX_VALUE);
    }

    @Test
    void anUnknownStateIsAskedOn() {
        ask("j");
        schedule.responded("j", status("j", JobState.UNKNOWN, 1, null), now, now);

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
    void wakesWhenTheNextCanBeSentAndNotLater() {
        assertThat(schedule.nextWake(now)).isEqualTo(Long.MAX_VALUE);
        schedule.watch("j", now, now);
        assertThat(schedule.nextWake(now + 7)).isEqualTo(now + 7);
        due();
        assertThat(schedule.nextWake(now)).isEqualTo(Long.MAX_VALUE);
        running("j", 1, 5);
        assertThat(schedule.nextWake(now)).isEqualTo(now + 5 * SECOND);
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
        schedule.responded("j", status("j", JobState.SUCCEEDED, 100, null), now, now);
        after(2);
        schedule.pollNow("j", now);

        assertThat(due()).containsExactly("j");
    }

    @Test
    void isLiveUntilItIsOverAndAgainWhenItIsAskedForOrRuns() {
        assertThat(schedule.live("j")).isFalse();
        ask("j");
        assertThat(schedule.live("j")).isTrue();
        assertThat(schedule.live()).isEqualTo(1);
        JobState over = JobState.SUCCEEDED;
        schedule.responded("j", status("j", over, 100, null), now, now);
        assertThat(schedule.live("j")).isFalse();
        after(2);
        schedule.pollNow("j", now);
        assertThat(schedule.live("j")).isTrue();
        schedule.responded("j", status("j", over, 100, null), now, now);
        assertThat(schedule.live()).isZero();
        running("j", 1, 5);
        assertThat(schedule.live()).as("by a list that tells of a second run").isEqualTo(1);
    }

    @Test
    void saysWhetherAResponseIsOfAnotherState() {
        assertThat(schedule.responded("j", status("j", JobState.RUNNING, 1, 5), now, now)).as("nobody watches it")
                .isFalse();
        ask("j");
        assertThat(schedule.responded("j", status("j", JobState.RUNNING, 1, 5), now, now)).isTrue();
        assertThat(schedule.responded("j", status("j", JobState.RUNNING, 9, 5), now, now)).isFalse();
        assertThat(schedule.responded("j", status("j", JobState.QUEUED, 9, 5), now, now)).isTrue();
    }

    @Test
    void knowsWhatWasSentAndWhatWasLearnedSince() {
        assertThat(schedule.sentAt("j")).isEmpty();
        schedule.add("j", now);
        assertThat(schedule.sentAt("j")).isEmpty();
        assertThat(schedule.learnedSince("j", now - 1)).as("watched since").isTrue();
        assertThat(schedule.learnedSince("j", now)).isFalse();
        schedule.watch("k", now, now);
        due();
        assertThat(schedule.sentAt("k")).hasValue(now);
        assertThat(schedule.inFlight()).isEqualTo(1);
        schedule.responded("k", status("k", JobState.RUNNING, 1, 5), now + 3, now + 7);
        assertThat(schedule.learnedSince("k", now + 2)).isTrue();
        assertThat(schedule.learnedSince("k", now + 3)).isFalse();
        assertThat(schedule.learnedSince("another", 0)).isFalse();
    }

    @Test
    void theFirstInTheQueueIsAskedForWhenTheUserTriesTheServer() {
        schedule.firstDueAt(now);
        assertThat(schedule.firstDue()).isEqualTo(Long.MAX_VALUE);
        for (String id : List.of("j", "k")) {
            ask(id);
            running(id, 1, id.equals("j") ? 30 : 60);
        }
        assertThat(schedule.firstDue()).isEqualTo(now + 30 * SECOND);
        schedule.firstDueAt(now);
        assertThat(schedule.firstDue()).isEqualTo(now);
        schedule.firstDueAt(now);
        assertThat(due()).as("one is enough").containsExactly("j");
    }

    @Test
    void whatAResponseAsksForHoldsThroughProblemsOfLaterOnes() {
        ask("j");
        running("j", 1, 60);
        schedule.failed("j", new Problem.ServerError(500, ""), now);
        assertThat(secondsUntilDue("j")).isEqualTo(60);
    }

    @Test
    void aProblemOfAFinishedJobLeavesItFinished() {
        ask("j");
        schedule.responded("j", status("j", JobState.FAILED, 1, null), now, now);
        after(2);
        schedule.pollNow("j", now);
        due();
        schedule.failed("j", new Problem.ServerError(500, ""), now);
        after(1_000);
        assertThat(due()).isEmpty();
        assertThat(schedule.live()).isZero();
    }

    @Test
    void whatIsWaitedForNoLongerIsDueAgain() {
        ask("j");
        running("j", 1, 5);
        schedule.watch("k", now, now);
        due();
        schedule.dropInFlight();
        assertThat(schedule.inFlight()).isZero();
        assertThat(secondsUntilDue("j")).as("was not in flight").isEqualTo(5);
        assertThat(due()).containsExactly("k");
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void aForgottenJobIsAskedNoMore(boolean inFlight) {
        schedule.watch("j", now, now);
        if (inFlight) {
            due();
        }
        schedule.forget("j");
        schedule.responded("j", status("j", JobState.RUNNING, 1, 1), now, now);
        after(100);

        assertThat(due()).isEmpty();
        assertThat(schedule.live()).isZero();
        assertThat(schedule.inFlight()).isZero();
    }
}
