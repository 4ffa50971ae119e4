package dev.jobglass.monitor;

import dev.jobglass.api.JobStatus;
import dev.jobglass.api.JobServer;
import dev.jobglass.api.ServerAddress;
import dev.jobglass.model.Board;
import dev.jobglass.model.Job;
import dev.jobglass.model.PollBatch;
import dev.jobglass.model.ServerStatus;
import dev.jobglass.poll.ServerPoller;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/**
 * A server being watched: its board and what a person can do there. JavaFX thread only.
 */
public final class MonitoredServer implements AutoCloseable {
    private final ServerAddress server;
    private final Board board;
    private ServerPoller poller;
    private JobServer client;
    private PollService service;
    private int finishedKept;
    private final Set<String> watched;
    private final Set<String> removed;
    /** Those of the removed that were added by hand, so that undo puts them back as what they were. */
    private final Set<String> removedByHand = new HashSet<>();
    private final BiConsumer<List<String>, Set<String>> remember;
    private boolean closed;

    /**
     * What became of ids a person asked to watch.
     *
     * @param fresh those that are new on the board
     * @param known those that were there already
     */
    public record Added(List<String> fresh, List<String> known) {
    }

    /**
     * Prepares to watch; {@link #start} begins.
     *
     * @param server whom
     * @param board where answers go
     * @param poller asks
     * @param client the same that the poller uses
     * @param finishedKept how many jobs that are over stay on the board
     * @param watched ids added by hand earlier
     * @param removed ids taken off the list earlier
     * @param remember takes both whenever they change
     */
    public MonitoredServer(ServerAddress server, Board board, ServerPoller poller, JobServer client,
            int finishedKept, Collection<String> watched, Collection<String> removed,
            BiConsumer<List<String>, Set<String>> remember) {
        this.server = server;
        this.board = board;
        this.poller = poller;
        this.client = client;
        this.finishedKept = finishedKept;
        this.service = new PollService(poller, this::apply);
        this.watched = new LinkedHashSet<>(watched);
        this.removed = new TreeSet<>(removed);
        this.remember = remember;
    }

    private void apply(PollBatch batch) {
        board.apply(batch);
        List<Job> trimmed = board.trim(finishedKept);
        trimmed.forEach(job -> poller.retire(job.id()));
        if (watched.removeAll(trimmed.stream().map(Job::id).toList())) {
            remembered();
        }
    }

    /** Begins to poll. */
    public void start() {
        watched.forEach(jobId -> {
            board.watch(jobId);
            poller.watch(jobId);
        });
        service.start();
    }

    /**
     * Asks the server in another way from now on; what is on the board stays.
     *
     * @param nextPoller asks from now on
     * @param nextClient the same that it uses
     * @param kept how many jobs that are over stay on the board
     */
    public void askAnew(ServerPoller nextPoller, JobServer nextClient, int kept) {
        service.close();
        poller = nextPoller;
        client = nextClient;
        finishedKept = kept;
        service = new PollService(poller, this::apply);
        board.jobs().stream().map(Job::view).filter(view -> !view.state().over()).forEach(view -> {
            if (view.nextPoll() == Long.MAX_VALUE) {
                poller.watch(view.jobId());
            } else {
                poller.watch(view.jobId(), view.nextPoll());
            }
        });
        service.start();
    }

    /** {@return whether it was closed, so that what comes late is for nobody} */
    public boolean closed() {
        return closed;
    }

    /** {@return whom we watch} */
    public ServerAddress server() {
        return server;
    }

    /** {@return what the person calls the server} */
    public String name() {
        return board.name();
    }

    /** {@return how it stands with the server} */
    public ServerStatus view() {
        return board.serverProperty().get();
    }

    JobServer client() {
        return client;
    }

    /** {@return what is known} */
    public Board board() {
        return board;
    }

    /**
     * Puts a job on the board as it is remembered from an earlier run, and asks about it unless it was over.
     *
     * @param status as last seen
     * @param changedAt when it last changed
     * @param gone whether the server had forgotten it
     */
    public void recall(JobStatus status, Instant changedAt, boolean gone) {
        if (!removed.contains(status.jobId()) && board.recall(status, changedAt, gone)) {
            poller.watch(status.jobId());
        }
    }

    /**
     * Watches jobs by their ids.
     *
     * @param ids not empty
     * @return which are new and which were there already
     */
    public Added watch(Set<String> ids) {
        List<String> fresh = new ArrayList<>();
        List<String> known = new ArrayList<>();
        for (String id : ids) {
            removed.remove(id);
            watched.add(id);
            (board.watch(id) ? fresh : known).add(id);
            poller.watch(id);
        }
        remembered();
        return new Added(fresh, known);
    }

    /**
     * Takes jobs off the list; they stay away though the server lists them.
     *
     * @param jobs which
     */
    public void remove(Collection<Job> jobs) {
        board.remove(jobs);
        jobs.forEach(job -> {
            if (watched.remove(job.id())) {
                removedByHand.add(job.id());
            }
            removed.add(job.id());
            poller.forget(job.id());
        });
        remembered();
    }

    /**
     * Undoes {@link #remove}.
     *
     * @param jobs the same
     */
    public void restore(List<Job> jobs) {
        board.restore(jobs);
        jobs.forEach(job -> {
            removed.remove(job.id());
            if (removedByHand.remove(job.id())) {
                watched.add(job.id());
            }
            poller.watch(job.id());
        });
        remembered();
    }

    /**
     * Asks for jobs at once, each at most once a second.
     *
     * @param jobs which
     */
    public void askNow(Collection<Job> jobs) {
        jobs.forEach(job -> poller.askNow(job.id()));
    }

    /** Tries at once to reach a server that is down. */
    public void tryNow() {
        poller.tryNow();
    }

    private void remembered() {
        if (closed) {
            return; // it may be forgotten by now
        }
        remember.accept(List.copyOf(watched), new TreeSet<>(removed));
    }

    /** Stops polling. */
    @Override
    public void close() {
        closed = true;
        service.close();
    }
}
