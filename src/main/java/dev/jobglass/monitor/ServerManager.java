package dev.jobglass.monitor;

import dev.jobglass.api.ApiKey;
import dev.jobglass.api.JobPage;
import dev.jobglass.api.JobServer;
import dev.jobglass.api.Problem;
import dev.jobglass.api.Response.Failure;
import dev.jobglass.api.Response.Success;
import dev.jobglass.api.ServerAddress;
import dev.jobglass.history.History;
import dev.jobglass.settings.ServerSettings;
import dev.jobglass.settings.SettingsFile;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.application.Platform;

/** Has servers watched as the person wants, and keeps what is to be kept of them. JavaFX thread only. */
public final class ServerManager {
    private final StartupServers choice;
    private final SettingsFile store;
    private final History history;
    private final MonitoredServerFactory watchings;
    private Workspace workspace;
    private Consumer<Workspace> show = _ -> {
    };

    public ServerManager(StartupServers choice, SettingsFile store, History history, InstantSource clock) {
        this.choice = choice;
        this.store = store;
        this.history = history;
        this.watchings = new MonitoredServerFactory(choice, store, history, clock);
    }

    /** Names what shows another workspace. */
    public void shownBy(Consumer<Workspace> window) {
        show = window;
    }

    /** Says that a workspace is shown from now on. */
    public void shows(Workspace next) {
        workspace = next;
    }

    /** {@return a workspace for the servers to begin with} */
    public Workspace first() {
        // A server named for once does not take the place of those a person has chosen in the window.
        if (!choice.nobodysChoice() && on().isEmpty()) {
            choice.first().forEach(server -> store.updateServer(server.toString(), known -> known.withOn(true)));
        }
        workspace = workspace(choice.first());
        return workspace;
    }

    private Workspace workspace(Collection<ServerAddress> servers) {
        Workspace next = new Workspace(history);
        servers.forEach(server -> next.add(watchings.watching(server)));
        return next;
    }

    /** {@return the servers that a person has chosen to watch} */
    private List<ServerAddress> on() {
        return known().stream().filter(ServerSettings::on).map(known -> address(known.url())).toList();
    }

    /** Asks all servers as the settings now say. */
    public void askAnew() {
        if (!workspace.isDemo()) {
            List.copyOf(workspace.servers()).forEach(watchings::askAnew);
        }
    }

    /** {@return all servers that are known, watched or not} */
    public List<ServerSettings> known() {
        List<ServerSettings> kept = store.get().servers();
        Stream<ServerSettings> fresh = shown().stream()
                .filter(url -> kept.stream().noneMatch(known -> known.url().equals(url)))
                .map(ServerSettings::unknown);
        return Stream.concat(kept.stream().filter(known -> ServerAddress.possible(known.url())), fresh).toList();
    }

    /** {@return the base addresses of the servers that are watched, but for the demo} */
    private List<String> shown() {
        return workspace == null || workspace.isDemo()
                ? List.of()
                : workspace.servers().stream().map(server -> server.server().toString()).toList();
    }

    /**
     * Watches a known server beside the others, or no more.
     *
     * @param url its base address, already checked
     * @param on whether it is watched from now on
     */
    public void watch(String url, boolean on) {
        store.updateServer(url, known -> known.withOn(on));
        if (on) {
            add(address(url));
        } else if (!workspace.isDemo()) {
            workspace.server(url).ifPresent(workspace::remove);
        }
    }

    /** Watches a server beside the others, unless it is watched already. */
    private void add(ServerAddress server) {
        leaveDemo();
        if (workspace.server(server.toString()).isEmpty()) {
            if (choice.nobodysChoice()) {
                makeWay();
            }
            workspace.add(watchings.watching(server));
        }
    }

    /** Has the servers of the person's choice shown again instead of the demo. */
    void leaveDemo() {
        if (workspace.isDemo()) {
            show.accept(workspace(on()));
        }
    }

    /** A server that nobody has named need not stay once another is, unless somebody answers there. */
    private void makeWay() {
        String url = ServerAddress.DEFAULT.toString();
        workspace.server(url).filter(_ -> store.get().servers().stream().noneMatch(known -> known.url().equals(url)))
                .filter(server -> server.board().serverProperty().get().lastAnswer() == null)
                .ifPresent(workspace::remove);
    }

