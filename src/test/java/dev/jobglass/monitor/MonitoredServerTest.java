package dev.jobglass.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.BegunRun;
import dev.jobglass.api.JobState;
import dev.jobglass.api.JobStatus;
import dev.jobglass.api.Problem;
import dev.jobglass.api.Progress;
import dev.jobglass.model.Board;
import dev.jobglass.model.BoardListener;
import dev.jobglass.model.DisplayState;
import dev.jobglass.model.Job;
import dev.jobglass.model.OpenFailures;
import dev.jobglass.poll.PollSettings;
import dev.jobglass.poll.ServerPoller;
import dev.jobglass.testing.FakeJobServer;
import dev.jobglass.testing.Fx;
import dev.jobglass.testing.Servers;
import dev.jobglass.testing.Statuses;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One server being watched, from its responses to its board. */
class MonitoredServerTest {
    private static final Problem REFUSED = new Problem.Unauthorised(403, true, "");

    private final FakeJobServer server = new FakeJobServer();
    private final Map<String, Integer> changes = new ConcurrentHashMap<>();
    private JobSelection selection;
    private Board board;
    private MonitoredServer monitored;

    private void start(int finishedKept, String... watched) throws Exception {
        Fx.run(() -> {
            selection = new JobSelection(List.of(watched), Set.of(), JobSelection.Listener.NONE);
            board = new Board(Servers.address("server"), "server", Duration.ofMinutes(5),
                    OpenFailures.ofThisRun(), false, selection::excludes, recorder());
            monitored = new MonitoredServer(board, poller(), server, finishedKept, selection);
            monitored.start();
        });
    }

    private BoardListener recorder() {
        return new BoardListener() {
            @Override
            public void changed(JobStatus status, Instant at) {
                changes.merge(status.jobId(), 1, Integer::sum);
            }

            @Override
            public void gone(String jobId, Instant at) {
                // Not looked at here.
            }

            @Override
            public void dismissed(Collection<String> jobIds, String note) {
                // Not looked at here.
            }

            @Override
            public void reopened(Collection<String> jobIds) {
                // Not looked at here.
            }
        };
    }

    private ServerPoller poller() {
        return new ServerPoller(server, new PollSettings(16, true, true, Duration.ofMillis(100)), selection::excludes,
                InstantSource.system(), System::nanoTime, new Random(1));
    }

    @AfterEach
    void close() throws Exception {
        Fx.run(monitored::close);
    }

    private DisplayState state(String jobId) {
        return board.job(jobId).map(job -> job.view().state()).orElse(null);
    }

    private static JobStatus finished(int job) {
        return new JobStatus("run_%04d".formatted(job), JobState.SUCCEEDED, "succeeded",
                new Progress(100.0, null, null, null), Statuses.CREATED, Statuses.CREATED,
                Statuses.CREATED.plusSeconds(job), null, null, null, null, null);
    }

    private void awaitPages(int more) throws Exception {
        long before = server.pages();
        Fx.await("pages", () -> server.pages() >= before + more);
    }

    @Test
    void aFailureIsNewsThoughAnAddedJobIsNeverAnsweredWell() throws Exception {
        server.job(Statuses.of("before", JobState.FAILED, 1, "long ago"));
        server.problem("bad", REFUSED);
        start(1_000, "bad");
        Fx.await("found", () -> state("before") == DisplayState.FAILED);
        Fx.await("asked once", () -> server.asked("bad") > 0);
        awaitPages(3);
        server.job(Statuses.of("now", JobState.FAILED, 1, "just now"));
        Fx.await("found", () -> state("now") == DisplayState.FAILED);

        assertThat(board.failures().open()).extracting(Job::id).containsExactly("now");
    }

