package dev.jobglass.monitor;

import dev.jobglass.api.ApiKey;
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
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import javafx.application.Platform;
import javafx.collections.SetChangeListener;
import javafx.util.Subscription;

/** Makes what watches a server, as the settings say and with what is kept of it. JavaFX thread only. */
public final class MonitoredServerFactory {
    private static final System.Logger LOG = System.getLogger(MonitoredServerFactory.class.getName());
    /** The table shows what happened lately; older jobs are in the history. */
    private static final int MOST_RECALLED = 10_000;

    private final StartupServers startup;
    private final Settings settings;
    private final History history;
    private final InstantSource clock;

    MonitoredServerFactory(StartupServers startup, Settings settings, History history, InstantSource clock) {
        this.startup = startup;
        this.settings = settings;
        this.history = history;
        this.clock = clock;
    }

    /** {@return what monitors a server, once it is started; what is remembered of it comes by itself} */
    MonitoredServer monitored(ServerAddress server) {
        ServerSettings known = settings.server(server);
        OpenFailures failures = new OpenFailures(known.dismissed(), known::dismiss, known.dismissed()::removeAll);
        JobSelection selection = new JobSelection(known.watched(), known.removed(),
                JobSelection.Listener.keeping(known.watched(), known.removed()));
        Board board = new Board(server, settings.nameOf(known), stalledAfter(), failures, known.lookedProperty().get(),
                selection::excludes, new HistoryRecorder(history, server.toString(), clock));
        JobServer client = client(startup.key(server), known);
        MonitoredServer monitored = new MonitoredServer(board, poller(client, pollSettings(), selection, clock),
                client, finishedKept(), selection);
        monitored.certificate().of(known.access().clientCertificate());
        board.serverProperty().addListener((_, before, after) -> {
            if (after.looked() && !before.looked()) {
                known.lookedProperty().set(true);
            }
        });
        Subscription renaming = settings.servers().subscribe(() -> board.rename(settings.nameOf(known)));
        monitored.onClose(renaming::unsubscribe);
        followDismissals(known, board, monitored);
        Thread.startVirtualThread(() -> recall(monitored));
        return logged(monitored);
    }

    /** What another window dismisses comes one by one, and is told the board together. */
    private static void followDismissals(ServerSettings known, Board board, MonitoredServer monitored) {
        Set<String> ids = new LinkedHashSet<>();
        SetChangeListener<String> dismissal = change -> {
            if (change.wasRemoved()) {
                ids.remove(change.getElementRemoved()); // it is taken back
                return;
            }
            if (ids.isEmpty()) {
                Platform.runLater(() -> {
                    board.dismissedElsewhere(ids);
                    ids.clear();
                });
            }
            ids.add(change.getElementAdded());
        };
        known.dismissed().addListener(dismissal);
        monitored.onClose(() -> known.dismissed().removeListener(dismissal));
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
    void reconnect(MonitoredServer monitored) {
        ServerSettings known = settings.server(monitored.server());
        JobServer client = client(startup.key(monitored.server()), known);
        monitored.certificate().of(known.access().clientCertificate());
        monitored.board().stalledAfter(stalledAfter());
        monitored.askAnew(poller(client, pollSettings(), monitored.selection(), clock), client, finishedKept());
    }

    private Duration stalledAfter() {
        return Duration.ofMinutes(settings.polling().stalledMinutesProperty().get());
    }

    private int finishedKept() {
        return settings.polling().finishedKeptProperty().get();
    }

    private PollSettings pollSettings() {
        PollingSettings polling = settings.polling();
        return new PollSettings(polling.maxInFlightProperty().get(), true, polling.discoveryProperty().get(),
                Duration.ofSeconds(polling.discoverySecondsProperty().get()));
    }

    /**
     * {@return what asks a server; to be closed}
     *
     * @param key what to identify with, or null
     * @param known whom to ask, and how
     */
    JobServer client(ApiKey key, ServerSettings known) {
        PollingSettings polling = settings.polling();
        Timeouts timeouts = new Timeouts(Duration.ofSeconds(polling.connectSecondsProperty().get()),
                Duration.ofSeconds(polling.answerSecondsProperty().get()));
        return new RunsClient(known.address(), key, timeouts, known.access().route(known.address()));
    }

    /** Puts on the board what is remembered of the server, so that the table is there before it answers. */
    private void recall(MonitoredServer watching) {
        var durations = history.durations(watching.server().toString());
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
