package dev.jobglass.app;

import dev.jobglass.api.JobState;
import dev.jobglass.api.JobStatus;
import dev.jobglass.api.Progress;
import dev.jobglass.api.RunsClient;
import dev.jobglass.api.ServerAddress;
import dev.jobglass.api.Timeouts;
import dev.jobglass.demo.DemoPast;
import dev.jobglass.demo.DemoServer;
import dev.jobglass.history.History;
import dev.jobglass.model.Board;
import dev.jobglass.model.OpenFailures;
import dev.jobglass.monitor.HistoryRecorder;
import dev.jobglass.monitor.JobSelection;
import dev.jobglass.monitor.MonitoredServer;
import dev.jobglass.monitor.MonitoredServerFactory;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.poll.PollSettings;
import dev.jobglass.settings.PollingSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;

/** The built-in demo: an embedded server and a workspace that watches it, of which nothing is kept. */
final class Demo {
    /** The demo always plays the same piece. */
    private static final long SEED = 20261124;
    /** The demo's jobs are so quick that standing still for longer than a poll or two is odd. */
    private static final Duration STALLED_AFTER = Duration.ofSeconds(4);

    /** Its past is two weeks long. */
    private static final Duration KEPT = Duration.ofDays(30);

    private Demo() {
    }

    /** {@return a workspace with a server of its own, which ends with it; JavaFX thread only} */
    static Workspace open(InstantSource clock) {
        DemoServer demo;
        try {
            demo = DemoServer.start(SEED, clock);
        } catch (IOException e) {
            throw new UncheckedIOException("the demo needs a free port", e);
        }
        ServerAddress address = new ServerAddress(demo.address());
        History history = history();
        DemoPast.before(SEED, clock.instant()).forEach(run -> remember(history, address.toString(), run));
        JobSelection selection = JobSelection.ofAll();
        Board board = new Board(address, address.label(), STALLED_AFTER, OpenFailures.ofThisRun(), false,
                selection::excludes, new HistoryRecorder(history, address.toString(), clock));
        RunsClient client = new RunsClient(address, null, Timeouts.DEFAULT);
        Workspace workspace = new Workspace(history, true, () -> {
            demo.close();
            history.close();
        });
        workspace.add(MonitoredServerFactory.logged(new MonitoredServer(board,
                MonitoredServerFactory.poller(client, PollSettings.DEFAULT, selection, clock), client,
                PollingSettings.USUAL_FINISHED, selection)));
        return workspace;
    }

    private static void remember(History history, String server, DemoPast.Run run) {
        JobState state = run.error() != null
                ? JobState.FAILED
                : run.cancelled() ? JobState.CANCELLED : JobState.SUCCEEDED;
        history.seen(server, new JobStatus(run.id(), state, state.name().toLowerCase(Locale.ROOT), Progress.NONE,
                run.created(), run.started(), run.completed(), run.agent(), null, null, run.error(), null),
                run.completed());
    }

    /** The demo remembers too, until it is closed. */
    private static History history() {
        try {
            Path folder = Files.createTempDirectory("jobglass-demo");
            folder.toFile().deleteOnExit();
            Path file = folder.resolve("history.db");
            file.toFile().deleteOnExit();
            return new History(file, KEPT);
        } catch (IOException e) {
            throw new UncheckedIOException("the demo needs a folder for temporary files", e);
        }
    }
}
