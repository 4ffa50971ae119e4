package dev.jobglass.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobglass.api.JobState;
import dev.jobglass.api.Problem;
import dev.jobglass.testing.Fx;
import dev.jobglass.testing.Statuses;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BoardTest extends BoardFixture {
    @Test
    void whatASilentServerToldIsStaleThoughItDoesNotCountAsLostYet() throws Exception {
        apply(true, answer("a", JobState.RUNNING, 10), answer("b", JobState.SUCCEEDED, 100));
        Job running = board.job("a").orElseThrow();
        Instant answered = now;
        now = now.plusSeconds(20);
        assertThat(running.stale()).isFalse();
        assertThat(running.knownAt(now)).isEqualTo(now);
        report(new Problem.Unreachable(Problem.Cause.ANSWER_TIMEOUT, ""));
        assertThat(running.stale()).isTrue();
        assertThat(running.knownAt(now)).isEqualTo(answered);
        assertThat(board.job("b").orElseThrow().stale()).isFalse();
        report(BROKEN);
        assertThat(running.stale()).as("it answers, if only that it is in trouble").isFalse();
    }

    private void report(Problem problem) throws Exception {
        PollReport report = new PollReport(PollReport.Reach.UP, problem, now, Long.MAX_VALUE, Instant.EPOCH,
                Duration.ofMillis(9), null, true, 1, null, 0, Duration.ZERO);
        Fx.run(() -> board.apply(new PollBatch(List.of(), Map.of(), report)));
    }

    @Test
    void belongsToTheJavaFxThread() {
        assertThatThrownBy(() -> board.watch("j")).isInstanceOf(AssertionError.class);
    }

    @Test
    void jobsWithLongTextsAreFewerThanOthers() throws Exception {
        now = Statuses.CREATED.plusSeconds(100);
        PollEvent[] events = IntStream.range(0, 20_000).mapToObj(i -> new PollEvent.Answered(
                Statuses.of("run_" + i, JobState.FAILED, 1, "x".repeat(400_000 / 100)), now))
                .toArray(PollEvent[]::new);
        apply(true, events);
        List<Job> trimmed = Fx.call(() -> board.trim(100_000));
        assertThat(trimmed).hasSizeBetween(3_000, 8_000);
        assertThat(Fx.call(() -> board.trim(100_000))).isEmpty();
    }

    @Test
    void aBatchIsOneRevision() throws Exception {
        apply(true, answer("a", JobState.RUNNING, 10), answer("b", JobState.QUEUED, 0));

        assertThat(board.revisionProperty().get()).isEqualTo(1);
        assertThat(board.count(DisplayState.RUNNING)).isEqualTo(1);
        assertThat(board.count(DisplayState.QUEUED)).isEqualTo(1);
        assertThat(board.jobs()).extracting(Job::id).containsExactly("a", "b");
    }

    @Test
    void itIsSaidThatAllHaveBeenLookedAtOnceAllAreShown() throws Exception {
        List<Integer> shown = new ArrayList<>();
        board.serverProperty().subscribe((_, after) -> {
            if (after.looked()) {
                shown.add(board.revisionProperty().get());
            }
        });
        apply(false, answer("a", JobState.RUNNING, 10));
        apply(true, answer("b", JobState.RUNNING, 10));
        assertThat(shown).containsExactly(2);
    }

    @Test
    void anUnknownJobIsGoneButKept() throws Exception {
        apply(true, answer("a", JobState.RUNNING, 10),
                new PollEvent.Unanswered("a", new Problem.NotFound("no such run"), now));

        assertThat(view("a").state()).isEqualTo(DisplayState.GONE);
        assertThat(view("a").status().progress().percentage()).isEqualTo(10);
        assertThat(board.jobs()).hasSize(1);
    }

    @Test
    void aFinishedJobThatTheServerForgotStaysWhatItWas() throws Exception {
        apply(true, answer("a", JobState.SUCCEEDED, 100),
                new PollEvent.Unanswered("a", new Problem.NotFound(""), now));

        assertThat(view("a").state()).isEqualTo(DisplayState.SUCCEEDED);
        assertThat(view("a").problem()).as("it hides nothing of what it was").isNull();
    }

    @Test
    void whatHasBeenOverForLongestIsTrimmedWhenThereIsAGoodDealTooMuch() throws Exception {
        apply(true);
        for (int i = 0; i < 25; i++) {
            apply(true, answer("run_" + i, i % 5 == 0 ? JobState.FAILED : JobState.SUCCEEDED, 1));
            now = now.plusSeconds(1);
        }
        apply(true, answer("live", JobState.RUNNING, 1));
        assertThat(Fx.call(() -> board.trim(19))).isEmpty();

        List<Job> gone = Fx.call(() -> board.trim(15));

        assertThat(gone).extracting(Job::id).as("failures that nobody has read stay")
                .containsExactly("run_1", "run_2", "run_3", "run_4", "run_6");
        assertThat(board.jobs()).hasSize(21).extracting(Job::id).contains("live", "run_0");
        assertThat(board.failures().open()).hasSize(5);
        assertThat(board.lastChanged()).containsAll(gone);
        assertThat(board.count(DisplayState.SUCCEEDED) + board.count(DisplayState.FAILED)).isEqualTo(20);
        apply(true, answer(gone.getFirst().id(), JobState.SUCCEEDED, 1));
        assertThat(board.jobs()).as("comes back when the server lists it anew").hasSize(22);
    }

    @Test
    void removedAndRestored() throws Exception {
        apply(true, answer("a", JobState.RUNNING, 1));
        apply(true, answer("a", JobState.FAILED, 1), answer("b", JobState.QUEUED, 0));
        List<Job> both = List.copyOf(board.jobs());
        Fx.run(() -> board.remove(both));
        assertThat(board.jobs()).isEmpty();
        assertThat(board.failures().open()).isEmpty();
        assertThat(board.count(DisplayState.FAILED)).isZero();

        Fx.run(() -> board.restore(both));

        assertThat(board.jobs()).containsExactlyElementsOf(both);
        assertThat(board.failures().open()).extracting(Job::id).containsExactly("a");
    }

    @Test
    void stallsAfterFiveMinutesWithoutChangeAndLiftsByItself() throws Exception {
        apply(true, answer("a", JobState.RUNNING, 10));
        now = now.plus(Duration.ofMinutes(5));
        apply(true, answer("a", JobState.RUNNING, 10));
        assertThat(view("a").state()).isEqualTo(DisplayState.RUNNING);

        now = now.plusSeconds(1);
        apply(true, answer("a", JobState.RUNNING, 10));
        assertThat(view("a").state()).isEqualTo(DisplayState.STALLED);
        assertThat(board.count(DisplayState.STALLED)).isEqualTo(1);

        apply(true, answer("a", JobState.RUNNING, 11));
        assertThat(view("a").state()).isEqualTo(DisplayState.RUNNING);
    }

    @Test
    void silenceIsNoStall() throws Exception {
        apply(true, answer("a", JobState.RUNNING, 10));
        now = now.plus(Duration.ofHours(2));
        apply(true, new PollEvent.Unanswered("a", BROKEN, now));
        assertThat(view("a").state()).isEqualTo(DisplayState.RUNNING);
        apply(true, answer("a", JobState.RUNNING, 30));

        assertThat(view("a").state()).isEqualTo(DisplayState.RUNNING);
    }

    @Test
    void anAnswerOnItsWayBringsNoRemovedJobBack() throws Exception {
        apply(true, answer("a", JobState.RUNNING, 10));
        removed.add("a");
        Fx.run(() -> board.remove(List.copyOf(board.jobs())));
        apply(true, answer("a", JobState.RUNNING, 11));

        assertThat(board.jobs()).isEmpty();
        removed.clear();
        Fx.run(() -> board.watch("a"));
        assertThat(board.jobs()).hasSize(1);
    }

    @Test
    void elapsedTimeEndsWithTheJob() throws Exception {
        apply(true, answer("runs", JobState.RUNNING, 1), answer("done", JobState.SUCCEEDED, 100),
                answer("waits", JobState.QUEUED, 0));

        assertThat(view("runs").elapsed(now)).isEqualTo(Duration.ofSeconds(9));
        assertThat(view("done").elapsed(now.plusSeconds(900))).isEqualTo(Duration.ofSeconds(60));
        assertThat(view("waits").elapsed(now)).isNull();
    }

    @Test
    void troubleSortsFirst() throws Exception {
        now = Statuses.CREATED.plusSeconds(100);
        apply(false, answer("olderFailure", JobState.FAILED, 1));
        apply(true, answer("succeeded", JobState.SUCCEEDED, 1), answer("queued", JobState.QUEUED, 0),
                answer("running", JobState.RUNNING, 1), answer("failed", JobState.RUNNING, 1));
        apply(true, answer("failed", JobState.FAILED, 1));

        assertThat(board.jobs().stream().sorted(JobOrder.TROUBLE_FIRST).map(Job::id)).startsWith("failed", "running",
                "queued");
    }

    @Test
    void theFilterFindsWordsAnywhereInAnyOrder() throws Exception {
        apply(true, answer("run_1", JobState.FAILED, 1), answer("run_2", JobState.RUNNING, 1));

        assertThat(filtered("  NEWS run_1 ")).containsExactly("run_1");
        assertThat(filtered("ops-7", DisplayState.RUNNING)).containsExactly("run_2");
        assertThat(filtered("bad")).containsExactly("run_1");
        assertThat(filtered("nothing")).isEmpty();
        assertThat(board.jobs()).filteredOn(JobFilter.ALL).hasSize(2);
    }

    @Test
    void theFilterKnowsFields() throws Exception {
        apply(true, answer("run_1", JobState.FAILED, 1), answer("run_2", JobState.RUNNING, 1));

        assertThat(filtered("state:FAIL")).containsExactly("run_1");
        assertThat(filtered("agent:recipe session:ops state:running")).containsExactly("run_2");
        assertThat(filtered("agent:ops")).isEmpty();
        now = Statuses.CREATED.plus(Duration.ofHours(1));
        assertThat(filtered("older:1h")).hasSize(2);
        assertThat(filtered("older:61m")).isEmpty();
        assertThat(filtered("older:soon")).as("no age").isEmpty();
        assertThat(filtered("state:")).as("none typed yet").hasSize(2);
        assertThat(filtered("step")).hasSize(2);
    }
}
