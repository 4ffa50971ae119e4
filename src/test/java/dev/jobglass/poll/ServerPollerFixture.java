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

/** A poller that asks real sockets, in a time that runs some times as fast. */
abstract class ServerPollerFixture {
    static final Duration DEADLINE = Duration.ofSeconds(60);
    static final Timeouts TIMEOUTS = new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(1));

    final Semaphore arrivals = new Semaphore(0);
    final Map<String, JobState> states = new HashMap<>();
    final Map<String, Problem> problems = new HashMap<>();
    final Map<String, Integer> answers = new HashMap<>();
    final Set<String> removed = ConcurrentHashMap.newKeySet();
    final List<PollEvent> events = new ArrayList<>();
    PollReport report = PollReport.BEGINNING;
    /** When the tick began that brought the report, in the poller's time. */
    long reportedAfter;
    /** How many batches had news, of those with events. */
    int news;
    ServerPoller poller;
    int faster = 20;

    boolean excluded(JobStatus status) {
        return removed.contains(status.jobId());
    }

    void poll(String url, boolean discovery, Set<String> unwanted) throws Exception {
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

    void until(String what, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("never came about: %s", what).isLessThan(deadline);
            reportedAfter = System.nanoTime() * faster;
            PollBatch batch = poller.tick();
            report = batch.report();
            news += batch.news() ? 1 : 0;
            batch.events().forEach(this::take);
            long pause = Math.clamp((poller.nextWake() - System.nanoTime() * faster) / faster, 0, 50_000_000);
            arrivals.tryAcquire(pause, TimeUnit.NANOSECONDS);
            arrivals.drainPermits();
        }
    }

    void take(PollEvent event) {
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

    static Stream<Reply> answersThatNeverMakeSense() {
        return Stream.of(Reply.json(403, Map.of("error", "Forbidden")), Reply.json(500, Map.of("error", "Oops")),
                Reply.json(200, Map.of("job_id", "another", "status", "running")));
    }

    /** The id tells the age: the server's order, newest first, is the order of ids from the highest. */
    static void manyRunning(RunsServer server, int jobs) {
        for (int i = 0; i < jobs; i++) {
            server.job("run_%04d".formatted(i), "running", 1, Map.of("retry_after", 3, "created_at",
                    Statuses.CREATED.plusSeconds(i).toString()));
        }
    }

    static long singles(RunsServer server) {
        return server.requests().stream().filter(request -> request.contains("/runs/")).count();
    }

    static void misbehave(Socket socket, int way) throws Exception {
        switch (way) {
            case 0 -> RawServer.reset(socket);
            case 1 -> RawServer.write(socket, "\u0000\u0001garbage");
            case 2 -> RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"job");
            case 3 -> RawServer.waitForTheEnd(socket);
            default -> RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>");
        }
    }
}
