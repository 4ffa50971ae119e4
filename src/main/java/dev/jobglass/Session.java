package dev.jobglass;

import dev.jobglass.api.RunsClient;
import dev.jobglass.api.ServerAddress;
import dev.jobglass.api.Timeouts;
import dev.jobglass.board.Board;
import dev.jobglass.board.Failures;
import dev.jobglass.board.Overview;
import dev.jobglass.board.Watching;
import dev.jobglass.board.text.PlainText;
import dev.jobglass.demo.DemoServer;
import dev.jobglass.history.History;
import dev.jobglass.poll.PollSettings;
import dev.jobglass.poll.ServerPoller;
import dev.jobglass.settings.PollingSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * What the main window shows: servers of the person's choice, or the demo. JavaFX thread only.
 *
 * @param overview of the servers watched
 * @param history what is remembered, of these and other servers
 * @param demoServer the server itself when it is the built-in demo, else null
 */
record Session(Overview overview, History history, DemoServer demoServer) implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Session.class.getName());
    /** The demo always plays the same piece. */
    private static final long DEMO_SEED = 20261124;
    /** The demo's jobs are so quick that standing still for longer than a poll or two is odd. */
    private static final Duration DEMO_STALLED_AFTER = Duration.ofSeconds(4);

    /** {@return a session for the built-in demo, of which nothing is kept} */
    static Session demo(InstantSource clock) {
        DemoServer demo;
        ServerAddress address;
        try {
            demo = DemoServer.start(DEMO_SEED, clock);
        } catch (IOException e) {
            throw new UncheckedIOException("the demo needs a free port", e);
        }
        address = new ServerAddress(demo.address());
        History history = demoHistory();
        Board board = new Board(address.label(), DEMO_STALLED_AFTER, new Failures(Set.of(), _ -> {
        }), false, new HistoryChronicle(history, address.toString(), clock));
        RunsClient client = new RunsClient(address, null, Timeouts.DEFAULT);
        Watching watching = new Watching(address, board, poller(client, PollSettings.DEFAULT, Set.of(), clock),
                client, PollingSettings.DEFAULT.finishedKept(),
                List.of(), Set.of(), (_, _) -> {
                });
        Overview overview = new Overview();
        overview.add(logged(watching));
        return new Session(overview, history, demo);
    }

    /** The demo remembers too, until it is closed. */
    private static History demoHistory() {
        try {
            Path folder = Files.createTempDirectory("jobglass-demo");
            folder.toFile().deleteOnExit();
            Path file = folder.resolve("history.db");
            file.toFile().deleteOnExit();
            return new History(file, Duration.ofDays(1));
        } catch (IOException e) {
            throw new UncheckedIOException("the demo needs a folder for temporary files", e);
        }
    }

    static ServerPoller poller(RunsClient client, PollSettings settings, Set<String> removed,
            InstantSource clock) {
        return new ServerPoller(client, settings, removed, clock, System::nanoTime, new Random());
    }

    /** Has the log tell when the server is lost and found. */
    static Watching logged(Watching watching) {
        watching.board().serverProperty().addListener((_, before, after) -> {
            if (before.link() != after.link() || before.kind() != after.kind()) {
                LOG.log(System.Logger.Level.INFO, "{0}: {1}{2}", watching.server(), after.link(),
                        after.trouble() == null ? "" : ", " + PlainText.line(after.trouble()));
            }
        });
        return watching;
    }

    /** Watches these too, at the first of the servers; none is fine. */
    void watch(Set<String> ids) {
        if (!ids.isEmpty() && !overview.servers().isEmpty()) {
            overview.servers().getFirst().watch(ids);
        }
    }

    boolean isDemo() {
        return demoServer != null;
    }

    @Override
    public void close() {
        overview.close();
        if (demoServer != null) {
            demoServer.close();
            history.close();
        }
    }
}
