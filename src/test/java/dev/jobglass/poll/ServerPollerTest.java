package dev.jobglass.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.JobState;
import dev.jobglass.api.Problem.Cause;
import dev.jobglass.api.Problem;
import dev.jobglass.model.PollReport;
import dev.jobglass.testing.BesideOthers;
import dev.jobglass.testing.RawServer;
import dev.jobglass.testing.RunsServer.Reply;
import dev.jobglass.testing.RunsServer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The poller against real sockets, in a time that runs some times as fast. */
@BesideOthers
class ServerPollerTest extends ServerPollerFixture {
    @Test
    void followsAJobToItsEnd() throws Exception {
        try (RunsServer server = new RunsServer()) {
            server.job("j", "queued", 0, Map.of("retry_after", 1));
            poll(server.url(), false, Set.of());
            poller.watch("j");
            until("queued", () -> states.get("j") == JobState.QUEUED);
            server.job("j", "succeeded", 100);
            until("succeeded", () -> states.get("j") == JobState.SUCCEEDED);

            assertThat(report.live()).isZero();
            assertThat(report.reach()).isEqualTo(PollReport.Reach.UP);
        }
    }

    @Test
    void whatAJobIsSaidToBeIsNewsAndHowFarItIsIsNot() throws Exception {
        try (RunsServer server = new RunsServer()) {
            server.job("j", "running", 1, Map.of("retry_after", 1));
            poll(server.url(), false, Set.of());
            poller.watch("j");
            until("the first", () -> events.size() == 1);
            assertThat(news).isOne();
            server.job("j", "running", 2, Map.of("retry_after", 1));
            until("some more", () -> events.size() > 4);
            assertThat(news).isOne();
            server.instead("j", Reply.json(500, Map.of("error", "Oops")));
            until("trouble", () -> problems.containsKey("j"));
            assertThat(news).isEqualTo(2);
            server.instead("j", null);
            server.failed("j", "It broke");
            until("its end", () -> states.get("j") == JobState.FAILED);
            assertThat(news).isGreaterThan(2);
        }
    }

    @Test
    void aJobThatRunsAgainIsSeenFarDownTheList() throws Exception {
        faster = 100;
        try (RunsServer server = new RunsServer()) {
            server.failed("run_000", "It broke");
            for (int i = 1; i < 60; i++) {
                server.job("run_%03d".formatted(i), "succeeded", 100, Map.of());
            }
            poll(server.url(), true, Set.of());
            until("all", () -> states.size() == 60);
            server.job("run_000", "running", 5, Map.of("retry_after", 5));
            until("it runs again", () -> states.get("run_000") == JobState.RUNNING);
        }
    }

    private static Stream<Reply> ofOneJob() {
        return Stream.of(new Reply(403, "text/plain", "not yours"), new Reply(418, "text/plain", "no"),
                new Reply(200, "text/html", "<html>Sorry</html>"));
    }

    @ParameterizedTest
    @MethodSource("ofOneJob")
    void whatIsWrongWithOneJobIsNoTroubleOfTheServer(Reply wrong) throws Exception {
        try (RunsServer server = new RunsServer()) {
            for (int i = 0; i < 5; i++) {
                server.job("run_" + i, "running", 10, Map.of("retry_after", 1));
            }
            server.instead("run_0", wrong);
            poll(server.url(), false, Set.of());
            IntStream.range(0, 5).forEach(i -> poller.watch("run_" + i));
            until("all", () -> states.size() == 4 && problems.containsKey("run_0"));
            assertThat(report.problem()).isNull();
            IntStream.range(1, 5).forEach(i -> server.instead("run_" + i, wrong));
            until("it is all of them", () -> report.problem() != null);
        }
    }

    @Test
    void aServerThatAnswersNothingIsSaidToBeSilentBeforeItsTimeIsUp() throws Exception {
        try (RawServer server = new RawServer((socket, _) -> RawServer.waitForTheEnd(socket))) {
            poll(server.url(), true, Set.of());
            until("troubled", () -> report.problem() != null);
            assertThat(report.problem()).isEqualTo(new Problem.Unreachable(Cause.ANSWER_TIMEOUT, ""));
            assertThat(report.reach()).isEqualTo(PollReport.Reach.DOWN);
            assertThat(report.nextTry()).as("no probe yet, for its time is not up").isEqualTo(Long.MAX_VALUE);
        }
    }

