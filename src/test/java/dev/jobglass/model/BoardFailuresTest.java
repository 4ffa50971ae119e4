package dev.jobglass.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.JobState;
import dev.jobglass.api.JobStatus;
import dev.jobglass.api.Progress;
import dev.jobglass.testing.Fx;
import dev.jobglass.testing.Statuses;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which failures are open, and which are news. */
class BoardFailuresTest extends BoardFixture {
    @Test
    void aPollFailureMarksNoJobFailed() throws Exception {
        apply(true, answer("a", JobState.RUNNING, 10), new PollEvent.Unanswered("a", BROKEN, now));

        assertThat(view("a").state()).isEqualTo(DisplayState.RUNNING);
        assertThat(view("a").problem()).isEqualTo(BROKEN);
        assertThat(board.failures().open()).isEmpty();
        apply(true, answer("a", JobState.RUNNING, 10));
        assertThat(view("a").problem()).isNull();
    }

    @Test
    void aFailureOpensOnce() throws Exception {
        apply(true, answer("a", JobState.RUNNING, 10));
        apply(true, answer("a", JobState.FAILED, 10));
        apply(true, answer("a", JobState.FAILED, 10));
        assertThat(board.failures().open()).extracting(Job::id).containsExactly("a");

        Fx.run(() -> board.dismiss(board.failures().open(), ""));
        apply(true, answer("a", JobState.FAILED, 10));

        assertThat(board.failures().open()).isEmpty();
        assertThat(remembered).containsExactly(Set.of("a"));
        assertThat(view("a").failureOpen()).isFalse();
    }

    @Test
    void manyAreTakenOffAndPutBackAtOnce() throws Exception {
        apply(true, answer("a", JobState.RUNNING, 10), answer("b", JobState.RUNNING, 10));
        apply(true, answer("a", JobState.FAILED, 10), answer("b", JobState.FAILED, 10));
        List<Job> both = List.copyOf(board.failures().open());
        AtomicInteger changes = new AtomicInteger();
        board.failures().open().addListener((ListChangeListener<Job>) _ -> changes.incrementAndGet());

        Fx.run(() -> board.remove(both));
        assertThat(board.failures().open()).isEmpty();
        Fx.run(() -> board.restore(both));

        assertThat(board.failures().open()).isEqualTo(both);
        assertThat(changes).hasValue(2);
    }

    @Test
    void aJobOfBeforeTheServerWasSwitchedOffTakesNoOtherAway() throws Exception {
        apply(true, answer("a", JobState.RUNNING, 10));
        Job before = board.job("a").orElseThrow();
        board = board(true, Set.of());
        apply(true, answer("a", JobState.SUCCEEDED, 100));

        Fx.run(() -> board.remove(List.of(before)));

        assertThat(board.job("a")).contains(board.jobs().getFirst());
        assertThat(board.count(DisplayState.RUNNING)).isZero();
        assertThat(board.count(DisplayState.SUCCEEDED)).isOne();
    }

    @Test
    void aDismissalIsUndone() throws Exception {
        apply(true, answer("a", JobState.RUNNING, 10), answer("b", JobState.RUNNING, 10));
        apply(true, answer("a", JobState.FAILED, 10), answer("b", JobState.FAILED, 10));
        List<Job> both = List.copyOf(board.failures().open());
        Fx.run(() -> board.dismiss(both, ""));
        apply(true, answer("b", JobState.RUNNING, 20));

        Fx.run(() -> board.reopen(both));

        assertThat(board.failures().open()).as("b has not failed any more").extracting(Job::id).containsExactly("a");
        assertThat(view("a").failureOpen()).isTrue();
        assertThat(forgotten).as("of an earlier dismissal").contains(Set.of("a"));
        apply(true, answer("a", JobState.FAILED, 10));
        assertThat(board.failures().open()).hasSize(1);
        Fx.run(() -> board.dismiss(both, ""));
        assertThat(board.failures().open()).isEmpty();
    }

    private List<Job> failsAndIsDismissed() throws Exception {
        apply(true, answer("a", JobState.RUNNING, 10));
        apply(true, answer("a", JobState.FAILED, 10));
        List<Job> read = List.copyOf(board.failures().open());
        Fx.run(() -> board.dismiss(read, ""));
        return read;
    }

