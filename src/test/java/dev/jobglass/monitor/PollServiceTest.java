package dev.jobglass.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.Problem;
import dev.jobglass.api.RunsClient;
import dev.jobglass.api.ServerAddress;
import dev.jobglass.api.Timeouts;
import dev.jobglass.model.PollBatch;
import dev.jobglass.model.PollReport;
import dev.jobglass.poll.PollSettings;
import dev.jobglass.poll.ServerPoller;
import dev.jobglass.testing.Fx;
import dev.jobglass.testing.RunsServer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.concurrent.Worker.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PollServiceTest {
    private final Set<String> seen = new HashSet<>();
    private final List<PollReport> reports = new CopyOnWriteArrayList<>();
    private final CountDownLatch goOn = new CountDownLatch(1);
    private RunsServer server;
    private ServerPoller poller;
    private PollService service;

    @BeforeEach
    void serve() throws Exception {
        server = new RunsServer();
    }

    @AfterEach
    void close() throws Exception {
        Fx.run(service::close);
        server.close();
    }

    private void start(Consumer<PollBatch> board) throws Exception {
        Fx.run(() -> {
            poller = new ServerPoller(client(), PollSettings.DEFAULT, _ -> false, InstantSource.system(),
                    System::nanoTime, new Random(1));
            service = new PollService(poller, board);
            service.start();
        });
    }

    private RunsClient client() {
        try {
            return new RunsClient(ServerAddress.parse(server.url()), null, Timeouts.DEFAULT);
        } catch (ServerAddress.Malformed e) {
            throw new AssertionError(e);
        }
    }

    private void take(PollBatch batch) {
        assertThat(Platform.isFxApplicationThread()).isTrue();
        batch.events().forEach(event -> seen.add(event.jobId()));
    }

    @Test
    void anEndIsToldOnceAndNothingIsHandedOnAfterwards() throws Exception {
        server.job("run_a", "running", 50, Map.of("retry_after", 1));
        start(this::take);
        Fx.await("known", () -> seen.contains("run_a"));
        CountDownLatch ended = new CountDownLatch(1);
        Fx.run(() -> service.end(() -> {
            seen.clear();
            ended.countDown();
        }));

        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(Fx.call(() -> seen)).isEmpty();
        assertThat(Fx.call(service::getState)).isNotIn(State.SCHEDULED, State.RUNNING);
    }

    @Test
    void losesNoBatchHoweverOftenItIsWoken() throws Exception {
        for (int i = 0; i < 450; i++) {
            server.job("run_%03d".formatted(i), i % 3 == 0 ? "running" : "succeeded", 50, Map.of("retry_after", 60));
        }
        start(this::take);
        for (int i = 0; i < 50; i++) {
            poller.watch("run_%03d".formatted(i));
            Fx.run(() -> {
            });
        }
        Fx.await("all seen", () -> seen.size() == 450);
    }

    @Test
    void wakesForAWishWhileAsleep() throws Exception {
        server.lists(false);
        start(this::take);
        Fx.await("the list was asked for", () -> !server.requests().isEmpty());
        server.job("j", "succeeded", 100);
        poller.watch("j");
        Fx.await("answered", () -> seen.contains("j"));
    }

    @Test
    void whatATickHasLearnedIsNotToldAfterTheEnd() throws Exception {
        List<PollBatch> told = new CopyOnWriteArrayList<>();
        Fx.run(() -> {
            poller = new ServerPoller(client(), PollSettings.DEFAULT, _ -> false, InstantSource.system(),
                    System::nanoTime, new Random(1));
            service = new PollService(poller, told::add);
            service.setExecutor(PollServiceTest::runToTheEnd);
            service.start();
            service.close(); // the tick is over, but JavaFX has not told of it yet
        });
        Fx.run(() -> {
        });
        assertThat(told).isEmpty();
    }

    private void standStill() throws Exception {
        server.job("j", "running", 1, Map.of("retry_after", 1));
        AtomicBoolean stand = new AtomicBoolean();
        Fx.run(() -> {
            poller = new ServerPoller(client(), PollSettings.DEFAULT, _ -> false, InstantSource.system(), () -> {
                if (stand.get() && Thread.currentThread().getName().equals("poll")) {
                    await(goOn);
                }
                return System.nanoTime();
            }, new Random(1));
            service = new PollService(poller, batch -> {
                take(batch);
                reports.add(batch.report());
            }, InstantSource.system(), Duration.ofMillis(500));
            service.start();
        });
        Fx.await("answered", () -> seen.contains("j"));
        stand.set(true);
        Fx.await("said", () -> reports.getLast().reach() == PollReport.Reach.DOWN);
    }

    @Test
    void aTickThatStandsStillIsSaidAndPollingGoesOnAfterIt() throws Exception {
        standStill();
        assertThat(reports.getLast().problem())
                .isEqualTo(new Problem.Unreachable(Problem.Cause.STANDS_STILL, ""));
        assertThat(reports.getLast().lastAnswer()).isNotNull();
        goOn.countDown();
        Fx.await("up again", () -> reports.getLast().reach() == PollReport.Reach.UP);
    }

    @Test
    void aTickThatStandsStillHoldsUpNoEnd() throws Exception {
        standStill();
        CountDownLatch ended = new CountDownLatch(1);
        Fx.run(() -> service.end(ended::countDown));
        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
        goOn.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void runToTheEnd(Runnable tick) {
        try {
            Thread.startVirtualThread(tick).join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aFailingBoardIsNoDeadPoller() throws Exception {
        server.job("j", "running", 1, Map.of("retry_after", 1));
        List<Throwable> uncaught = new CopyOnWriteArrayList<>();
        Fx.run(() -> Thread.currentThread().setUncaughtExceptionHandler((_, error) -> uncaught.add(error)));
        try {
            start(batch -> {
                if (!batch.events().isEmpty() && uncaught.isEmpty()) {
                    throw new IllegalStateException("the board broke");
                }
                take(batch);
            });
            Fx.await("polled on", () -> seen.contains("j"));
            assertThat(uncaught).hasSize(1);
        } finally {
            Fx.run(() -> Thread.currentThread().setUncaughtExceptionHandler(null));
        }
    }
}
