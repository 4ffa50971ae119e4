package dev.jobglass.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.JobState;
import dev.jobglass.api.JobStatus;
import dev.jobglass.api.Problem;
import dev.jobglass.api.Progress;
import dev.jobglass.testing.Fx;
import dev.jobglass.testing.Servers;
import dev.jobglass.testing.Statuses;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JobTest extends BoardFixture {
    private Job job(String id) {
        return board.job(id).orElseThrow();
    }

    private PollEvent answer(String id, JobState state, Double percentage, Instant started) {
        JobStatus status = Statuses.of(id, state, 1);
        return new PollEvent.Answered(new JobStatus(id, state, status.stateWord(),
                new Progress(percentage, null, null, null), Statuses.CREATED, started, null, "a", null, null, null,
                null), now);
    }

    @Test
    void whatCanBeDoneWithItFollowsFromHowItIs() throws Exception {
        apply(true, answer("runs", JobState.RUNNING, 10), answer("waits", JobState.QUEUED, 0),
                answer("over", JobState.SUCCEEDED, 100), answer("odd", JobState.UNKNOWN, 1));
        Fx.run(() -> board.watch("new"));
        assertThat(List.of("runs", "waits", "odd", "new")).allMatch(id -> job(id).cancellable());
        assertThat(job("over").cancellable()).isFalse();
        assertThat(List.of("runs", "waits", "odd", "new")).noneMatch(id -> job(id).deletable());
        assertThat(job("over").deletable()).isTrue();
        assertThat(job("runs").isOf(board)).isTrue();
        assertThat(job("runs").isOf(board(true, Set.of()))).isFalse();
        assertThat(job("runs").key().server()).isEqualTo(Servers.address("server"));
    }

    @Test
    void itsViewIsObserved() throws Exception {
        apply(true, answer("a", JobState.RUNNING, 10));
        List<Double> seen = new ArrayList<>();
        Fx.run(() -> job("a").viewProperty().subscribe((_, after) -> seen.add(after.percentage())));
        apply(true, answer("a", JobState.RUNNING, 20));
        assertThat(seen).containsExactly(20.0);
    }

    @Test
    void aBarIsAsFullAsTheJobIsFarOrShowsThatSomethingMoves() throws Exception {
        apply(true, answer("half", JobState.RUNNING, 50), answer("moves", JobState.RUNNING, null, Statuses.CREATED),
                answer("waits", JobState.QUEUED, null, null));
        Fx.run(() -> board.watch("new"));
        assertThat(job("half").barProgress()).isEqualTo(0.5);
        assertThat(job("moves").barProgress()).isEqualTo(-1);
        assertThat(job("waits").barProgress()).isZero();
        assertThat(job("new").barProgress()).isZero();
        apply(true, new PollEvent.Unanswered("moves", BROKEN, now));
        assertThat(job("moves").barProgress()).as("nobody knows").isZero();
    }

    @Test
    void aPercentageIsRoundedDown() throws Exception {
        apply(true, answer("a", JobState.RUNNING, 99.9), answer("b", JobState.RUNNING, null, Statuses.CREATED));
        Fx.run(() -> board.watch("new"));
        assertThat(view("a").wholePercentage()).isEqualTo(99);
        assertThat(view("b").percentage()).isNull();
        assertThat(view("b").wholePercentage()).isNull();
        assertThat(view("new").wholePercentage()).isNull();
    }

    @Test
    void whatIsLeftIsToldOfRunningJobsThatAreHeardOf() throws Exception {
        Instant started = now;
        for (int percentage : new int[]{10, 20, 30, 40}) {
            now = now.plusSeconds(10);
            apply(true, answer("a", JobState.RUNNING, (double) percentage, started),
                    answer("b", JobState.RUNNING, (double) percentage, null),
                    answer("later", JobState.RUNNING, (double) percentage, now.plusSeconds(60)));
        }
        assertThat(job("a").eta(now).least().toSeconds()).isBetween(40L, 70L);
        assertThat(job("b").eta(now)).as("nobody knows since when it runs").isNull();
        assertThat(job("later").eta(now)).as("clocks differ").isNull();
        apply(true, new PollEvent.Unanswered("a", new Problem.Unreachable(Problem.Cause.RESET, ""), now));
        assertThat(job("a").eta(now)).isNull();
        apply(true, answer("a", JobState.SUCCEEDED, 100.0, started));
        assertThat(job("a").eta(now)).isNull();
    }

    @Test
    void whatIsRecalledTellsNothingOfWhatIsLeft() throws Exception {
        JobStatus status = Statuses.of("a", JobState.RUNNING, 50);
        Fx.run(() -> board.recall(status, now, false));
        assertThat(job("a").eta(now.plusSeconds(100))).isNull();
        assertThat(view("a").changed()).isFalse();
    }

    @Test
    void itsErrorsSignatureFollowsItsError() throws Exception {
        apply(true, answer("a", JobState.RUNNING, 10));
        assertThat(job("a").errorSignature()).isEmpty();
        apply(true, answer("a", JobState.FAILED, 10));
        assertThat(job("a").errorSignature()).isEqualTo("bad");
        Fx.run(() -> board.watch("new"));
        assertThat(job("new").errorSignature()).isEmpty();
    }

    @Test
    void whenItEndedIsAsItsServerSaysOrWhenThatWasSeen() throws Exception {
        now = Statuses.CREATED.plusSeconds(100);
        apply(true, answer("over", JobState.SUCCEEDED, 100), answer("runs", JobState.RUNNING, 1));
        Fx.run(() -> board.watch("new"));
        assertThat(view("over").ended()).isEqualTo(Statuses.CREATED.plusSeconds(61));
        assertThat(view("runs").ended()).isEqualTo(now);
        assertThat(view("new").ended()).isEqualTo(Instant.MIN);
    }

    @Test
    void statesHaveWordsAndMove() {
        assertThat(DisplayState.RUNNING.moving()).isTrue();
        assertThat(DisplayState.STALLED.moving()).isTrue();
        assertThat(DisplayState.SUCCEEDED.moving()).isFalse();
        assertThat(DisplayState.FAILED.styleClass()).isEqualTo("state-failed");
    }
}
