package dev.jobglass.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.Problem;
import dev.jobglass.model.PollReport.Reach;
import dev.jobglass.model.ServerStatus.Trouble;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ServerStatusTest {
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
    private static final Problem REFUSED_KEY = new Problem.Unauthorised(401, true, "");
    private static final Problem UNREACHABLE = new Problem.Unreachable(Problem.Cause.REFUSED, "");

    private static ServerStatus status(Reach reach, Problem problem, Integer since, Integer lastAnswer) {
        return ServerStatus.of("server", new PollReport(reach, problem, second(since), Long.MAX_VALUE,
                second(lastAnswer), null, null, true, 1, null, 0, Duration.ZERO), true);
    }

    private static Instant second(Integer second) {
        return second == null ? null : NOON.plusSeconds(second);
    }

    @Test
    void troubleThatGoesOnWithAnotherKeyBeganWhenItBegan() {
        ServerStatus before = status(Reach.UP, REFUSED_KEY, 10, 10);
        ServerStatus connecting = status(Reach.CONNECTING, null, null, null).after(before);
        assertThat(connecting.problem()).isNull();
        assertThat(status(Reach.UP, REFUSED_KEY, 27, 27).after(connecting).since()).isEqualTo(second(10));
    }

    @Test
    void otherTroubleAndTroubleAfterGoodAnswersBeginAnew() {
        ServerStatus before = status(Reach.UP, REFUSED_KEY, 10, 10);
        assertThat(status(Reach.UP, new Problem.ServerError(500, ""), 20, 20).after(before).since())
                .isEqualTo(second(20));
        ServerStatus well = status(Reach.UP, null, null, 15).after(before);
        assertThat(well.since()).isNull();
        assertThat(status(Reach.UP, REFUSED_KEY, 20, 20).after(well).since()).isEqualTo(second(20));
    }

    @Test
    void whatIsSilentIsInTroubleSinceItsLastAnswer() {
        assertThat(status(Reach.UP, UNREACHABLE, 20, 15).troubledSince()).isEqualTo(second(15));
        assertThat(status(Reach.DOWN, UNREACHABLE, 20, 15).troubledSince()).isEqualTo(second(15));
        assertThat(status(Reach.DOWN, UNREACHABLE, 20, null).troubledSince()).isEqualTo(second(20));
        assertThat(status(Reach.UP, REFUSED_KEY, 20, 25).troubledSince()).isEqualTo(second(20));
    }

    @Test
    void saysWhatItsPollerReports() {
        PollReport report = new PollReport(Reach.UP, REFUSED_KEY, second(1), 77, second(2), Duration.ofMillis(9),
                UNREACHABLE, true, 4, Duration.ofMillis(30), 2.5, Duration.ofSeconds(-3));
        ServerStatus status = ServerStatus.of("server", report, true);
        assertThat(status.latency()).isEqualTo(Duration.ofMillis(9));
        assertThat(status.listProblem()).isEqualTo(UNREACHABLE);
        assertThat(status.live()).isEqualTo(4);
        assertThat(status.latenessP99()).isEqualTo(Duration.ofMillis(30));
        assertThat(status.pollsPerSecond()).isEqualTo(2.5);
        assertThat(status.clockAhead()).isEqualTo(Duration.ofSeconds(-3));
        assertThat(status.nextTry()).isEqualTo(77);
        assertThat(status.renamed("other")).isEqualTo(
                new ServerStatus("other", report, second(2), second(1), true));
    }

    @Test
    void whatKindOfTroubleItIsFollowsFromTheProblem() {
        assertThat(status(Reach.UP, null, null, 1).kind()).isNull();
        assertThat(status(Reach.DOWN, REFUSED_KEY, 1, 1).kind()).isEqualTo(Trouble.UNREACHABLE);
        assertThat(status(Reach.UP, REFUSED_KEY, 1, 1).kind()).isEqualTo(Trouble.UNAUTHORISED);
        assertThat(status(Reach.UP, new Problem.NoList(REFUSED_KEY), 1, 1).kind()).isEqualTo(Trouble.UNAUTHORISED);
        assertThat(status(Reach.UP, new Problem.BadAnswer(Problem.Flaw.HTML, ""), 1, 1).kind())
                .isEqualTo(Trouble.BAD_ANSWER);
        assertThat(status(Reach.UP, new Problem.ServerError(500, ""), 1, 1).kind()).isEqualTo(Trouble.SERVER_ERROR);
    }

    @Test
    void whetherItAnswersFollowsFromWhatIsReported() {
        assertThat(status(Reach.CONNECTING, null, null, null).link()).isEqualTo(ServerStatus.Link.CONNECTING);
        assertThat(status(Reach.UP, null, null, 1).link()).isEqualTo(ServerStatus.Link.LIVE);
        assertThat(status(Reach.UP, REFUSED_KEY, 1, 1).link()).isEqualTo(ServerStatus.Link.TROUBLED);
        assertThat(status(Reach.DOWN, UNREACHABLE, 1, 1).link()).isEqualTo(ServerStatus.Link.DOWN);
        assertThat(status(Reach.REFUSING, new Problem.Throttled(503, null, ""), 1, 9).link())
                .isEqualTo(ServerStatus.Link.TROUBLED);
        assertThat(status(Reach.UP, REFUSED_KEY, 1, 1).silent()).isFalse();
    }

    @Test
    void nobodyTellsHowItsJobsAreWhileItIsSilentOrRefuses() {
        assertThat(status(Reach.UP, REFUSED_KEY, 1, 1).stale()).isFalse();
        assertThat(status(Reach.UP, UNREACHABLE, 1, 1).stale()).isTrue();
        assertThat(status(Reach.DOWN, UNREACHABLE, 1, 1).stale()).isTrue();
        assertThat(status(Reach.REFUSING, new Problem.Throttled(503, null, ""), 1, 9).stale()).isTrue();
        assertThat(status(Reach.REFUSING, new Problem.Throttled(503, null, ""), 1, 9).silent()).isFalse();
    }

    @Test
    void itsAgeIsThatOfItsLastAnswerAndNeverNegative() {
        ServerStatus status = status(Reach.UP, null, null, 10);
        assertThat(status.age(second(13))).isEqualTo(Duration.ofSeconds(3));
        assertThat(status.age(second(9))).isZero();
        assertThat(status.answeredLately(second(19))).isTrue();
        assertThat(status.answeredLately(second(20))).isFalse();
        assertThat(status(Reach.DOWN, UNREACHABLE, 10, null).answeredLately(second(10))).isFalse();
    }

    @Test
    void whenItLastAnsweredIsKnownToWhoAsksItNext() {
        ServerStatus before = status(Reach.UP, null, null, 10);
        assertThat(status(Reach.CONNECTING, null, null, null).after(before).lastAnswer()).isEqualTo(second(10));
        assertThat(status(Reach.UP, null, null, 12).after(before).lastAnswer()).isEqualTo(second(12));
    }
}
