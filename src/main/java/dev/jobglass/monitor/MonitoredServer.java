package dev.jobglass.monitor;

import dev.jobglass.api.BegunRun;
import dev.jobglass.api.JobServer;
import dev.jobglass.api.JobStatus;
import dev.jobglass.api.ServerAddress;
import dev.jobglass.model.Board;
import dev.jobglass.model.Job;
import dev.jobglass.model.JobSnapshot;
import dev.jobglass.model.PollBatch;
import dev.jobglass.model.ServerStatus;
import dev.jobglass.poll.ServerPoller;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/**
 * A server being watched: its board and what the user can do there. JavaFX thread only.
 */
public final class MonitoredServer implements AutoCloseable {
    private final Board board;
    private ServerPoller poller;
    private JobServer client;
    private final BiFunction<ServerPoller, Consumer<PollBatch>, PollLoop> loops;
    private PollLoop loop;
    private final ReadOnlyIntegerWrapper askedAnew = new ReadOnlyIntegerWrapper(this, "askedAnew");
    private int finishedKept;
    private final JobSelection selection;
    private final CertificateExpiry certificate = new CertificateExpiry();
    private Runnable onClose = () -> {
    };
    private boolean closed;

    /**
     * What became of ids the user asked to watch.
     *
     * @param fresh those that are new on the board
     * @param known those that were there already
     */
    public record Added(List<String> fresh, List<String> known) {
    }

    /**
     * Prepares to watch; {@link #start} begins.
     *
     * @param board where responses go, of the jobs that are selected
     * @param poller polls, likewise
     * @param client the same that the poller uses
     * @param finishedKept how many jobs that are over stay on the board
     * @param selection which jobs are wanted
     */
    public MonitoredServer(Board board, ServerPoller poller, JobServer client, int finishedKept,
            JobSelection selection) {
        this(board, poller, client, finishedKept, selection, PollService::new);
    }

    /** The same with something else that ticks the pollers. */
    MonitoredServer(Board board, ServerPoller poller, JobServer client, int finishedKept, JobSelection selection,
            BiFunction<ServerPoller, Consumer<PollBatch>, PollLoop> loops) {
        this.board = board;
        this.poller = poller;
        this.client = client;
        this.finishedKept = finishedKept;
        this.selection = selection;
        this.loops = loops;
        this.loop = loops.apply(poller, this::apply);
    }

    private void apply(PollBatch batch) {
        board.apply(batch);
        List<Job> trimmed = board.trim(finishedKept);
        if (!trimmed.isEmpty()) {
            selection.trim(ids(trimmed), trimmed.stream().map(job -> job.view().status()).filter(Objects::nonNull)
                    .filter(status -> status.state().terminal()).toList());
            trimmed.forEach(job -> poller.forget(job.id()));
        }
    }

    private static List<String> ids(Collection<Job> jobs) {
        return jobs.stream().map(Job::id).toList();
    }

    /** {@return until when the certificate is valid that the server is shown, if any is} */
    public CertificateExpiry certificate() {
        return certificate;
    }

    /** Begins to poll. */
    public void start() {
        selection.watched().forEach(jobId -> {
            board.watch(jobId);
            poller.watch(jobId);
        });
        loop.start();
    }

    /**
     * Asks the server in another way from now on; what is on the board stays, and what it wants is heeded.
     *
     * @param nextPoller asks from now on
     * @param nextClient the same that it uses
     * @param kept how many jobs that are over stay on the board
     */
    public void askAnew(ServerPoller nextPoller, JobServer nextClient, int kept) {
        ServerPoller pollerBefore = poller;
        PollLoop loopBefore = loop;
        PollLoop nextLoop = loops.apply(nextPoller, this::apply);
        poller = nextPoller;
        client = nextClient;
        finishedKept = kept;
        loop = nextLoop;
        loopBefore.end(() -> {
            poller.waitUntil(pollerBefore.notBefore());
            if (loop == nextLoop && !closed) { // else asked anew once more meanwhile
                board.jobs().stream().map(Job::view).filter(view -> !view.state().over()).forEach(this::resume);
                askedAnew.set(askedAnew.get() + 1);
                loop.start();
            }
        });
    }

