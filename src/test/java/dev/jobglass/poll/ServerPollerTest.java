package dev.jobglass.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.JobState;
import dev.jobglass.api.JobStatus;
import dev.jobglass.api.Problem;
import dev.jobglass.api.RunsClient;
import dev.jobglass.api.ServerAddress;
import dev.jobglass.api.Timeouts;
import dev.jobglass.model.PollBatch;
import dev.jobglass.model.PollEvent;
import dev.jobglass.model.PollEvent.Answered;
import dev.jobglass.model.PollEvent.Unanswered;
import dev.jobglass.model.PollReport;
import dev.jobglass.testing.RawServer;
import dev.jobglass.testing.RunsServer;
import dev.jobglass.testing.RunsServer.Reply;
import dev.jobglass.testing.Statuses;
import java.net.Socket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The poller against real sockets, in a time that runs some times as fast. */
class ServerPollerTest {
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final Timeouts TIMEOUTS = new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(1));

    private final Semaphore arrivals = new Semaphore(0);
    private final Map<String, JobState> states = new HashMap<>();
    private final Map<String, Problem> problems = new HashMap<>();
    private final Map<String, Integer> answers = new HashMap<>();
    private final Set<String> removed = ConcurrentHashMap.newKeySet();
    private final List<PollEvent> events = new ArrayList<>();
    private PollReport report = PollReport.BEGINNING;
    private ServerPoller poller;
    private int faster = 20;

    private boolean excluded(JobStatus status) {
        return removed.contains(status.jobId());
    }

    private void poll(String url, boolean discovery, Set<String> unwanted) throws Exception {
        removed.addAll(unwanted);
        poller = new ServerPoller(new RunsClient(ServerAddress.parse(url), null, TIMEOUTS),
                new PollSettings(16, true, discovery, Duration.ofSeconds(5)), this::excluded, InstantSource.system(),
                () -> System.nanoTime() * faster, new Random(1));
        poller.onArrival(arrivals::release);
    }

    @AfterEach
    void close() {
        poller.close();
    }

    private void until(String what, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("never came about: %s", what).isLessThan(deadline);
            PollBatch batch = poller.tick();
            report = batch.report();
            batch.events().forEach(this::take);
            long pause = Math.clamp((poller.nextWake() - System.nanoTime() * faster) / faster, 0, 50_000_000);
            arrivals.tryAcquire(pause, TimeUnit.NANOSECONDS);
            arrivals.drainPermits();
        }
    }

    private void take(PollEvent event) {
        events.add(event);
        switch (event) {
            case Answered(var status, _) -> {
                states.put(status.jobId(), status.state());
                problems.remove(status.jobId());
                answers.merge(status.jobId(), 1, Integer::sum);
            }
            case Unanswered(var id, var problem, _) -> problems.put(id, problem);
        }
    }

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
    void discoversAllPagesButWhatWasRemoved() throws Exception {
        try (RunsServer server = new RunsServer()) {
            for (int i = 0; i < 250; i++) {
                server.job("run_%03d".formatted(i), "succeeded", 100);
            }
            poll(server.url(), true, Set.of("run_007"));
            until("all pages", () -> report.caughtUp());

            assertThat(states).hasSize(249).doesNotContainKey("run_007");
            server.job("run_999", "running", 1);
            until("a new one", () -> states.get("run_999") == JobState.RUNNING);
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
    void catchesUpWithWhatHadFailedBeforeWithoutAListToo() throws Exception {
        try (RunsServer server = new RunsServer()) {
            server.lists(false);
            server.failed("old", "long ago");
            poll(server.url(), false, Set.of());
            poller.watch("old");
            until("caught up", () -> report.caughtUp());

            assertThat(events).singleElement().matches(Answered.class::isInstance);
            server.failed("later", "just now");
            poller.watch("later");
            until("responded", () -> states.containsKey("later"));
            assertThat(report.caughtUp()).isTrue();
        }
    }

    @Test
    void anErrorInsteadOfTheListIsNotCaughtUpWith() throws Exception {
        try (RunsServer server = new RunsServer()) {
            server.job("j", "running", 1);
            server.insteadOfAll(Reply.json(502, Map.of("error", "Bad Gateway")));
            poll(server.url(), true, Set.of());
            poller.watch("j");
            until("troubled", () -> report.problem() instanceof Problem.ServerError);
            assertThat(report.caughtUp()).isFalse();
            server.insteadOfAll(null);
            until("looked", () -> report.caughtUp());
        }
    }

    static Stream<Reply> answersThatNeverMakeSense() {
        return Stream.of(Reply.json(403, Map.of("error", "Forbidden")), Reply.json(500, Map.of("error", "Oops")),
                Reply.json(200, Map.of("job_id", "another", "status", "running")));
    }

    @ParameterizedTest
    @MethodSource("answersThatNeverMakeSense")
    void aJobThatIsNeverRespondedWellHoldsNothingUp(Reply reply) throws Exception {
        try (RunsServer server = new RunsServer()) {
            server.job("j", "running", 1);
            server.instead("bad", reply);
            poll(server.url(), true, Set.of());
            poller.watch("bad");
            until("asked once", () -> problems.containsKey("bad") && states.containsKey("j"));
            until("caught up all the same", () -> report.caughtUp() || server.asked("bad") > 4);

            assertThat(report.caughtUp()).isTrue();
        }
    }

    @Test
    void aServerThatDoesNotAnswerIsNotCaughtUpWith() throws Exception {
        try (RawServer server = new RawServer((socket, _) -> RawServer.reset(socket))) {
            poll(server.url(), false, Set.of());
            poller.watch("a");
            until("asked in vain", () -> events.size() > 2);

            assertThat(report.caughtUp()).isFalse();
        }
    }

    @Test
    void aServerWhoseListAnswersIsThereWhateverItsOnlyJobDoes() throws Exception {
        String list = "{\"jobs\":[{\"job_id\":\"done\",\"status\":\"succeeded\"}],\"total\":1}";
        try (RawServer server = new RawServer((socket, request) -> {
            if (request.contains("/runs/")) {
                RawServer.reset(socket);
            } else {
                RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n"
                        + "Content-Length: " + list.length() + "\r\n\r\n" + list);
            }
        })) {
            poll(server.url(), true, Set.of());
            until("the list", () -> states.containsKey("done"));
            poller.watch("breaks");
            until("asked in vain", () -> events.stream().filter(Unanswered.class::isInstance).count() >= 4);

            assertThat(report.reach()).isEqualTo(PollReport.Reach.UP);
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

    /** The id tells the age: the server's order, newest first, is the order of ids from the highest. */
    private static void manyRunning(RunsServer server, int jobs) {
        for (int i = 0; i < jobs; i++) {
            server.job("run_%04d".formatted(i), "running", 1, Map.of("retry_after", 3, "created_at",
                    Statuses.CREATED.plusSeconds(i).toString()));
        }
    }

    private static long singles(RunsServer server) {
        return server.requests().stream().filter(request -> request.contains("/runs/")).count();
    }

    @Test
    void manyJobsDueTogetherAreAskedForByThePage() throws Exception {
        try (RunsServer server = new RunsServer()) {
            manyRunning(server, 500);
            poll(server.url(), true, Set.of());
            until("each answered often",
                    () -> answers.size() == 500 && answers.values().stream().allMatch(n -> n >= 8));

            assertThat(server.requests()).anyMatch(request -> request.contains("status=running&page=5"));
            assertThat(singles(server)).isLessThan(100);
        }
    }

    @Test
    void aJobThatThePageDoesNotBringIsAskedForByItself() throws Exception {
        try (RunsServer server = new RunsServer()) {
            manyRunning(server, 150);
            poll(server.url(), false, Set.of());
            for (int i = 0; i < 150; i++) {
                poller.watch("run_%04d".formatted(i));
            }
            until("all known", () -> states.size() == 150);
            server.failed("run_0077", "the server's own words");
            until("the failure", () -> states.get("run_0077") == JobState.FAILED);

            assertThat(events).anyMatch(event -> event instanceof Answered(var status, _)
                    && "the server's own words".equals(status.error()));
        }
    }

    @Test
    void withoutAListSinglesGoOn() throws Exception {
        try (RunsServer server = new RunsServer()) {
            server.lists(false);
            manyRunning(server, 50);
            poll(server.url(), false, Set.of());
            for (int i = 0; i < 50; i++) {
                poller.watch("run_%04d".formatted(i));
            }
            until("each answered often", () -> answers.size() == 50 && answers.values().stream().allMatch(n -> n >= 5));

            assertThat(server.requests().stream().filter(request -> request.contains("status=")).count())
                    .isBetween(1L, 3L);
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

    private static void misbehave(Socket socket, int way) throws Exception {
        switch (way) {
            case 0 -> RawServer.reset(socket);
            case 1 -> RawServer.write(socket, "\u0000\u0001garbage");
            case 2 -> RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"job");
            case 3 -> RawServer.waitForTheEnd(socket);
            default -> RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>");
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
