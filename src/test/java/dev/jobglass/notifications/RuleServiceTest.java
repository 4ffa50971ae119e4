package dev.jobglass.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.JobState;
import dev.jobglass.api.JobStatus;
import dev.jobglass.api.Progress;
import dev.jobglass.history.History;
import dev.jobglass.model.Board;
import dev.jobglass.model.BoardListener;
import dev.jobglass.model.OpenFailures;
import dev.jobglass.model.PollBatch;
import dev.jobglass.model.PollEvent;
import dev.jobglass.model.PollReport;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.rules.Finding;
import dev.jobglass.settings.WatchRule;
import dev.jobglass.settings.WatchRule.Kind;
import dev.jobglass.testing.Fx;
import dev.jobglass.testing.Servers;
import dev.jobglass.testing.Statuses;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When rules are looked at, and what of what they find is news. */
class RuleServiceTest extends NotificationsFixture {
    private static final WatchRule TWO_FAILED = new WatchRule(Kind.FAILED_IN_A_ROW, "", 2, 60, true);
    private static final WatchRule NO_SUCCESS = new WatchRule(Kind.NO_SUCCESS, "", 1, 30, true);
    private static final WatchRule LONG = new WatchRule(Kind.RUNS_LONG, "", 1, 10, true);
    private static final WatchRule MARKER = new WatchRule(Kind.QUEUE_LONG, "", 1, 1, true);
    private static final PollReport LOOKED = new PollReport(PollReport.Reach.UP, null, null, Long.MAX_VALUE,
            Statuses.CREATED, null, null, true, 0, null, 0, Duration.ZERO);
    private static final Duration MOMENT = Duration.ofMillis(1_100);
    private static final Duration LOOK = Duration.ofSeconds(5);

    @TempDir
    private Path folder;
    private History history;
    private final ObjectProperty<List<WatchRule>> rules = new SimpleObjectProperty<>(List.of());
    private final List<Finding> found = new ArrayList<>();
    private RuleService service;
    private int runs;

    @Override
    Workspace workspace() {
        history = new History(folder.resolve("history.db"), Duration.ofDays(30));
        return new Workspace(history);
    }

    @BeforeEach
    void looked() throws Exception {
        apply(PollReport.Reach.UP);
    }

    @AfterEach
    void close() throws Exception {
        Fx.run(service::close);
        history.close();
    }

    /** What is remembered is read elsewhere; a finding shows that it was. */
    private void watch(WatchRule... some) throws Exception {
        rules.set(List.of(some));
        Fx.run(() -> service = new RuleService(workspace, clock, rules, found::addAll));
    }

    private JobStatus run(String id, JobState state) {
        runs++;
        return new JobStatus(id, state, state.name(), new Progress(null, null, null, null), now, now.plusSeconds(runs),
                state.terminal() ? now.plusSeconds(runs) : null, "news", null, null, null, null);
    }

    private void failed(String id) throws Exception {
        apply(PollReport.Reach.UP, run(id, JobState.FAILED));
    }

    /** Until what is remembered has been read a rule finds nothing: then it is found with the next tick. */
    private void awaitFound(int number) throws Exception {
        Fx.await("found", () -> {
            now = now.plus(MOMENT);
            clock.tick();
            return found.size() >= number;
        });
        assertThat(found).hasSize(number);
    }

    /** Waits until what is remembered was read: then a rule that holds again and again is found to. */
    private void awaitBegun() throws Exception {
        Fx.await("begun", () -> {
            waiting(JobState.QUEUED);
            boolean begun = found.removeIf(one -> one.rule().equals(MARKER));
            waiting(JobState.CANCELLED);
            return begun;
        });
    }

    /** Two jobs are so. JavaFX thread. */
    private void waiting(JobState state) {
        board.apply(new PollBatch(Stream.of("marker", "other marker")
                .map(id -> (PollEvent) new PollEvent.Answered(run(id, state), now)).toList(), Map.of(), LOOKED));
        now = now.plusNanos(1);
        clock.tick();
    }

    @Test
    void whatComesToHoldIsFoundWithTheNextTickAndOnce() throws Exception {
        watch(TWO_FAILED, MARKER);
        awaitBegun();
        failed("a");
        after(MOMENT);
        assertThat(found).isEmpty();
        failed("b");
        assertThat(found).as("with the next tick").isEmpty();
        after(MOMENT);
        assertThat(found).extracting(Finding::rule).containsExactly(TWO_FAILED);
        failed("c");
        after(LOOK);
        assertThat(found).as("it holds on").hasSize(1);
    }

    @Test
    void whatHeldBeforeItBeganIsNoNews() throws Exception {
        failed("a");
        failed("b");
        watch(TWO_FAILED, MARKER);
        awaitBegun();
        failed("c");
        after(LOOK);
        assertThat(found).isEmpty();
        apply(PollReport.Reach.UP, run("d", JobState.SUCCEEDED));
        after(LOOK);
        failed("e");
        failed("f");
        after(LOOK);
        assertThat(found).as("it has come to hold anew").hasSize(1);
    }

