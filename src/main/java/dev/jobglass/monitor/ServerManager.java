package dev.jobglass.monitor;

import dev.jobglass.api.ApiKey;
import dev.jobglass.api.ServerAddress;
import dev.jobglass.history.History;
import dev.jobglass.settings.ServerAccess;
import dev.jobglass.settings.ServerSettings;
import dev.jobglass.settings.Settings;
import dev.jobglass.settings.UnreadKeys;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.collections.ObservableList;
import javafx.util.Duration;

/** Has servers monitored as the user wants. JavaFX thread only. */
public final class ServerManager {
    /** Whoever changes how servers are asked mostly changes more than one thing. */
    private static final Duration AFTER_THE_LAST_CHANGE = Duration.seconds(1);

    private final StartupServers startup;
    private final Settings settings;
    private final History history;
    private final MonitoredServerFactory factory;
    private final UnreadKeys unreadKeys;
    private final PauseTransition reconnecting = new PauseTransition(AFTER_THE_LAST_CHANGE);
    private Workspace workspace;
    private Consumer<Workspace> window = _ -> {
    };

    /**
     * Monitors nothing yet.
     *
     * @param startup the servers to begin with
     * @param settings what is known of servers, and how they are asked
     * @param history what is remembered of them
     * @param clock the time of day
     * @param unreadKeys finds keys that could not be read with the settings
     */
    public ServerManager(StartupServers startup, Settings settings, History history, InstantSource clock,
            UnreadKeys unreadKeys) {
        this.startup = startup;
        this.settings = settings;
        this.history = history;
        this.unreadKeys = unreadKeys;
        this.factory = new MonitoredServerFactory(startup, settings, history, clock);
    }

    /**
     * Names what shows another workspace, and begins to follow the settings.
     *
     * @param next takes it
     */
    public void shownBy(Consumer<Workspace> next) {
        window = next;
        reconnecting.setOnFinished(_ -> reconnect());
        settings.polling().onChange(reconnecting::playFromStart);
    }

    /**
     * Says that a workspace is shown from now on.
     *
     * @param next which
     */
    public void shows(Workspace next) {
        workspace = next;
        reconnecting.stop();
    }

    /** {@return a workspace for the servers to begin with} */
    public Workspace first() {
        // A server named for once does not take the place of those a user has chosen in the window.
        if (!startup.nobodysChoice() && on().isEmpty()) {
            startup.first().forEach(server -> settings.server(server).onProperty().set(true));
        }
        workspace = workspace(startup.first());
        return workspace;
    }

    private Workspace workspace(Collection<ServerAddress> servers) {
        Workspace next = new Workspace(history);
        servers.forEach(server -> next.add(factory.monitored(server)));
        return next;
    }

    /** {@return the servers that a user has chosen to watch} */
    private List<ServerAddress> on() {
        return settings.servers().stream()
                .filter(server -> server.onProperty().get())
                .map(ServerSettings::address)
                .toList();
    }

    /** Asks all servers as the settings now say. */
    private void reconnect() {
        if (!workspace.isDemo()) {
            workspace.servers().stream().filter(server -> !server.closed()).toList().forEach(factory::reconnect);
        }
    }

    /** {@return whether keys are kept in the desktop's keyring, rather than in the settings' file} */
    public boolean keysApart() {
        return settings.keysApartProperty().get();
    }

    /** Asks the keyring for the keys it has not told yet; their servers are asked again then. */
    public void readKeys() {
        unreadKeys.ask(server -> workspace.server(server.address()).ifPresent(factory::reconnect));
    }

    /** {@return whether the keyring is being asked} */
    public ReadOnlyBooleanProperty readingKeysProperty() {
        return unreadKeys.askingProperty();
    }

    /** Follows the settings no more. */
    public void close() {
        reconnecting.stop();
        reconnecting.setOnFinished(null);
    }

    /** {@return all servers that are known, watched or not, observable} */
    public ObservableList<ServerSettings> known() {
        return settings.servers();
    }

    /** {@return what is kept of a server, if anything is} */
    public Optional<ServerSettings> known(ServerAddress server) {
        return settings.known(server);
    }

    /**
     * Watches a known server beside the others, or no more.
     *
     * @param server its address
     * @param on whether it is watched from now on
     */
    public void watch(ServerAddress server, boolean on) {
        settings.server(server).onProperty().set(on);
        if (on) {
            add(server);
        } else if (!workspace.isDemo()) {
            workspace.server(server).ifPresent(workspace::remove);
        }
    }

    /** Watches a server beside the others, unless it is watched already. */
    private void add(ServerAddress server) {
        leaveDemo();
        if (workspace.server(server).isEmpty()) {
            if (startup.nobodysChoice()) {
                makeWay();
            }
            workspace.add(factory.monitored(server));
        }
    }

    /** Has the servers of the user's choice shown again instead of the demo. */
    private void leaveDemo() {
        if (workspace.isDemo()) {
            window.accept(workspace(on()));
        }
    }

