package dev.jobglass.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobglass.api.JobState;
import dev.jobglass.api.JobStatus;
import dev.jobglass.api.Problem;
import dev.jobglass.testing.Fx;
import dev.jobglass.testing.Servers;
import dev.jobglass.testing.Statuses;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What is told of the board, and to whom: its revisions, and what its listener remembers. */
class BoardChangesTest extends BoardFixture {
    private final List<String> told = new ArrayList<>();

    BoardChangesTest() {
        board = new Board(Servers.address("server"), "server", Duration.ofMinutes(5), OpenFailures.ofThisRun(), true,
                status -> removed.contains(status.jobId()), new BoardListener() {
                    @Override
                    public void changed(JobStatus status, Instant at) {
                        told.add("changed " + status.jobId() + " " + Math.round(status.progress().percentage()));
                    }

                    @Override
                    public void gone(String jobId, Instant at) {
                        told.add("gone " + jobId);
                    }

                    @Override
                    public void dismissed(Collection<String> jobIds, String note) {
                        told.add("dismissed " + jobIds + " " + note);
                    }

                    @Override
                    public void reopened(Collection<String> jobIds) {
                        told.add("reopened " + jobIds);
                    }
                });
    }

    private List<String> takeTold() {
        List<String> taken = List.copyOf(told);
        told.clear();
        return taken;
    }

    private Job job(String id) {
        return board.job(id).orElseThrow();
    }

    /** {@return whether a change is a revision of its own in which only this job changed} */
    private void assertOneRevision(String id, Consumer<Board> change) throws Exception {
        int before = board.revisionProperty().get();
        Fx.run(() -> change.accept(board));
        assertThat(board.revisionProperty().get()).isEqualTo(before + 1);
        assertThat(board.lastChanged()).extracting(Job::id).containsExactly(id);
    }

    @Test
    void allOfItBelongsToTheJavaFxThread() throws Exception {
        apply(true, answer("a", JobState.FAILED, 10));
        Job job = job("a");
        for (ThrowingCallable change : List.<ThrowingCallable>of(() -> board.watch("j"),
                () -> board.apply(new PollBatch(List.of(), Map.of(), report(true))), () -> board.rename("other"),
                () -> board.stalledAfter(Duration.ofMinutes(1)), () -> board.streamed(job, 1.0, null, now),
                () -> board.trim(1), () -> board.recall(job.view().status(), now, false), board::recalled,
                () -> board.remove(List.of(job)), () -> board.restore(List.of(job)),
                () -> board.dismiss(List.of(job), ""), () -> board.dismissedElsewhere(Set.of("a")),
                () -> board.reopen(List.of(job)))) {
            assertThatThrownBy(change).isInstanceOf(AssertionError.class).hasMessageContaining("JavaFX thread");
        }
        assertThat(board.jobs()).containsExactly(job);
        assertThat(board.failures().open()).containsExactly(job);
    }

    @Test
    void newJobsAndMoreThanLittleChangesAreRemembered() throws Exception {
        apply(true, answer("a", JobState.RUNNING, 10));
        assertThat(takeTold()).containsExactly("changed a 10");
        now = now.plusSeconds(1);
        apply(true, answer("a", JobState.RUNNING, 10));
        now = now.plusSeconds(1);
        apply(true, answer("a", JobState.RUNNING, 14.9));
        assertThat(takeTold()).as("not the same, nor hardly another").isEmpty();
        now = now.plusSeconds(1);
        apply(true, answer("a", JobState.RUNNING, 16));
        assertThat(takeTold()).containsExactly("changed a 16");
    }

    @Test
    void thatAServerForgotAJobIsRememberedOnceAndThatItIsBack() throws Exception {
        apply(true, answer("a", JobState.RUNNING, 10));
        takeTold();
        PollEvent unknown = new PollEvent.Unanswered("a", new Problem.NotFound(""), now);
        apply(true, unknown);
        apply(true, unknown);
        apply(true, new PollEvent.Unanswered("another", new Problem.NotFound(""), now));
        assertThat(takeTold()).containsExactly("gone a");
        apply(true, new PollEvent.Unanswered("a", BROKEN, now));
        assertThat(view("a").state()).isEqualTo(DisplayState.GONE);
        apply(true, answer("a", JobState.RUNNING, 10));
        assertThat(takeTold()).containsExactly("changed a 10");
        assertThat(view("a").problem()).isNull();
    }

