package dev.jobglass.monitor;

import dev.jobglass.api.ApiKey;
import dev.jobglass.api.PrivateAuthority;
import dev.jobglass.api.JobServer;
import dev.jobglass.api.RunsClient;
import dev.jobglass.api.ServerAddress;
import dev.jobglass.api.Timeouts;
import dev.jobglass.history.History;
import dev.jobglass.history.StoredJob;
import dev.jobglass.model.Board;
import dev.jobglass.model.OpenFailures;
import dev.jobglass.poll.PollSettings;
import dev.jobglass.poll.ServerPoller;
import dev.jobglass.settings.PollingSettings;
import dev.jobglass.settings.ServerSettings;
import dev.jobglass.settings.Settings;
import dev.jobglass.settings.SettingsFile;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import javafx.application.Platform;
import javax.net.ssl.SSLContext;

/** Makes what watches a server, as the settings say and with what is kept of it. JavaFX thread only. */
public final class MonitoredServerFactory {
    private static final System.Logger LOG = System.getLogger(MonitoredServerFactory.class.getName());
    /** The table shows what happened lately; older jobs are in the history. */
    private static final int MOST_RECALLED = 10_000;

    private final StartupServers choice;
    private final SettingsFile store;
    private final History history;
    private final InstantSource clock;

    MonitoredServerFactory(StartupServers choice, SettingsFile store, History history, InstantSource clock) {
        this.choice = choice;
        this.store = store;
        this.history = history;
        this.clock = clock;
    }

    /** {@return what watches a server, once it is started; what is remembered of it comes by itself} */
    MonitoredServer watching(ServerAddress server) {
        String url = server.toString();
        Settings settings = store.get();
        ServerSettings known = settings.server(url);
        OpenFailures failures = new OpenFailures(known.dismissed(),
                ids -> store.updateServer(url, kept -> kept.withMoreDismissed(ids)));
        JobSelection selection = new JobSelection(known.watched(), known.removed(), remembering(url));
        Board board = new Board(server, label(server), stalledAfter(settings.polling()), failures, known.looked(),
                selection::excludes, new HistoryRecorder(history, url, clock));
        JobServer client = client(server, choice.key(server), known);
        MonitoredServer watching = new MonitoredServer(board,
                poller(client, pollSettings(settings.polling()), selection, clock), client,
                settings.polling().finishedKept(), selection);
        board.serverProperty().addListener((_, before, after) -> {
            if (after.looked() && !before.looked()) {
                store.updateServer(url, ServerSettings::withLooked);
            }
        });
        Thread.startVirtualThread(() -> recall(watching));
        return logged(watching);
    }

    /** {@return what keeps changes as changes, so that two windows do not undo each other's} */
    private JobSelection.Listener remembering(String url) {
        return new JobSelection.Listener() {
            @Override
            public void watchedChanged(Collection<String> added, Collection<String> gone) {
                store.updateServer(url, kept -> kept.withLists(List.copyOf(changed(kept.watched(), added, gone)),
                        kept.removed()));
            }

            @Override
            public void removedChanged(Collection<String> added, Collection<String> gone) {
                store.updateServer(url, kept -> kept.withLists(kept.watched(), changed(kept.removed(), added, gone)));
            }
        };
    }

    private static Set<String> changed(Collection<String> before, Collection<String> added, Collection<String> gone) {
        Set<String> after = new LinkedHashSet<>(before);
        after.removeAll(Set.copyOf(gone));
        after.addAll(added);
        return after;
    }

    /**
     * {@return a poller that is not ticked yet}
     *
     * @param client whom it asks
     * @param settings how
     * @param selection which jobs are wanted
     * @param clock the time of day
     */
    public static ServerPoller poller(JobServer client, PollSettings settings, JobSelection selection,
            InstantSource clock) {
        return new ServerPoller(client, settings, selection::excludes, clock, System::nanoTime, new Random());
    }

    /**
     * Has the log tell when a server is lost and found, and {@return the same}
     *
     * @param server not started yet
     */
    public static MonitoredServer logged(MonitoredServer server) {
        server.board().serverProperty().addListener((_, before, after) -> {
            if (before.link() != after.link() || before.kind() != after.kind()) {
                LOG.log(System.Logger.Level.INFO, "{0}: {1}{2}", server.server(), after.link(),
                        after.problem() == null ? "" : ", " + after.problem());
            }
        });
        return server;
    }

    /** Has a server asked as the settings now say. */
    void askAnew(MonitoredServer watching) {
        Settings settings = store.get();
        ServerSettings known = settings.server(watching.server().toString());
        JobServer client = client(watching.server(), choice.key(watching.server()), known);
        watching.board().rename(label(watching.server()));
        watching.board().stalledAfter(stalledAfter(settings.polling()));
        watching.askAnew(poller(client, pollSettings(settings.polling()), watching.selection(), clock), client,
                settings.polling().finishedKept());
    }

    /** {@return what the person calls a server} */
    String label(ServerAddress server) {
        String name = store.get().server(server.toString()).name();
        return name.isEmpty() ? server.label() : name;
    }

    private static Duration stalledAfter(PollingSettings polling) {
        return Duration.ofMinutes(polling.stalledMinutes());
    }

    private static PollSettings pollSettings(PollingSettings polling) {
        return new PollSettings(polling.maxInFlight(), true, polling.discovery(),
                Duration.ofSeconds(polling.discoverySeconds()));
    }

    /**
     * {@return what asks a server; to be closed}
     *
     * @param key what to identify with, or null
     * @param known whom to trust
     */
    JobServer client(ServerAddress server, ApiKey key, ServerSettings known) {
        return new RunsClient(server, key, timeouts(), trust(known));
    }

    private Timeouts timeouts() {
        PollingSettings polling = store.get().polling();
        return new Timeouts(Duration.ofSeconds(polling.connectSeconds()), Duration.ofSeconds(polling.answerSeconds()));
    }

    /** {@return whom to trust, or null for those that all trust; nobody when the file named cannot be read} */
    private static SSLContext trust(ServerSettings known) {
        if (known.authority() == null) {
            return null;
        }
        try {
            return PrivateAuthority.trusting(Path.of(known.authority()));
        } catch (IOException | InvalidPathException e) {
            // Others would be sent the key that is meant for a server of one's own.
            LOG.log(System.Logger.Level.WARNING, "{0} is not trusted, since {1} cannot be read: {2}", known.url(),
                    known.authority(), e.toString());
            return PrivateAuthority.trustingNobody();
        }
    }

    /** Puts on the board what is remembered of the server, so that the table is there before it answers. */
    private void recall(MonitoredServer watching) {
        var durations = history.durations();
        List<StoredJob> known = history.jobs(watching.server().toString(), MOST_RECALLED);
        Platform.runLater(() -> {
            if (!watching.closed()) {
                watching.board().times().recall(durations);
                known.reversed().forEach(job -> watching.recall(job.status(), job.changedAt(), job.gone()));
                watching.board().recalled();
            }
        });
    }
}