    /** A server that nobody has named need not stay once another is, unless somebody answers there. */
    private void makeWay() {
        workspace.server(ServerAddress.DEFAULT)
                .filter(server -> !settings.server(server.server()).onProperty().get())
                .filter(server -> server.view().lastAnswer() == null && server.board().jobs().isEmpty())
                .ifPresent(server -> {
                    workspace.remove(server);
                    settings.servers().remove(settings.server(server.server()));
                });
    }

    /**
     * Keeps what a user wrote about a server, and watches it.
     *
     * @param before the address of the server it was written about, or null for a new one
     * @param form an unchanged key keeps the known one, unless the scheme, the host or the port is another than before
     */
    public void keep(ServerAddress before, ServerForm form) {
        Optional<ServerAccess> access = settings.known(form.address()).map(ServerSettings::access);
        ServerSettings kept = written(before, form);
        if (before != null && !before.equals(form.address())) {
            startup.move(before, form.address());
            if (before.sameHost(form.address())) {
                settings.notifications().move(before, form.address());
            }
            forget(before);
        }
        boolean otherKey = !(form.key() instanceof KeyChange.Unchanged);
        if (otherKey) {
            startup.forgetGiven(form.address());
        }
        settings.known(form.address()).ifPresentOrElse(known -> take(known, kept), () -> settings.servers().add(kept));
        settings.server(form.address()).onProperty().set(true);
        Optional<MonitoredServer> monitored = workspace.server(form.address());
        if (monitored.isEmpty()) {
            add(form.address());
        } else if (otherKey || !access.equals(Optional.of(kept.access()))) {
            factory.reconnect(monitored.get());
        }
    }

    private static void take(ServerSettings known, ServerSettings written) {
        known.nameProperty().set(written.nameProperty().get());
        known.keyProperty().set(written.keyProperty().get());
        known.keyElsewhereProperty().set(written.keyElsewhereProperty().get());
        known.reachBy(written.access());
    }

    /** {@return what is known of a server with what a user wrote about it} */
    private ServerSettings written(ServerAddress before, ServerForm form) {
        ServerSettings known = settings.known(form.address()).orElseGet(() -> new ServerSettings(form.address()));
        // On the same host it is still the same server; but its key goes to no other port or scheme unasked.
        boolean same = before != null && !before.equals(form.address()) && before.sameHost(form.address());
        ServerSettings result = (same ? settings.server(before) : known).at(form.address());
        if (same && !before.sameOrigin(form.address())) {
            result.keyProperty().set(known.keyProperty().get());
        }
        boolean fresh = before == null; // what a new entry leaves out stays as it is known
        if (!fresh || !form.name().isEmpty()) {
            result.nameProperty().set(form.name());
        }
        if (!fresh || !form.access().equals(ServerAccess.PLAIN)) {
            result.reachBy(fresh ? form.access().over(known.access()) : form.access());
        }
        switch (form.key()) {
            case KeyChange.Unchanged() -> {
                // It was read from what is known.
            }
            case KeyChange.Removed() -> {
                result.keyProperty().set(null);
                result.keyElsewhereProperty().set(null);
            }
            case KeyChange.Entered(ApiKey key) -> result.keyProperty().set(key.secret());
        }
        return result;
    }

    /**
     * Forgets a server, its key and what was dismissed there, and watches it no more.
     *
     * @param server its address
     */
    public void forget(ServerAddress server) {
        watch(server, false);
        startup.forgetGiven(server);
        settings.notifications().forget(server);
        settings.servers().removeIf(known -> known.address().equals(server));
    }

    /**
     * Watches servers that another start was asked for.
     *
     * @param typed their addresses as a user typed them; none for those that are watched anyway
     * @param key for the first of them, or null; it goes to no server that was not named together with it
     * @return the first of them
     */
    public MonitoredServer handedOver(List<String> typed, ApiKey key) {
        leaveDemo();
        List<ServerAddress> named = typed.stream().map(startup::typed).toList();
        named.forEach(this::add);
        if (workspace.servers().isEmpty()) {
            startup.first().forEach(this::add);
        }
        if (workspace.servers().isEmpty()) {
            add(ServerAddress.DEFAULT); // whoever names a job without a server means it
        }
        MonitoredServer first = named.stream()
                .findFirst()
                .flatMap(workspace::server)
                .orElseGet(() -> workspace.servers().getFirst());
        if (key != null && !named.isEmpty()) {
            startup.give(first.server(), key);
            factory.reconnect(first);
        }
        return first;
    }

    /**
     * Asks a server once, whether it is watched or not.
     *
     * @param before as for {@link #keep}
     * @param form as for {@link #keep}
     * @param taker takes what came of it, on the JavaFX thread
     */
    public void test(ServerAddress before, ServerForm form, Consumer<TestedConnection> taker) {
        ServerSettings meant = written(before, form);
        ApiKey given = form.key() instanceof KeyChange.Unchanged
                ? startup.given(before == null ? form.address() : before, form.address())
                : null;
        new ConnectionTester(factory, settings.polling()).test(meant, given, taker);
    }
}
