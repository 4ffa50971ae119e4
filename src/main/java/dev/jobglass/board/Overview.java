package dev.jobglass.board;

import dev.jobglass.api.ServerAddress;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
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
public final class Overview implements AutoCloseable {
    private final ObservableList<Watching> servers = FXCollections.observableArrayList();
    private final ObservableList<Watching> serversReadOnly = FXCollections.unmodifiableObservableList(servers);
    private final Map<Board, Watching> byBoard = new IdentityHashMap<>();
    private final ObservableList<Job> failures = FXCollections.observableArrayList();
    private final ObservableList<Job> failuresReadOnly = FXCollections.unmodifiableObservableList(failures);
    private final JobActions actions = new JobActions(this::of);
    private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper(this, "revision");
    private final ReadOnlyObjectWrapper<List<ServerView>> views = new ReadOnlyObjectWrapper<>(this, "views",
            List.of());
    private Set<Job> lastChanged = Set.of();
    private boolean started;

    /** Begins with no server. */
    public Overview() {
    }

    /**
     * Watches one more server.
     *
     * @param server not started yet
     */
    public void add(Watching server) {
        Board board = server.board();
        byBoard.put(board, server);
        board.revisionProperty().addListener((_, _, _) -> changed(server, board.lastChanged()));
        board.serverProperty().addListener((_, _, _) -> look());
        board.failures().open().addListener((ListChangeListener<Job>) change -> follow(server, change));
        failures.addAll(0, board.failures().open());
        servers.add(server);
        changed(server, Set.copyOf(board.jobs()));
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
    public void remove(Watching server) {
        server.close();
        servers.remove(server);
        byBoard.remove(server.board());
        Set<Job> gone = Set.copyOf(server.board().jobs());
        failures.removeAll(gone);
        show(gone);
        look();
    }

    /** Begins to poll. */
    public void start() {
        started = true;
        List.copyOf(servers).forEach(Watching::start);
    }

    private void changed(Watching server, Set<Job> jobs) {
        if (byBoard.get(server.board()) == server && !jobs.isEmpty()) {
            show(jobs);
        }
    }

    private void show(Set<Job> changed) {
        lastChanged = changed;
        revision.set(revision.get() + 1);
    }

    private void look() {
        views.set(servers.stream().map(Watching::view).toList());
    }

    private void follow(Watching server, ListChangeListener.Change<? extends Job> change) {
        while (byBoard.get(server.board()) == server && change.next()) {
            failures.removeAll(new HashSet<>(change.getRemoved()));
            failures.addAll(0, change.getAddedSubList());
        }
    }

    /**
     * Does something for each server, those watched already and those to come.
     *
     * @param begin does it, and returns what is to be done when the server goes
     */
    public void forEachServer(Function<Watching, Runnable> begin) {
        Map<Watching, Runnable> ends = new IdentityHashMap<>();
        servers.forEach(server -> ends.put(server, begin.apply(server)));
        servers.addListener((ListChangeListener<Watching>) change -> {
            while (change.next()) {
                change.getRemoved().forEach(server -> ends.remove(server).run());
                change.getAddedSubList().forEach(server -> ends.put(server, begin.apply(server)));
            }
        });
    }

    /** {@return the servers in the order they came, observable} */
    public ObservableList<Watching> servers() {
        return serversReadOnly;
    }

    /** {@return whether there is more than one server, so that it has to be said which one is meant} */
    public boolean several() {
        return servers.size() > 1;
    }

    /**
     * {@return the server watched at an address}
     *
     * @param url its base address
     */
    public Optional<Watching> server(String url) {
        return servers.stream().filter(server -> server.server().toString().equals(url)).findFirst();
    }

    /** {@return how it stands with each of the servers, in their order, changing whenever that does} */
    public ReadOnlyObjectProperty<List<ServerView>> viewsProperty() {
        return views.getReadOnlyProperty();
    }

    /** {@return how it stands with the server that is worst off} */
    public ServerView.Link worstLink() {
        return views.get().stream().map(ServerView::link).max(Comparable::compareTo)
                .orElse(ServerView.Link.CONNECTING);
    }

    /** {@return the jobs of all servers} */
    public Stream<Job> jobs() {
        return servers.stream().flatMap(server -> server.board().jobs().stream());
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
    public int count(ShownState state) {
        return servers.stream().mapToInt(server -> server.board().count(state)).sum();
    }

    /**
     * {@return whether a job is still on its board, and that one of those shown}
     *
     * @param job any
     */
    public boolean contains(Job job) {
        return byBoard.containsKey(job.board()) && job.board().job(job.id()).orElse(null) == job;
    }

    /**
     * {@return the server of a job}
     *
     * @param job of a server that is watched
     */
    public Watching of(Job job) {
        return byBoard.get(job.board());
    }

    /**
     * {@return the address of a job's server}
     *
     * @param job of a server that is watched
     */
    public ServerAddress address(Job job) {
        return of(job).server();
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

    /** {@return what servers can be asked to do with jobs} */
    public JobActions actions() {
        return actions;
    }

    /**
     * The person is done with these failures.
     *
     * @param read failed jobs
     * @param note what the person has to say about it, or empty
     */
    public void dismiss(Collection<Job> read, String note) {
        byServer(read, (server, jobs) -> server.board().dismiss(jobs, note));
    }

    /**
     * Asks for jobs at once, each at most once a second.
     *
     * @param jobs which
     */
    public void askNow(Collection<Job> jobs) {
        byServer(jobs, Watching::askNow);
    }

    /**
     * Takes jobs off the list; they stay away though their server lists them.
     *
     * @param jobs which
     */
    public void remove(Collection<Job> jobs) {
        byServer(jobs, Watching::remove);
    }

    /**
     * Undoes {@link #remove(Collection)}.
     *
     * @param jobs the same
     */
    public void restore(Collection<Job> jobs) {
        byServer(jobs, Watching::restore);
    }

    /** Those of a server that is watched no more are left out. */
    private void byServer(Collection<Job> jobs, BiConsumer<Watching, List<Job>> action) {
        jobs.stream().filter(job -> of(job) != null).collect(Collectors.groupingBy(this::of)).forEach(action);
    }

    /** Tries at once to reach servers that are down. */
    public void tryNow() {
        servers.forEach(Watching::tryNow);
    }

    /** Stops polling. */
    @Override
    public void close() {
        servers.forEach(Watching::close);
    }
}
