package dev.jobglass.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.JobKey;
import dev.jobglass.api.JobState;
import dev.jobglass.api.JobStatus;
import dev.jobglass.api.Problem;
import dev.jobglass.model.Board;
import dev.jobglass.model.BoardListener;
import dev.jobglass.model.Job;
import dev.jobglass.model.OpenFailures;
import dev.jobglass.model.PollBatch;
import dev.jobglass.model.PollEvent;
import dev.jobglass.model.PollReport;
import dev.jobglass.model.PollReport.Reach;
import dev.jobglass.testing.Fx;
import dev.jobglass.testing.Servers;
import dev.jobglass.testing.Statuses;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What on the board is news. */
class ChangeDetectorTest {
    private static final Problem REFUSED = new Problem.Unreachable(Problem.Cause.REFUSED, "");

    private final List<String> told = new ArrayList<>();
    private final Set<JobKey> tellEnd = new HashSet<>();
    private Instant now = Statuses.CREATED.plusSeconds(100);
    private Duration clockAhead = Duration.ZERO;
    private boolean several;
    private final List<String> servers = new ArrayList<>();
    private Board board;
    private ChangeDetector detector;

    @BeforeEach
    void watch() throws Exception {
        board = Fx.call(() -> new Board(Servers.address("server"), "Lab", Duration.ofMinutes(5),
                OpenFailures.ofThisRun(), false, _ -> false, BoardListener.NONE));
        detector = Fx.call(() -> new ChangeDetector(board, tellEnd, () -> several,
                news -> {
                    told.add((news.kind() + " " + news.jobId() + " " + news.text()).strip());
                    servers.add(news.serverName());
                }));
    }

    private void apply(Reach reach, JobStatus... statuses) throws Exception {
        boolean up = reach == Reach.UP;
        PollReport report = new PollReport(reach, up ? null : REFUSED, up ? null : now, Long.MAX_VALUE, now,
                Duration.ofMillis(9), null, up, 1, null, 0, clockAhead);
        List<PollEvent> events = Stream.of(statuses).map(status -> (PollEvent) new PollEvent.Answered(status, now))
                .toList();
        Fx.run(() -> board.apply(new PollBatch(events, Map.of(), report)));
    }

    private void shown(String id, JobState state) throws Exception {
        apply(Reach.UP, Statuses.of(id, state, 10, state == JobState.FAILED ? "It\nbroke" : null));
    }

    private List<String> takeTold() {
        List<String> taken = List.copyOf(told);
        told.clear();
        return taken;
    }

    @Test
    void whatTheFirstLookFindsIsNoNewsAndWhatHappensThenIs() throws Exception {
        apply(Reach.UP, Statuses.of("old", JobState.FAILED, 1, "bad"), Statuses.of("done", JobState.SUCCEEDED, 100),
                Statuses.of("a", JobState.RUNNING, 10), Statuses.of("b", JobState.RUNNING, 10));
        assertThat(takeTold()).isEmpty();
        shown("a", JobState.FAILED);
        assertThat(takeTold()).containsExactly("FAILED a It broke");
        shown("a", JobState.FAILED);
        assertThat(takeTold()).isEmpty();
        shown("new", JobState.FAILED);
        assertThat(takeTold()).containsExactly("FAILED new It broke");
    }

    @Test
    void amongSeveralServersEachJobsOwnIsNamed() throws Exception {
        apply(Reach.UP, Statuses.of("a", JobState.RUNNING, 10), Statuses.of("b", JobState.RUNNING, 10));
        shown("a", JobState.FAILED);
        several = true;
        shown("b", JobState.FAILED);
        assertThat(servers).as("of two jobs, then of the end of all").containsExactly("", "Lab", "Lab");
    }