    @Test
    void whatIsRememberedCounts() throws Exception {
        history.seen(board.address().toString(), run("old", JobState.FAILED), now);
        watch(TWO_FAILED, MARKER);
        awaitBegun();
        failed("b");
        after(MOMENT);
        assertThat(found).hasSize(1);
    }

    @Test
    void whatHoldsOnlyBecauseTimeHasPassedIsFoundToo() throws Exception {
        watch(LONG, MARKER);
        awaitBegun();
        apply(PollReport.Reach.UP, run("a", JobState.RUNNING));
        after(MOMENT);
        now = now.plus(Duration.ofMinutes(11)).minusNanos(now.getNano());
        now = now.minusSeconds(now.getEpochSecond() % 5).plusSeconds(1);
        Fx.run(clock::tick);
        assertThat(found).as("looked for every five seconds").isEmpty();
        after(Duration.ofSeconds(4));
        assertThat(found).extracting(finding -> finding.job().id()).containsExactly("a");
    }

    @Test
    void aJobThatIsGoneHoldsNoRule() throws Exception {
        watch(LONG, MARKER);
        awaitBegun();
        apply(PollReport.Reach.UP, run("a", JobState.RUNNING), run("b", JobState.RUNNING));
        Fx.run(() -> workspace.actions().remove(List.of(job("a"))));
        after(Duration.ofMinutes(11));
        after(LOOK);
        after(LOOK);
        assertThat(found).extracting(finding -> finding.job().id()).containsExactly("b");
    }

    @Test
    void ofAServerThatWasNotLookedAtYetNothingIsNews() throws Exception {
        Board other = new Board(Servers.address("other"), "other", Duration.ofMinutes(5),
                OpenFailures.ofThisRun(), false, _ -> false,
                BoardListener.NONE);
        Fx.run(() -> workspace.add(Servers.watching(other)));
        watch(TWO_FAILED, MARKER);
        awaitBegun();
        JobStatus one = run("x", JobState.FAILED);
        JobStatus two = run("y", JobState.FAILED);
        Fx.run(() -> other.apply(new PollBatch(List.of(
                new PollEvent.Answered(one, now), new PollEvent.Answered(two, now)),
                Map.of(), LOOKED)));
        after(LOOK);
        after(LOOK);
        assertThat(found).as("it was so before").isEmpty();
    }

    @Test
    void thatNothingSucceedsIsFoundOnceAllServersWereLookedAt() throws Exception {
        history.seen(board.address().toString(), run("old", JobState.SUCCEEDED), now);
        now = now.plus(Duration.ofHours(2));
        watch(NO_SUCCESS);
        awaitFound(1);
        assertThat(found).extracting(Finding::rule).containsExactly(NO_SUCCESS);
    }

    @Test
    void aServerThatIsSilentIsNotWaitedForLongerThanAMinute() throws Exception {
        Board silent = new Board(Servers.address("silent"), "silent", Duration.ofMinutes(5),
                OpenFailures.ofThisRun(), false, _ -> false,
                BoardListener.NONE);
        history.seen(board.address().toString(), run("old", JobState.SUCCEEDED), now);
        Fx.run(() -> workspace.add(Servers.watching(silent)));
        now = now.plus(Duration.ofHours(2));
        Fx.run(clock::tick);
        watch(NO_SUCCESS);
        for (int i = 0; i < 50; i++) {
            after(Duration.ofSeconds(1));
        }
        assertThat(found).extracting(Finding::rule).doesNotContain(NO_SUCCESS);
        awaitFoundOf(NO_SUCCESS);
    }

    private void awaitFoundOf(WatchRule rule) throws Exception {
        Fx.await("found", () -> {
            now = now.plus(LOOK);
            clock.tick();
            return found.stream().anyMatch(one -> one.rule().equals(rule));
        });
    }

    @Test
    void aRuleThatIsOffOrGoneFindsNothingAndANewOneWhatHolds() throws Exception {
        watch(TWO_FAILED.switched(false), MARKER);
        awaitBegun();
        failed("a");
        failed("b");
        after(LOOK);
        assertThat(found).isEmpty();
        Fx.run(() -> rules.set(List.of(LONG, MARKER)));
        awaitBegun();
        apply(PollReport.Reach.UP, run("c", JobState.RUNNING));
        Fx.run(() -> rules.set(List.of()));
        after(Duration.ofMinutes(11));
        after(LOOK);
        assertThat(found).isEmpty();
    }

    @Test
    void oneThatIsClosedFindsNothing() throws Exception {
        watch(TWO_FAILED, MARKER);
        awaitBegun();
        Fx.run(service::close);
        failed("a");
        failed("b");
        after(LOOK);
        assertThat(found).isEmpty();
    }
}