    @Test
    void aDismissalAndItsUndoAreRevisionsAndRemembered() throws Exception {
        apply(true, answer("a", JobState.FAILED, 10), answer("b", JobState.FAILED, 10));
        Job job = job("a");
        takeTold();
        assertOneRevision("a", it -> it.dismiss(List.of(job), "because"));
        assertThat(takeTold()).containsExactly("dismissed [a] because");
        assertThat(board.failures().open()).extracting(Job::id).containsExactly("b");
        assertOneRevision("a", it -> it.reopen(List.of(job)));
        assertThat(takeTold()).containsExactly("reopened [a]");
        assertThat(board.failures().open()).extracting(Job::id).containsExactly("a", "b");
        assertOneRevision("a", it -> it.dismissedElsewhere(Set.of("a")));
        assertThat(takeTold()).as("there it was").isEmpty();
        assertThat(board.failures().open()).extracting(Job::id).containsExactly("b");
    }

    @Test
    void whatWasDismissedElsewhereBeforeItCameIsNoOpenFailure() throws Exception {
        Fx.run(() -> board.dismissedElsewhere(Set.of("a")));
        apply(true, answer("a", JobState.FAILED, 10));
        assertThat(board.failures().open()).isEmpty();
        assertThat(view("a").failureOpen()).isFalse();
    }

    @Test
    void whatIsWatchedRemovedAndPutBackAreRevisions() throws Exception {
        assertThat(Fx.call(() -> board.watch("a"))).isTrue();
        assertThat(board.revisionProperty().get()).isEqualTo(1);
        assertThat(board.count(DisplayState.WAITING)).isEqualTo(1);
        assertThat(Fx.call(() -> board.watch("a"))).as("it is there").isFalse();
        assertThat(board.revisionProperty().get()).isEqualTo(1);
        Job job = job("a");
        assertOneRevision("a", it -> it.remove(List.of(job)));
        assertThat(board.count(DisplayState.WAITING)).isZero();
        assertOneRevision("a", it -> it.restore(List.of(job)));
        assertThat(board.count(DisplayState.WAITING)).isEqualTo(1);
        Fx.run(() -> board.restore(List.of(job)));
        assertThat(board.jobs()).as("once").containsExactly(job);
        assertThat(board.count(DisplayState.WAITING)).isEqualTo(1);
    }

    @Test
    void anEmptyBatchIsNoRevisionButSaysHowItStandsWithTheServer() throws Exception {
        apply(true);
        assertThat(board.revisionProperty().get()).isZero();
        assertThat(board.serverProperty().get().link()).isEqualTo(ServerStatus.Link.LIVE);
        assertThat(board.serverProperty().get().latency()).isEqualTo(Duration.ofMillis(9));
    }

    @Test
    void theNextPollIsShownOfJobsThatAreHere() throws Exception {
        apply(true, answer("a", JobState.RUNNING, 10));
        Fx.run(() -> board.apply(new PollBatch(List.of(), Map.of("a", 77L, "b", 88L), report(true))));
        assertThat(view("a").nextPoll()).isEqualTo(77);
        int before = board.revisionProperty().get();
        Fx.run(() -> board.apply(new PollBatch(List.of(), Map.of("a", 77L), report(true))));
        assertThat(board.revisionProperty().get()).as("nothing new").isEqualTo(before);
        Fx.run(() -> board.apply(new PollBatch(List.of(answer("a", JobState.RUNNING, 20)), Map.of("a", 99L),
                report(true))));
        assertThat(view("a").nextPoll()).isEqualTo(99);
    }