    @Test
    void aDismissalIsUndoneThoughTheServerWasSwitchedOffAndOn() throws Exception {
        List<Job> read = failsAndIsDismissed();
        board = board(true, Set.of("a"));
        apply(true, answer("a", JobState.FAILED, 10));
        assertThat(board.failures().open()).isEmpty();

        Fx.run(() -> board.reopen(read));

        assertThat(board.failures().open()).extracting(Job::id).containsExactly("a");
        assertThat(board.lastChanged()).as("the row that is there now").isEqualTo(Set.of(board.job("a").orElseThrow()));
    }

    @Test
    void whatWasTakenOffIsNotReopened() throws Exception {
        List<Job> read = failsAndIsDismissed();
        Fx.run(() -> board.remove(read));

        Fx.run(() -> board.reopen(read));

        assertThat(board.failures().open()).isEmpty();
    }

    private PollEvent failed(String id, int seconds) {
        return new PollEvent.Answered(Statuses.failedAfter(id, seconds), now);
    }

    private void failsIsDismissedAndRunsAgain() throws Exception {
        apply(true, answer("a", JobState.RUNNING, 10));
        apply(true, failed("a", 60));
        Fx.run(() -> board.dismiss(board.failures().open(), ""));
        now = now.plusSeconds(1);
        apply(true, answer("a", JobState.RUNNING, 10));
        now = now.plusSeconds(1);
    }

    @Test
    void aJobThatFailsAgainIsAnotherFailure() throws Exception {
        failsIsDismissedAndRunsAgain();
        apply(true, failed("a", 70));

        assertThat(board.failures().open()).extracting(Job::id).containsExactly("a");
        assertThat(view("a").failureOpen()).isTrue();
        assertThat(forgotten).containsExactly(Set.of("a"));
    }

    @Test
    void aRunThatTookAsLongAsTheOneBeforeIsAnotherFailureToo() throws Exception {
        failsIsDismissedAndRunsAgain();
        apply(true, new PollEvent.Answered(Statuses.failedAfter("a", 60).withTimes(Statuses.CREATED,
                Statuses.CREATED.plusSeconds(61), Statuses.CREATED.plusSeconds(121)), now));

        assertThat(board.failures().open()).extracting(Job::id).containsExactly("a");
        assertThat(forgotten).containsExactly(Set.of("a"));
    }

    @Test
    void aRunThatWasSeenMakesAnotherFailureThoughItsEndIsNotTold() throws Exception {
        failsIsDismissedAndRunsAgain();
        apply(true, new PollEvent.Answered(Statuses.failedAfter("a", 60).withTimes(Statuses.CREATED,
                Statuses.CREATED.plusSeconds(61), null), now));

        assertThat(board.failures().open()).extracting(Job::id).containsExactly("a");
    }

    @Test
    void aRunThatWasNotSeenMakesAnotherFailureThoughNoEndIsEverTold() throws Exception {
        apply(true, endless(0));
        Fx.run(() -> board.dismiss(List.of(board.job("a").orElseThrow()), ""));
        apply(true, endless(0));
        assertThat(board.failures().open()).as("told again").isEmpty();
        apply(true, endless(37));

        assertThat(board.failures().open()).extracting(Job::id).containsExactly("a");
    }

    private PollEvent endless(int seconds) {
        return new PollEvent.Answered(Statuses.failedAfter("a", 60).withTimes(Statuses.CREATED,
                Statuses.CREATED.plusSeconds(seconds), null), now);
    }

    @Test
    void withoutTimesARunInBetweenMakesAnotherFailure() throws Exception {
        PollEvent failed = new PollEvent.Answered(new JobStatus("a", JobState.FAILED, "failed", Progress.NONE, null,
                null, null, null, null, null, "bad", null), now);
        apply(true, failed);
        Fx.run(() -> board.dismiss(board.failures().open(), ""));
        apply(true, answer("a", JobState.RUNNING, 10));
        apply(true, failed);

        assertThat(board.failures().open()).extracting(Job::id).containsExactly("a");
        assertThat(view("a").failureOpen()).as("shown as one that nobody has read").isTrue();
    }

    @Test
    void aServerThatTakesAFailureBackAndTellsItAgainIsNotHeard() throws Exception {
        failsIsDismissedAndRunsAgain();
        apply(true, failed("a", 60));

        assertThat(board.failures().open()).isEmpty();
        assertThat(forgotten).isEmpty();
    }