    /**
     * Keeps what a user wrote about a server, and watches it.
     *
     * @param before the base address of the server it was written about, or null for a new one
     * @param server its address already checked, its certificates readable; a key of null keeps the known one,
     *        unless the scheme, the host or the port is another than before
     */
    public void keep(String before, ServerSettings server) {
        ServerAddress address = address(server.url());
        String authority = store.get().server(server.url()).authority();
        UnaryOperator<ServerSettings> written = written(before, server);
        if (before != null && !before.equals(server.url())) {
            choice.move(address(before), address);
            forget(before);
        }
        if (server.key() != null) {
            choice.forgetGiven(address);
        }
        store.updateServer(server.url(), known -> written.apply(known).withOn(true));
        Optional<MonitoredServer> watched = workspace.server(server.url());
        if (watched.isEmpty()) {
            add(address);
        } else if (server.key() == null
                && Objects.equals(authority, store.get().server(server.url()).authority())) {
            watched.get().board().rename(watchings.label(address));
        } else {
            watchings.askAnew(watched.get());
        }
    }

    /** {@return what makes of what is known of a server what a person wrote about it} */
    private UnaryOperator<ServerSettings> written(String before, ServerSettings server) {
        if (before == null) {
            return known -> known.completedBy(server);
        }
        ServerSettings old = store.get().server(before);
        if (before.equals(server.url()) || !address(before).sameHost(address(server.url()))) {
            return known -> known.replacedBy(server);
        }
        // On the same host it is still the same server; but its key goes to no other port or scheme unasked.
        boolean sameOrigin = address(before).sameOrigin(address(server.url()));
        return known -> old.withUrl(server.url()).withKey(sameOrigin ? old.key() : known.key()).replacedBy(server);
    }

    /**
     * Forgets a server, its key and what was dismissed there, and watches it no more.
     *
     * @param url its base address
     */
    public void forget(String url) {
        watch(url, false);
        choice.forgetGiven(address(url));
        store.update(now -> now.withNotifications(told -> told.withMutedServer(url, false)).withServers(
                now.servers().stream().filter(known -> !known.url().equals(url)).toList()));
    }

    /**
     * Watches servers that another start was asked for.
     *
     * @param typed their addresses as a person typed them; none for those that are watched anyway
     * @param key for the first of them, or null; it goes to no server that was not named together with it
     * @return the first of them
     */
    public MonitoredServer handedOver(List<String> typed, ApiKey key) {
        leaveDemo();
        List<String> urls = typed.stream().map(text -> choice.typed(text).toString()).toList();
        urls.forEach(url -> add(address(url)));
        if (workspace.servers().isEmpty()) {
            choice.first().forEach(this::add);
        }
        MonitoredServer first = urls.stream().findFirst().flatMap(workspace::server)
                .orElseGet(() -> workspace.servers().getFirst());
        if (key != null && !urls.isEmpty()) {
            choice.give(first.server(), key);
            watchings.askAnew(first);
        }
        return first;
    }

    /**
     * Asks a server once, whether it is watched or not.
     *
     * @param before as for {@link #keep}
     * @param server as for {@link #keep}
     * @param taker takes what came of it, on the JavaFX thread
     */
    public void test(String before, ServerSettings server, Consumer<ConnectionTest> taker) {
        ServerAddress address = address(server.url());
        ServerSettings meant = written(before, server).apply(store.get().server(server.url()));
        ApiKey key;
        try {
            key = server.key() == null ? choice.given(before == null ? address : address(before), address) : null;
            if (key == null) {
                key = StartupServers.kept(meant);
            }
        } catch (IllegalArgumentException _) {
            taker.accept(new ConnectionTest.KeyUnusable());
            return;
        }
        JobServer client = watchings.client(address, key, meant);
        long asked = System.nanoTime();
        client.list(null, 1, 1).thenAccept(answer -> {
            long took = Duration.ofNanos(System.nanoTime() - asked).toMillis();
            ConnectionTest outcome = switch (answer) {
                case Success(JobPage page) -> new ConnectionTest.Lists(took, page.total());
                case Failure(Problem.NotFound _) -> new ConnectionTest.ListsNothing(took);
                case Failure(Problem problem) -> new ConnectionTest.Failed(problem);
            };
            Platform.runLater(() -> taker.accept(outcome));
            client.close();
        });
    }

    private static ServerAddress address(String url) {
        try {
            return ServerAddress.parse(url);
        } catch (ServerAddress.Malformed e) {
            throw new IllegalArgumentException(url, e); // whoever calls this has checked it
        }
    }
}
