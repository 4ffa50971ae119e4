package dev.jobglass.monitor;

import dev.jobglass.api.JobKey;
import dev.jobglass.api.ServerAddress;
import dev.jobglass.history.History;
import dev.jobglass.model.Board;
import dev.jobglass.model.DisplayState;
import dev.jobglass.model.Job;
import dev.jobglass.model.ServerStatus;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/**
 * The servers watched side by side, seen as one. Each has a board and a poller of its own, so that the trouble of one
 * leaves the others alone. JavaFX thread only.
 */
public final class Workspace implements AutoCloseable {
    private final ObservableList<MonitoredServer> servers = FXCollections.observableArrayList();
    private final ObservableList<MonitoredServer> serversReadOnly = FXCollections.unmodifiableObservableList(servers);
    private final Map<ServerAddress, MonitoredServer> byAddress = new HashMap<>();
    private final ObservableList<Job> failures = FXCollections.observableArrayList();
    private final ObservableList<Job> failuresReadOnly = FXCollections.unmodifiableObservableList(failures);
    private final JobService actions = new JobService(this::of);
    private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper(this, "revision");
    private final ReadOnlyObjectWrapper<List<ServerStatus>> views = new ReadOnlyObjectWrapper<>(this, "views",
            List.of());
    private Set<Job> lastChanged = Set.of();
    private final RunService runs;
    private final History history;
    private final boolean demo;
    private final Runnable onClose;
    private boolean started;

    /**
     * Begins with no server.
     *
     * @param history what is remembered, of these and other servers
     */
    public Workspace(History history) {
        this(history, false, () -> {
        });
    }

    /**
     * Begins with no server.
     *
     * @param history what is remembered, of these and other servers
     * @param demo whether its server is the built-in demo, of which nothing is kept
     * @param onClose what is to be done when it is closed
     */
    public Workspace(History history, boolean demo, Runnable onClose) {
        this.history = history;
        this.runs = new RunService(history, this::of);
        this.demo = demo;
        this.onClose = onClose;
    }

    /** {@return what is remembered, of these and other servers} */
    public History history() {
        return history;
    }

    /** {@return what asks servers for new runs} */
    public RunService runs() {
        return runs;
    }

    /** {@return what users noted of kinds of error} */
    public ErrorNotes errorNotes() {
        return new ErrorNotes(history);
    }

    /** {@return why the history cannot be written at present, or nothing} */
    public Optional<String> historyTrouble() {
        return history.trouble();
    }

    /** {@return whether its server is the built-in demo} */
    public boolean isDemo() {
        return demo;
    }

    /**
     * Watches one more server.
     *
     * @param server not started yet
     */
    public void add(MonitoredServer server) {
        Board board = server.board();
        byAddress.put(server.server(), server);
        board.revisionProperty().addListener((_, _, _) -> changed(server, board.lastChanged()));
        board.serverProperty().addListener((_, _, _) -> look());
        board.failures().open().addListener((ListChangeListener<Job>) change -> follow(server, change));
        failures.addAll(0, board.failures().open());
        servers.add(server);
        changed(server, new LinkedHashSet<>(board.jobs()));
        look();
        if (started) {
            server.start();
        }
    }

    /**
     * Watches a server no more; its jobs are shown no longer.
     *
     * @param server one of those watched
     */
    public void remove(MonitoredServer server) {
        server.close();
        servers.remove(server);
        byAddress.remove(server.server());
        Set<Job> gone = new LinkedHashSet<>(server.board().jobs());
        failures.removeAll(gone);
        show(gone);
        look();
    }

    /** Begins to poll. */
    public void start() {
        started = true;
        List.copyOf(servers).forEach(MonitoredServer::start);
    }

    private void changed(MonitoredServer server, Set<Job> jobs) {
        if (byAddress.get(server.server()) == server && !jobs.isEmpty()) {
            show(jobs);
        }
    }

    private void show(Set<Job> changed) {
        lastChanged = changed;
        revision.set(revision.get() + 1);
    }

    private void look() {
        views.set(servers.stream().map(MonitoredServer::view).toList());
    }

    private void follow(MonitoredServer server, ListChangeListener.Change<? extends Job> change) {
        while (byAddress.get(server.server()) == server && change.next()) {
            if (change.wasRemoved()) {
                failures.removeAll(new HashSet<>(change.getRemoved()));
            }
            failures.addAll(0, change.getAddedSubList());
        }
    }