    @Test
    void anAddressWithoutTheApiIsNamedSo() throws Exception {
        try (RunsServer server = new RunsServer()) {
            server.job("j", "running", 1, Map.of("retry_after", 1));
            poll(server.url() + "/elsewhere", true, Set.of());
            poller.watch("j");
            until("both answered", () -> problems.containsKey("j") && report.listProblem() != null);
            assertThat(report.listProblem()).isInstanceOf(Problem.NoApi.class);
            assertThat(report.problem()).isInstanceOf(Problem.NoApi.class);
            assertThat(problems.get("j")).as("no job that is gone").isInstanceOf(Problem.NoApi.class);
        }
    }

    @Test
    void anApiThatIsAwayForAMomentHasForgottenNoJobs() throws Exception {
        try (RunsServer server = new RunsServer()) {
            manyRunning(server, 20);
            poll(server.url(), true, Set.of());
            until("live", () -> states.size() == 20);
            server.insteadOfAll(new Reply(404, "text/plain", "404 page not found"));
            until("trouble", () -> report.problem() instanceof Problem.NoApi);
            until("of all", () -> problems.size() == 20);
            Instant lastAnswer = report.lastAnswer();
            int asked = server.requests().size();
            until("asked again", () -> server.requests().size() > asked + 20);
            assertThat(report.lastAnswer()).as("nothing is told of jobs").isEqualTo(lastAnswer);
            assertThat(problems.values()).as("none is gone").allMatch(Problem.NoApi.class::isInstance);
            server.insteadOfAll(null);
            until("over", () -> report.problem() == null);

            server.forget("run_0007");
            until("gone", () -> problems.get("run_0007") instanceof Problem.NotFound);
        }
    }

    @Test
    void aListThatIsRefusedIsATroubleWhileJobsAreAnsweredFor() throws Exception {
        try (RunsServer server = new RunsServer()) {
            server.job("j", "running", 1, Map.of("retry_after", 1));
            poll(server.url(), true, Set.of());
            until("listed", () -> states.containsKey("j"));
            server.instead("", new Reply(500, "text/plain", "no list today"));
            until("trouble", () -> report.problem() != null);
            assertThat(report.problem()).isEqualTo(new Problem.NoList(new Problem.ServerError(500, "no list today")));
            server.instead("", null);
            until("over", () -> report.problem() == null);
        }
    }

    @Test
    void whateverItRefusesTheListWithIsSaid() throws Exception {
        try (RunsServer server = new RunsServer()) {
            server.instead("", new Reply(418, "text/plain", "short and stout"));
            poll(server.url(), true, Set.of());
            until("said", () -> report.problem() != null);
            assertThat(report.problem())
                    .isEqualTo(new Problem.NoList(new Problem.Rejected(418, "short and stout")));
        }
    }

    @Test
    void aServerThatAsksForPatienceIsSparedAsAWhole() throws Exception {
        try (RunsServer server = new RunsServer()) {
            server.insteadOfAll(new Reply(429, "text/plain", "slow down"));
            poll(server.url(), true, Set.of());
            IntStream.range(0, 300).forEach(i -> poller.watch("run_" + i));
            long end = (System.nanoTime() * faster) + Duration.ofSeconds(5).toNanos();
            until("five seconds of its time", () -> System.nanoTime() * faster > end);
            assertThat(server.requests()).hasSizeBetween(2, 10);
            assertThat(report.problem()).isInstanceOf(Problem.Throttled.class);
        }
    }

    @Test
    void worksWithoutAList() throws Exception {
        try (RunsServer server = new RunsServer()) {
            server.lists(false);
            server.job("j", "running", 1, Map.of("retry_after", 1));
            poll(server.url(), true, Set.of());
            poller.watch("j");
            until("both answered", () -> states.containsKey("j") && report.listProblem() != null);

            assertThat(report.listProblem()).isInstanceOf(Problem.NotFound.class);
            assertThat(report.problem()).isNull();
        }
    }

    @Test
    void aForgottenJobIsInNoBatch() throws Exception {
        try (RunsServer server = new RunsServer()) {
            server.job("j", "running", 1, Map.of("retry_after", 1));
            poll(server.url(), true, Set.of());
            until("seen", () -> states.containsKey("j"));
            removed.add("j");
            poller.forget("j");
            poller.tick();
            events.clear();
            server.job("other", "running", 1);
            until("another look", () -> states.containsKey("other"));

            assertThat(events).noneMatch(event -> event.jobId().equals("j"));
        }
    }