    @Test
    void aStreamMovesARunningJobAndNoOther() throws Exception {
        apply(true, answer("a", JobState.RUNNING, 10), answer("b", JobState.QUEUED, 0));
        Fx.run(() -> board.watch("c"));
        now = now.plusSeconds(1);
        assertOneRevision("a", it -> it.streamed(job("a"), 44.0, null, now));
        assertThat(view("a").percentage()).isEqualTo(44);
        assertThat(view("a").status().progress().currentStep()).isEqualTo("Step of a");
        assertThat(view("a").changedAt()).isEqualTo(now);
        assertOneRevision("a", it -> it.streamed(job("a"), null, "Writing", now));
        assertThat(view("a").percentage()).isEqualTo(44);
        assertThat(view("a").status().progress().currentStep()).isEqualTo("Writing");
        assertThat(view("a").status().progress().stepsTotal()).isEqualTo(3);
        int before = board.revisionProperty().get();
        Job removedJob = job("a");
        Fx.run(() -> {
            board.streamed(job("b"), 50.0, "Step", now);
            board.streamed(job("c"), 50.0, "Step", now);
        });
        assertThat(board.revisionProperty().get()).isEqualTo(before);
        assertThat(view("b").percentage()).isZero();
        Fx.run(() -> board.remove(List.of(removedJob)));
        Fx.run(() -> board.streamed(removedJob, 50.0, "Step", now));
        assertThat(board.jobs()).doesNotContain(removedJob);
    }

    @Test
    void whatIsRecalledIsThereUntilTheServerSpeaks() throws Exception {
        JobStatus running = Statuses.of("a", JobState.RUNNING, 10);
        assertThat(recall(running, false)).as("to be asked about").isTrue();
        assertThat(recall(Statuses.of("a", JobState.RUNNING, 99), false)).as("it is there").isFalse();
        assertThat(view("a").percentage()).isEqualTo(10);
        assertThat(view("a").recalled()).isTrue();
        assertThat(recall(Statuses.of("over", JobState.SUCCEEDED, 100), false)).isFalse();
        assertThat(recall(Statuses.of("gone", JobState.RUNNING, 5), true)).isFalse();
        assertThat(view("gone").state()).isEqualTo(DisplayState.GONE);
        removed.add("off");
        assertThat(recall(Statuses.of("off", JobState.RUNNING, 5), false)).isFalse();
        assertThat(board.job("off")).isEmpty();
        assertThat(recall(Statuses.of("bad", JobState.FAILED, 5), false)).isFalse();
        assertThat(board.failures().open()).extracting(Job::id).containsExactly("bad");
        assertThat(board.count(DisplayState.RUNNING)).isEqualTo(1);
        int before = board.revisionProperty().get();
        Fx.run(board::recalled);
        assertThat(board.revisionProperty().get()).isEqualTo(before + 1);
        assertThat(told).as("it is remembered already").isEmpty();
        apply(true, answer("a", JobState.RUNNING, 10));
        assertThat(view("a").recalled()).isFalse();
    }

    private boolean recall(JobStatus status, boolean gone) throws Exception {
        return Fx.call(() -> board.recall(status, now, gone));
    }

    @Test
    void aWatchedJobIsFilledByWhatIsRecalled() throws Exception {
        Fx.run(() -> board.watch("a"));
        assertThat(recall(Statuses.of("a", JobState.RUNNING, 10), false)).isTrue();
        assertThat(view("a").percentage()).isEqualTo(10);
    }

    @Test
    void isCalledAsTheUserCallsItsServer() throws Exception {
        assertThat(board.name()).isEqualTo("server");
        assertThat(board.address()).isEqualTo(Servers.address("server"));
        Fx.run(() -> board.rename("wall"));
        assertThat(board.name()).isEqualTo("wall");
        apply(true);
        assertThat(board.name()).as("still").isEqualTo("wall");
    }

    @Test
    void whatFailedBeforeTheFirstLookIsNotReportedButWhatFailsMeanwhileIs() throws Exception {
        board = board(false, Set.of());
        now = Statuses.CREATED.plusSeconds(100); // they ended before
        apply(false, answer("before", JobState.FAILED, 1), answer("meanwhile", JobState.RUNNING, 1));
        assertThat(board.firstLook()).isTrue();
        apply(false, answer("meanwhile", JobState.FAILED, 1));
        assertThat(board.failures().open()).extracting(Job::id).containsExactly("meanwhile");
        apply(true);
        apply(true, answer("after", JobState.FAILED, 1));
        assertThat(board.firstLook()).isFalse();
        assertThat(board.failures().open()).extracting(Job::id).containsExactly("after", "meanwhile");
    }
}
