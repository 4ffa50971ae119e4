package dev.jobglass;

import dev.jobglass.api.ApiKey;
import dev.jobglass.api.PrivateAuthority;
import dev.jobglass.api.RunsClient;
import dev.jobglass.api.ServerAddress;
import dev.jobglass.api.Timeouts;
import dev.jobglass.board.Board;
import dev.jobglass.board.Failures;
import dev.jobglass.board.JobActions;
import dev.jobglass.board.Watching;
import dev.jobglass.board.text.PlainText;
import dev.jobglass.demo.DemoServer;
import dev.jobglass.history.History;
import dev.jobglass.history.KnownJob;
import dev.jobglass.poll.PollSettings;
import dev.jobglass.poll.ServerPoller;
import dev.jobglass.settings.PollingSettings;
import dev.jobglass.settings.ServerSettings;
import dev.jobglass.settings.Settings;
import dev.jobglass.settings.SettingsStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.Set;
import javafx.application.Platform;
import javax.net.ssl.SSLContext;

/**
 * A server being watched, from the choice of it until the choice of another. JavaFX thread only.
 *
 * @param watching what is known and what a person can do
 * @param history what is remembered, of this and other servers
 * @param demoServer the server itself when it is the built-in demo, else null
 */
record Session(Watching watching, History history, DemoServer demoServer) implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Session.class.getName());
    /** The table shows what happened lately; older jobs are in the history. */
    private static final int MOST_RECALLED = 10_000;
    /** The demo always plays the same piece. */
    private static final long DEMO_SEED = 20261124;
    /** The demo's jobs are so quick that standing still for longer than a poll or two is odd. */
    private static final Duration DEMO_STALLED_AFTER = Duration.ofSeconds(4);

    /** {@return a session for a real server, whose lists and dismissals are kept in the settings} */
    static Session of(ServerAddress server, ApiKey key, SettingsStore store, History history, InstantSource clock) {
        Settings settings = store.get();
        ServerSettings known = settings.server(server.toString());
        Failures failures = new Failures(known.dismissed(), ids -> store
                .update(now -> now.withServer(server.toString(), kept -> kept.withDismissed(ids))));
        Board board = new Board(Duration.ofMinutes(settings.polling().stalledMinutes()), failures, known.looked(),
                new HistoryChronicle(history, server.toString(), clock));
        RunsClient client = new RunsClient(server, key,
                new Timeouts(Duration.ofSeconds(settings.polling().connectSeconds()),
                        Duration.ofSeconds(settings.polling().answerSeconds())),
                trust(known));
        PollSettings polling = new PollSettings(settings.polling().maxInFlight(), true, settings.polling().discovery(),
                Duration.ofSeconds(settings.polling().discoverySeconds()));
        Watching watching = new Watching(server, board, poller(client, polling, known.removed(), clock),
                new JobActions(client), settings.polling().finishedKept(),
                known.watched(), known.removed(), (watched, removed) -> store.update(
                        now -> now.withServer(server.toString(), kept -> kept.withLists(watched, removed))));
        board.serverProperty().addListener((_, before, after) -> {
            if (after.looked() && !before.looked()) {
                store.update(now -> now.withServer(server.toString(), ServerSettings::withLooked));
            }
        });
        Session session = new Session(watching, history, null);
        Thread.startVirtualThread(session::recall);
        return session.logged();
    }

    /** {@return whom to trust, or null for those that all trust; also when the file named cannot be read} */
    private static SSLContext trust(ServerSettings known) {
        try {
            return known.authority() == null ? null : PrivateAuthority.trusting(Path.of(known.authority()));
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "Cannot trust by {0}: {1}", known.authority(), e.toString());
            return null;
        }
    }

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
        Board board = new Board(DEMO_STALLED_AFTER, new Failures(Set.of(), _ -> {
        }), false, new HistoryChronicle(history, address.toString(), clock));
        RunsClient client = new RunsClient(address, null, Timeouts.DEFAULT);
        Watching watching = new Watching(address, board, poller(client, PollSettings.DEFAULT, Set.of(), clock),
                new JobActions(client), PollingSettings.DEFAULT.finishedKept(),
                List.of(), Set.of(), (_, _) -> {
                });
        return new Session(watching, history, demo).logged();
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

    /** Puts on the board what is remembered of the server, so that the table is there before it answers. */
    private void recall() {
        var durations = history.durations();
        List<KnownJob> known = history.jobs(watching.server().toString(), MOST_RECALLED);
        Platform.runLater(() -> {
            watching.board().times().recall(durations);
            known.reversed().forEach(job -> watching.recall(job.status(), job.changedAt(), job.gone()));
            watching.board().recalled();
        });
    }

    private static ServerPoller poller(RunsClient client, PollSettings settings, Set<String> removed,
            InstantSource clock) {
        return new ServerPoller(client, settings, removed, clock, System::nanoTime, new Random());
    }

    /** Has the log tell when the server is lost and found. */
    private Session logged() {
        watching.board().serverProperty().addListener((_, before, after) -> {
            if (before.link() != after.link() || before.kind() != after.kind()) {
                LOG.log(System.Logger.Level.INFO, "{0}: {1}{2}", watching.server(), after.link(),
                        after.trouble() == null ? "" : ", " + PlainText.line(after.trouble()));
            }
        });
        return this;
    }

    /** Watches these too; none is fine. */
    void watch(Set<String> ids) {
        if (!ids.isEmpty()) {
            watching.watch(ids);
        }
    }

    boolean isDemo() {
        return demoServer != null;
    }

    @Override
    public void close() {
        watching.close();
        if (demoServer != null) {
            demoServer.close();
            history.close();
        }
    }
}