    @Test
    void aRefusedKeyIsTheServersTroubleUntilItIsRight() throws Exception {
        try (RunsServer server = new RunsServer()) {
            server.job("j", "running", 1);
            server.insteadOfAll(Reply.json(401, Map.of("error", "Unauthorized")));
            poll(server.url(), true, Set.of());
            poller.watch("j");
            until("refused", () -> report.problem() instanceof Problem.Unauthorised);
            server.insteadOfAll(null);
            until("over", () -> report.problem() == null && states.containsKey("j"));
        }
    }

    @Test
    void aServerThatDiesAndComesBack() throws Exception {
        int port;
        try (RunsServer server = new RunsServer()) {
            port = server.port();
            server.job("j", "running", 1, Map.of("retry_after", 1));
            poll(server.url(), true, Set.of());
            until("live", () -> states.containsKey("j"));
        }
        until("down", () -> report.reach() == PollReport.Reach.DOWN);
        assertThat(report.since()).isNotNull();
        assertThat(report.problem()).isInstanceOf(Problem.Unreachable.class);
        try (RunsServer server = new RunsServer(port)) {
            server.job("j", "succeeded", 100);
            until("back", () -> states.get("j") == JobState.SUCCEEDED);
            assertThat(report.reach()).isEqualTo(PollReport.Reach.UP);
            assertThat(report.problem()).isNull();
        }
    }

    @Test
    void aServerThatOnlyWantsToBeAskedLaterTellsNothingOfItsJobs() throws Exception {
        faster = 10;
        try (RunsServer server = new RunsServer()) {
            manyRunning(server, 20);
            poll(server.url(), true, Set.of());
            until("live", () -> states.size() == 20);
            server.insteadOfAll(new Reply(503, "text/plain", "later"));
            until("refuses", () -> report.reach() == PollReport.Reach.REFUSING);
            assertThat(report.problem()).isInstanceOf(Problem.Throttled.class);
            Instant lastAnswer = report.lastAnswer();
            int asked = server.requests().size();
            until("refuses again", () -> server.requests().size() > asked + 1);
            assertThat(report.lastAnswer()).as("to be asked later answers nothing").isEqualTo(lastAnswer);
            server.insteadOfAll(null);
            until("answers", () -> report.reach() == PollReport.Reach.UP && report.problem() == null
                    && report.latenessP99() != null);
            assertThat(report.latenessP99()).as("waiting as it is asked to is not being late")
                    .isLessThan(Duration.ofSeconds(8));
        }
    }

    @Test
    void healthyJobsBesideAHundredMisbehavingOnes() throws Exception {
        faster = 10;
        Map<String, Boolean> well = new ConcurrentHashMap<>();
        try (RawServer server = new RawServer((socket, request) -> {
            String id = request.substring(request.lastIndexOf("/runs/") + 6, request.indexOf(" HTTP"));
            if (id.startsWith("bad") && !well.containsKey("all")) {
                misbehave(socket, Integer.parseInt(id.substring(3)) % 5);
            } else {
                String body = "{\"job_id\":\"%s\",\"status\":\"running\",\"retry_after\":2}".formatted(id);
                RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n"
                        + "Content-Length: " + body.length() + "\r\n\r\n" + body);
            }
        })) {
            poll(server.url(), false, Set.of());
            for (int i = 0; i < 100; i++) {
                poller.watch("bad" + i);
            }
            for (int i = 0; i < 5; i++) {
                poller.watch("good" + i);
            }
            until("all bad ones known", () -> problems.size() == 100);
            answers.clear();
            until("good ones polled on", () -> answers.size() == 5 && answers.values().stream().allMatch(n -> n >= 10));
            assertThat(report.reach()).isEqualTo(PollReport.Reach.UP);
            assertThat(answers.keySet()).allMatch(id -> id.startsWith("good"));
            well.put("all", true);
            until("bad ones shown rightly", () -> states.size() == 105 && problems.isEmpty());
        }
    }

    @Test
    void oneQuestionInFlightAJob() throws Exception {
        faster = 4; // leaves the server time to see that we hung up
        Semaphore inFlight = new Semaphore(1);
        Map<String, Boolean> twice = new ConcurrentHashMap<>();
        try (RawServer server = new RawServer((socket, _) -> {
            if (!inFlight.tryAcquire()) {
                twice.put("yes", true);
            }
            RawServer.waitForTheEnd(socket);
            inFlight.release();
        })) {
            poll(server.url(), false, Set.of());
            poller.watch("j");
            poller.pollNow("j");
            until("asked three times", () -> events.size() >= 3);

            assertThat(twice).isEmpty();
        }
    }
}