    @Test
    void whatFailedAgainWhileNobodyWatchedIsNews() throws Exception {
        board = board(true, Set.of("a"));
        Fx.run(() -> board.recall(Statuses.failedAfter("a", 60), now, false));
        assertThat(board.failures().open()).isEmpty();
        now = now.plusSeconds(1);
        apply(true, failed("a", 90));

        assertThat(board.failures().open()).extracting(Job::id).containsExactly("a");
        assertThat(forgotten).containsExactly(Set.of("a"));
    }

    @ParameterizedTest
    @EnumSource(names = {"RUNNING", "SUCCEEDED"})
    void whatHadRunAgainWhenTheProgramWasLeftMayFailAgain(JobState meanwhile) throws Exception {
        board = board(true, Set.of("a"));
        Fx.run(() -> board.recall(Statuses.of("a", meanwhile, 10), now, false));
        now = now.plusSeconds(1);
        apply(true, failed("a", 90));

        assertThat(board.failures().open()).extracting(Job::id).containsExactly("a");
        assertThat(forgotten).containsExactly(Set.of("a"));
    }

    @Test
    void newestFailureOnTop() throws Exception {
        apply(true, answer("a", JobState.RUNNING, 1), answer("b", JobState.RUNNING, 1));
        apply(true, answer("a", JobState.FAILED, 1));
        apply(true, answer("b", JobState.FAILED, 1));

        assertThat(board.failures().open()).extracting(Job::id).containsExactly("b", "a");
    }

    @Test
    void failuresFromBeforeTheFirstLookOnlyCount() throws Exception {
        now = Statuses.CREATED.plusSeconds(100);
        apply(false, answer("old1", JobState.FAILED, 1), answer("old2", JobState.FAILED, 1));
        apply(true);
        apply(true, answer("new", JobState.FAILED, 1));

        assertThat(board.count(DisplayState.FAILED)).isEqualTo(3);
        assertThat(board.failures().open()).extracting(Job::id).containsExactly("new");
        assertThat(remembered).containsExactly(Set.of("old1", "old2"));
    }

    @Test
    void whatFailsWhileTheFirstLookGoesOnIsNews() throws Exception {
        apply(false, answer("running", JobState.RUNNING, 1));
        apply(false, answer("new", JobState.FAILED, 1)); // it came to its end 51 seconds after the first response

        assertThat(board.failures().open()).extracting(Job::id).containsExactly("new");
        assertThat(remembered).isEmpty();
    }

    @Test
    void theFirstLookEndsWithItsBatchAndIsOverForGood() throws Exception {
        now = Statuses.CREATED.plusSeconds(100);
        apply(false, answer("one", JobState.FAILED, 1));
        assertThat(board.serverProperty().get().looked()).isFalse();
        apply(true, answer("of the last batch", JobState.FAILED, 1));
        assertThat(board.serverProperty().get().looked()).isTrue();
        assertThat(board.firstLook()).as("of the changes of this batch").isTrue();
        assertThat(board.failures().open()).isEmpty();
        apply(false, answer("asked by another poller", JobState.FAILED, 1));

        assertThat(board.serverProperty().get().looked()).isTrue();
        assertThat(board.firstLook()).isFalse();
        assertThat(board.failures().open()).extracting(Job::id).containsExactly("asked by another poller");
    }

    @Test
    void afterARestartWhatFailedMeanwhileIsNewsAndWhatWasDismissedIsNot() throws Exception {
        now = Statuses.CREATED.plusSeconds(100);
        board = board(true, Set.of("old"));
        apply(false, answer("old", JobState.FAILED, 1), answer("meanwhile", JobState.FAILED, 1));

        assertThat(board.failures().open()).extracting(Job::id).containsExactly("meanwhile");
    }

    @Test
    void cancelledIsNoFailure() throws Exception {
        apply(true, answer("a", JobState.CANCELLED, 1));

        assertThat(board.failures().open()).isEmpty();
    }

    @Test
    void whatFailedLastComesFirstAmongEqualOnesThoughItWasToldBefore() throws Exception {
        apply(true);
        for (int minutes : new int[]{50, 5, 20}) {
            JobStatus failed = Statuses.of("run_" + minutes, JobState.FAILED, 1, minutes == 20 ? "other" : "same 1");
            apply(true, new PollEvent.Answered(failed.withTimes(failed.createdAt(), failed.startedAt(),
                    now.minus(Duration.ofMinutes(minutes))), now));
        }
        assertThat(EqualFailures.of(board.failures().open()).stream().map(some -> some.stream().map(Job::id).toList()))
                .containsExactly(List.of("run_5", "run_50"), List.of("run_20"));
    }
}
