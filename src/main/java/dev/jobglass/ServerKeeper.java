package dev.jobglass;

import dev.jobglass.text.Messages;
import dev.jobglass.api.Answer.Given;
import dev.jobglass.api.Answer.Refused;
import dev.jobglass.api.ApiKey;
import dev.jobglass.api.JobPage;
import dev.jobglass.api.Problem;
import dev.jobglass.api.RunsClient;
import dev.jobglass.api.ServerAddress;
import dev.jobglass.board.Overview;
import dev.jobglass.board.Watching;
import dev.jobglass.dashboard.ServerActions;
import dev.jobglass.history.History;
import dev.jobglass.settings.ServerSettings;
import dev.jobglass.settings.SettingsStore;
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
final class ServerKeeper implements ServerActions {
    private final ServerChoice choice;
    private final SettingsStore store;
    private final History history;
    private final WatchingFactory watchings;
    private Session session;
    private Consumer<Session> show = _ -> {
    };

    ServerKeeper(ServerChoice choice, SettingsStore store, History history, InstantSource clock) {
        this.choice = choice;
        this.store = store;
        this.history = history;
        this.watchings = new WatchingFactory(choice, store, history, clock);
    }

    /** Names what shows another session. */
    void shownBy(Consumer<Session> window) {
        show = window;
    }

    /** Says that a session is shown from now on. */
    void shows(Session next) {
        session = next;
    }

    /** {@return a session for the servers to begin with} */
    Session first() {
        // A server named for once does not take the place of those a person has chosen in the window.
        if (!choice.nobodysChoice() && on().isEmpty()) {
            choice.first().forEach(server -> store.updateServer(server.toString(), known -> known.withOn(true)));
        }
        session = session(choice.first());
        return session;
    }

    private Session session(Collection<ServerAddress> servers) {
        Overview overview = new Overview();
        servers.forEach(server -> overview.add(watchings.watching(server)));
        return new Session(overview, history, null);
    }

    /** {@return the servers that a person has chosen to watch} */
    private List<ServerAddress> on() {
        return known().stream().filter(ServerSettings::on).map(known -> address(known.url())).toList();
    }

    /** Asks all servers as the settings now say. */
    void askAnew() {
        if (!session.isDemo()) {
            List.copyOf(session.overview().servers()).forEach(watchings::askAnew);
        }
    }

    @Override
    public List<ServerSettings> known() {
        List<ServerSettings> kept = store.get().servers();
        Stream<ServerSettings> fresh = shown().stream()
                .filter(url -> kept.stream().noneMatch(known -> known.url().equals(url)))
                .map(ServerSettings::unknown);
        return Stream.concat(kept.stream().filter(known -> ServerAddress.possible(known.url())), fresh).toList();
    }

    /** {@return the base addresses of the servers that are watched, but for the demo} */
    private List<String> shown() {
        return session == null || session.isDemo()
                ? List.of()
                : session.overview().servers().stream().map(server -> server.server().toString()).toList();
    }

    @Override
    public void watch(String url, boolean on) {
        store.updateServer(url, known -> known.withOn(on));
        if (on) {
            add(address(url));
        } else if (!session.isDemo()) {
            session.overview().server(url).ifPresent(session.overview()::remove);
        }
    }

    /** Watches a server beside the others, unless it is watched already. */
    private void add(ServerAddress server) {
        leaveDemo();
        Overview overview = session.overview();
        if (overview.server(server.toString()).isEmpty()) {
            if (choice.nobodysChoice()) {
                makeWay(overview);
            }
            overview.add(watchings.watching(server));
        }
    }

    /** Has the servers of the person's choice shown again instead of the demo. */
    void leaveDemo() {
        if (session.isDemo()) {
            show.accept(session(on()));
        }
    }

    /** A server that nobody has named need not stay once another is, unless somebody answers there. */
    private void makeWay(Overview overview) {
        String url = ServerAddress.DEFAULT.toString();
        overview.server(url).filter(_ -> store.get().servers().stream().noneMatch(known -> known.url().equals(url)))
                .filter(server -> server.board().serverProperty().get().lastAnswer() == null)
                .ifPresent(overview::remove);
    }

    @Override
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
        Optional<Watching> watched = session.overview().server(server.url());
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
        // On the same host it is still the same server to the person; but its key goes to no other port or scheme unasked.
        boolean sameOrigin = address(before).sameOrigin(address(server.url()));
        return known -> old.withUrl(server.url()).withKey(sameOrigin ? old.key() : known.key()).replacedBy(server);
    }

    @Override
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
    Watching handedOver(List<String> typed, ApiKey key) {
        leaveDemo();
        List<String> urls = typed.stream().map(text -> choice.typed(text).toString()).toList();
        urls.forEach(url -> add(address(url)));
        if (session.overview().servers().isEmpty()) {
            choice.first().forEach(this::add);
        }
        Watching first = urls.stream().findFirst().flatMap(session.overview()::server)
                .orElseGet(() -> session.overview().servers().getFirst());
        if (key != null && !urls.isEmpty()) {
            choice.give(first.server(), key);
            watchings.askAnew(first);
        }
        return first;
    }

    @Override
    public void test(String before, ServerSettings server, Consumer<String> taker) {
        ServerAddress address = address(server.url());
        ServerSettings meant = written(before, server).apply(store.get().server(server.url()));
        ApiKey key;
        try {
            key = server.key() == null ? choice.given(before == null ? address : address(before), address) : null;
            if (key == null) {
                key = ServerChoice.kept(meant);
            }
        } catch (IllegalArgumentException _) {
            taker.accept(Messages.of("servers.test.badKey"));
            return;
        }
        RunsClient client = watchings.client(address, key, meant);
        long asked = System.nanoTime();
        client.list(null, 1, 1).thenAccept(answer -> {
            long took = Duration.ofNanos(System.nanoTime() - asked).toMillis();
            String outcome = switch (answer) {
                case Given(JobPage page) -> Messages.of("servers.test.answers", took, page.total());
                case Refused(Problem.NotFound _) -> Messages.of("servers.test.noList", took);
                case Refused(Problem problem) -> Messages.problem(problem);
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