    @Test
    void aFailureIsNewsThoughTheServerIsAskedAnewSince() throws Exception {
        server.job(Statuses.of("before", JobState.FAILED, 1, "long ago"));
        start(1_000);
        Fx.await("looked", () -> monitored.view().looked());
        Fx.run(() -> {
            server.job(Statuses.of("now", JobState.FAILED, 1, "just now"));
            monitored.askAnew(poller(), server, 1_000);
            assertThat(monitored.view().looked()).isTrue();
        });
        Fx.await("found", () -> state("now") == DisplayState.FAILED);

        assertThat(monitored.view().looked()).isTrue();
        assertThat(board.failures().open()).extracting(Job::id).containsExactly("now");
    }

    @Test
    void aRunThatWasJustBegunIsNotAskedForBeforeItsServerWantsIt() throws Exception {
        start(1_000);
        Fx.await("looked", () -> monitored.view().looked());
        Fx.run(() -> {
            monitored.watch(new BegunRun("later", Duration.ofHours(1)));
            monitored.watch(new BegunRun("now", null));
        });
        Fx.await("asked at once without a wait", () -> server.asked("now") > 0);
        awaitPages(3);
        assertThat(server.asked("later")).isZero();
        assertThat(board.job("later")).isPresent();
    }

    @Test
    void whatIsAskedForAnewIsNotAskedForBeforeItsServerWantsIt() throws Exception {
        long asked = askedUntilKnown("run_1");
        Fx.run(() -> monitored.askAnew(poller(), server, 1_000));
        Fx.run(() -> monitored.askAnew(poller(), server, 1_000));
        awaitPages(3);

        assertThat(server.asked("run_1")).isEqualTo(asked);
    }

    @Test
    void whatWasTrimmedAndIsListedAsItWasIsNothingNew() throws Exception {
        for (int i = 0; i < 450; i++) {
            server.job(finished(i));
        }
        start(20);
        Fx.await("trimmed", () -> changes.size() == 450 && board.jobs().size() <= 22);
        awaitPages(3);
        changes.clear();
        long before = server.pages();
        server.job(finished(450));
        Fx.await("found", () -> changes.containsKey("run_0450"));
        awaitPages(2);

        assertThat(changes).containsOnlyKeys("run_0450");
        assertThat(server.pages() - before).isLessThan(8);
        Fx.run(() -> monitored.askAnew(poller(), server, 20));
        awaitPages(8);
        assertThat(changes).containsOnlyKeys("run_0450");
    }

    @Test
    void whatWasTrimmedComesBackWhenItRunsAgain() throws Exception {
        for (int i = 0; i < 50; i++) {
            server.job(finished(i));
        }
        start(10);
        Fx.await("trimmed", () -> changes.size() == 50 && board.jobs().size() <= 11);
        assertThat(board.job("run_0035")).as("on the page that each walk begins with").isEmpty();
        server.job(Statuses.of("run_0035", JobState.RUNNING, 1));
        Fx.await("back", () -> state("run_0035") == DisplayState.RUNNING);
    }

    @Test
    void whatIsRestoredIsAskedForWhenItWasDue() throws Exception {
        long asked = askedUntilKnown("run_1");
        Fx.run(() -> {
            List<Job> jobs = List.copyOf(board.jobs());
            monitored.remove(jobs);
            monitored.restore(jobs);
            monitored.watch(Set.of("run_2"));
        });
        Fx.await("the other is asked", () -> server.asked("run_2") > 0);

        assertThat(server.asked("run_1")).isEqualTo(asked);
        assertThat(state("run_1")).isEqualTo(DisplayState.RUNNING);
    }

    /** Begins with a job that is not to be asked for again soon: {@return how often it was until it is known} */
    private long askedUntilKnown(String jobId) throws Exception {
        server.job(waiting(jobId));
        start(1_000, jobId);
        Fx.await("known", () -> state(jobId) == DisplayState.RUNNING
                && board.job(jobId).orElseThrow().view().nextPoll() != Long.MAX_VALUE);
        return server.asked(jobId);
    }

    private static JobStatus waiting(String jobId) {
        return new JobStatus(jobId, JobState.RUNNING, "running", new Progress(1.0, null, null, null), Statuses.CREATED,
                Statuses.CREATED, null, null, null, null, null, Duration.ofSeconds(300));
    }
}