    @Test
    void theLastOfTheLiveJobsIsToldToo() throws Exception {
        apply(Reach.UP, Statuses.of("a", JobState.RUNNING, 10), Statuses.of("b", JobState.QUEUED, 0));
        shown("a", JobState.SUCCEEDED);
        assertThat(takeTold()).containsExactly("SUCCEEDED a");
        shown("b", JobState.CANCELLED);
        assertThat(takeTold()).containsExactly("ALL_DONE");
        shown("b", JobState.CANCELLED);
        assertThat(takeTold()).isEmpty();
    }

    @Test
    void whoTakesTheLastLiveJobOffIsNotToldThatAllIsDone() throws Exception {
        shown("a", JobState.RUNNING);
        List<Job> taken = List.copyOf(board.jobs());
        Fx.run(() -> board.remove(taken));
        assertThat(takeTold()).isEmpty();
        Fx.run(() -> board.restore(taken));
        assertThat(takeTold()).as("put back").isEmpty();
        shown("a", JobState.FAILED);
        assertThat(takeTold()).containsExactly("FAILED a It broke", "ALL_DONE");
    }

    @Test
    void anEndThatWasAskedForIsToldInPlaceOfWhatItIs() throws Exception {
        shown("a", JobState.RUNNING);
        tellEnd.add(new JobKey(board.address(), "a"));
        now = now.plusSeconds(1);
        shown("a", JobState.RUNNING);
        assertThat(takeTold()).as("it runs").isEmpty();
        shown("a", JobState.FAILED);
        assertThat(takeTold()).containsExactly("ENDED a Failed", "ALL_DONE");
    }

    @Test
    void aJobThatStandsStillIsToldOnce() throws Exception {
        shown("a", JobState.RUNNING);
        now = now.plusSeconds(301);
        shown("a", JobState.RUNNING);
        assertThat(takeTold()).containsExactly("STALLED a Step of a");
        now = now.plusSeconds(5);
        shown("a", JobState.RUNNING);
        assertThat(takeTold()).isEmpty();
    }

    @Test
    void aJobIsToldOnceToRunForLongerThanOthers() throws Exception {
        Fx.run(() -> board.times().recall(Map.of("recipe:news", Stream.generate(() -> Duration.ofSeconds(50))
                .limit(20).toList())));
        now = Statuses.CREATED.plusSeconds(51);
        shown("a", JobState.RUNNING);
        assertThat(takeTold()).isEmpty();
        now = now.plusSeconds(1);
        shown("a", JobState.RUNNING);
        assertThat(takeTold()).containsExactly("OVERDUE a Step of a");
        now = now.plusSeconds(1);
        shown("a", JobState.RUNNING);
        assertThat(takeTold()).isEmpty();
    }

    @Test
    void aServerThatIsSilentForTenSecondsIsLostUntilItAnswers() throws Exception {
        shown("a", JobState.RUNNING);
        apply(Reach.DOWN);
        Fx.run(() -> detector.tick(now.plusSeconds(9)));
        assertThat(takeTold()).isEmpty();
        Fx.run(() -> detector.tick(now.plusSeconds(10)));
        assertThat(takeTold()).hasSize(1).first().asString().startsWith("SERVER_LOST");
        Fx.run(() -> detector.tick(now.plusSeconds(11)));
        assertThat(takeTold()).isEmpty();
        shown("a", JobState.RUNNING);
        Fx.run(() -> detector.tick(now.plusSeconds(12)));
        Fx.run(() -> detector.tick(now.plusSeconds(13)));
        assertThat(takeTold()).containsExactly("SERVER_BACK");
    }

    @Test
    void aClockThatDiffersByMoreThanAMinuteIsToldOnce() throws Exception {
        clockAhead = Duration.ofSeconds(-60);
        shown("a", JobState.RUNNING);
        Fx.run(() -> detector.tick(now));
        assertThat(takeTold()).isEmpty();
        clockAhead = Duration.ofSeconds(-61);
        shown("a", JobState.RUNNING);
        Fx.run(() -> detector.tick(now));
        Fx.run(() -> detector.tick(now));
        assertThat(takeTold()).hasSize(1).first().asString().startsWith("CLOCK_DIFFERS").contains("behind", "1 m 01 s");
    }
}