    /**
     * Does something for each server, those watched already and those to come.
     *
     * @param begin does it, and returns what is to be done when the server goes
     */
    public void forEachServer(Function<MonitoredServer, Runnable> begin) {
        Map<MonitoredServer, Runnable> ends = new IdentityHashMap<>();
        servers.forEach(server -> ends.put(server, begin.apply(server)));
        servers.addListener((ListChangeListener<MonitoredServer>) change -> {
            while (change.next()) {
                change.getRemoved().forEach(server -> ends.remove(server).run());
                change.getAddedSubList().forEach(server -> ends.put(server, begin.apply(server)));
            }
        });
    }

    /** {@return the servers in the order they came, observable} */
    public ObservableList<MonitoredServer> servers() {
        return serversReadOnly;
    }

    /** {@return whether there is more than one server, so that it has to be said which one is meant} */
    public boolean several() {
        return servers.size() > 1;
    }

    /**
     * {@return the server watched at an address}
     *
     * @param address its address
     */
    public Optional<MonitoredServer> server(ServerAddress address) {
        return Optional.ofNullable(byAddress.get(address));
    }

    /** {@return how it stands with each of the servers, in their order, changing whenever that does} */
    public ReadOnlyObjectProperty<List<ServerStatus>> viewsProperty() {
        return views.getReadOnlyProperty();
    }

    /** {@return how it stands with the server that is worst off} */
    public ServerStatus.Link worstLink() {
        return views.get().stream().map(ServerStatus::link).max(Comparable::compareTo)
                .orElse(ServerStatus.Link.CONNECTING);
    }

    /**
     * {@return those of some jobs that are on the board of a server that is watched}
     *
     * @param keys which
     */
    public List<Job> jobs(Collection<JobKey> keys) {
        return keys.stream().flatMap(key -> server(key.server()).flatMap(server -> server.board().job(key.id()))
                .stream()).toList();
    }

    /** {@return the jobs of all servers} */
    public Stream<Job> jobs() {
        return servers.stream().flatMap(server -> server.board().jobs().stream());
    }

    /** {@return whether no server has told of its jobs so far, nor has any been asked for by name} */
    public boolean nothingKnown() {
        return size() == 0 && servers.stream().noneMatch(server -> server.view().looked());
    }

    /** {@return how many jobs there are} */
    public int size() {
        return servers.stream().mapToInt(server -> server.board().jobs().size()).sum();
    }

    /**
     * {@return how many jobs are in a state}
     *
     * @param state which
     */
    public int count(DisplayState state) {
        return servers.stream().mapToInt(server -> server.board().count(state)).sum();
    }

    /**
     * {@return whether a job is still on its board, and that one of those shown}
     *
     * @param job any
     */
    public boolean contains(Job job) {
        MonitoredServer server = of(job);
        return server != null && server.board().job(job.id()).orElse(null) == job;
    }

    /**
     * {@return the server of a job}
     *
     * @param job of a server that is watched
     */
    public MonitoredServer of(Job job) {
        return byAddress.get(job.key().server());
    }

    /** {@return the failures nobody has dismissed, newest first, observable} */
    public ObservableList<Job> failures() {
        return failuresReadOnly;
    }

    /** {@return a number that changes once after each batch of changes of any server} */
    public ReadOnlyIntegerProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    /** {@return the jobs that came, went or changed with the present revision} */
    public Set<Job> lastChanged() {
        return lastChanged;
    }

    /**
     * Takes in how far a running job is by its stream, between two responses.
     *
     * @param job which
     * @param percentage 0 to 100, or null when not told
     * @param step or null when not told
     * @param at the present
     */
    public void streamed(Job job, Double percentage, String step, Instant at) {
        if (contains(job)) {
            of(job).board().streamed(job, percentage, step, at);
        }
    }

    /** {@return what servers can be asked to do with jobs} */
    public JobService actions() {
        return actions;
    }

    /** Tries at once to reach servers that are down. */
    public void tryNow() {
        servers.forEach(MonitoredServer::tryNow);
    }

    /** Stops polling. */
    @Override
    public void close() {
        servers.forEach(MonitoredServer::close);
        onClose.run();
    }
}