    /** Polls a job on: no earlier than its server wants, if that is known. */
    private void resume(JobSnapshot view) {
        if (view.nextPoll() != Long.MAX_VALUE) {
            poller.watch(view.jobId(), view.nextPoll());
        } else if (!view.state().over()) {
            poller.watch(view.jobId());
        }
    }

    /** {@return a number that changes when the server begins to be asked in another way, as with another key} */
    public ReadOnlyIntegerProperty askedAnewProperty() {
        return askedAnew.getReadOnlyProperty();
    }

    /** {@return whether it was closed, so that what comes late is for nobody} */
    public boolean closed() {
        return closed;
    }

    /** {@return whom we watch} */
    public ServerAddress server() {
        return board.address();
    }

    /**
     * {@return the base addresses of some servers, by which the history knows them}
     *
     * @param some servers
     */
    public static List<String> addresses(Collection<MonitoredServer> some) {
        return some.stream().map(server -> server.server().toString()).toList();
    }

    /** {@return what the user calls the server} */
    public String name() {
        return board.name();
    }

    /** {@return how it stands with the server} */
    public ServerStatus view() {
        return board.serverProperty().get();
    }

    /** {@return whether jobs were taken off the list, by {@link #remove}} */
    public boolean anyRemoved() {
        return selection.anyRemoved();
    }

    JobSelection selection() {
        return selection;
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
        if (board.recall(status, changedAt, gone)) {
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
        return watch(ids, Long.MIN_VALUE);
    }

    /** Asks for them no earlier than a time, in monotonic nanoseconds. */
    private Added watch(Set<String> ids, long notBefore) {
        selection.watch(ids);
        List<String> fresh = new ArrayList<>();
        List<String> known = new ArrayList<>();
        for (String id : ids) {
            (board.watch(id) ? fresh : known).add(id);
            poller.watch(id, notBefore);
        }
        return new Added(fresh, known);
    }

    /**
     * Watches the job of a run that was begun from here, and asks for it no earlier than the server wants.
     *
     * @param run just begun
     */
    void watch(BegunRun run) {
        watch(Set.of(run.jobId()), run.retryAfter() == null
                ? Long.MIN_VALUE
                : System.nanoTime() + run.retryAfter().toNanos());
    }

    /**
     * {@return whether a job is on the list, or was taken off it}
     *
     * @param id of the job
     */
    public boolean knows(String id) {
        return board.job(id).isPresent() || selection.removed(id);
    }

    /**
     * Takes jobs off the list; they stay away though the server lists them.
     *
     * @param jobs which
     */
    public void remove(Collection<Job> jobs) {
        selection.remove(ids(jobs));
        board.remove(jobs);
        jobs.forEach(job -> poller.forget(job.id()));
    }

    /**
     * Undoes {@link #remove}.
     *
     * @param jobs the same; those from before the server was switched off are asked for anew
     */
    public void restore(List<Job> jobs) {
        selection.restore(ids(jobs));
        Map<Boolean, List<Job>> its = jobs.stream().collect(Collectors.partitioningBy(job -> job.isOf(board)));
        board.restore(its.get(true));
        its.get(true).forEach(job -> resume(job.view()));
        its.get(false).forEach(job -> {
            board.watch(job.id());
            poller.watch(job.id());
        });
    }

    /**
     * Asks for jobs at once, each at most once a second.
     *
     * @param jobs which
     */
    public void askNow(Collection<Job> jobs) {
        jobs.forEach(job -> poller.pollNow(job.id()));
    }

    /** Tries at once to reach a server that is down. */
    public void tryNow() {
        poller.tryNow();
    }

    /** Names what is to be done when it is closed, after what was named before. */
    void onClose(Runnable action) {
        Runnable before = onClose;
        onClose = () -> {
            before.run();
            action.run();
        };
    }

    /** Stops polling. */
    @Override
    public void close() {
        closed = true;
        onClose.run();
        selection.close();
        loop.close();
    }
}
