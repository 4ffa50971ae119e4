package dev.jobglass.history;

import dev.jobglass.api.JobStatus;
import dev.jobglass.history.HistoryConnections.Query;
import dev.jobglass.model.ErrorNote;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Consumer;

/**
 * Remembers every job seen, every change and every acknowledgement. A thread of its own writes it, at most half a
 * second later. Queries block, for a file must be read: run them on a background thread.
 */
public final class History implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(History.class.getName());
    private static final long MOST_BYTES_IN_FILE = 1024L * 1024 * 1024;

    private final HistoryFile file;
    private final ScheduledExecutorService writerThread;
    private final HistoryConnections connections;
    private final QueueWriter queue;
    private final SentRuns sentRuns;
    private final InstantSource clock;
    private Consumer<Path> whenSetAside = _ -> {
    };
    private volatile Consumer<Path> whenGone = _ -> {
    };

    /**
     * Prepares to remember; the file is opened by the writer thread, and a damaged one is set aside.
     *
     * @param path of the file
     * @param keep for how long changes and jobs that are over are kept, positive
     */
    public History(Path path, Duration keep) {
        this(path, keep, InstantSource.system());
    }

    History(Path path, Duration keep, InstantSource clock) {
        this(path, keep, clock, writerThread());
    }

    /** {@return a new one; closing writes all there is, and so waits for nothing that was to be done later} */
    static ScheduledThreadPoolExecutor writerThread() {
        ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1,
                Thread.ofPlatform().daemon().name("history").factory());
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return thread;
    }

    /** {@code writerThread} becomes its own. */
    History(Path path, Duration keep, InstantSource clock, ScheduledExecutorService writerThread) {
        this.writerThread = writerThread;
        this.clock = clock;
        file = new HistoryFile(path);
        HistoryPruner pruner = new HistoryPruner(file, keep, clock, MOST_BYTES_IN_FILE);
        connections = new HistoryConnections(file, pruner, writerThread, bad -> whenSetAside.accept(bad),
                () -> whenGone.accept(path));
        queue = new QueueWriter(file, connections, pruner, writerThread);
        sentRuns = new SentRuns(queue, connections);
    }

    /**
     * Names who takes, on the writer thread, where a damaged file was kept; at once when there was one already.
     *
     * @param taker takes the path
     */
    public void onSetAside(Consumer<Path> taker) {
        writerThread.execute(() -> {
            whenSetAside = taker;
            setAsideFile().ifPresent(taker);
        });
    }

    /**
     * Names who takes, on the writer thread, that the file was taken away while it was open, so that another was begun.
     *
     * @param taker takes the path
     */
    public void onGone(Consumer<Path> taker) {
        whenGone = taker;
    }

    /** {@return where a damaged file was kept, if there was one} */
    public Optional<Path> setAsideFile() {
        return connections.setAsideFile();
    }

    /**
     * Remembers a response that brought a change, unless the job is remembered just like this: by an earlier run of
     * the program, or by another window. Any thread; returns at once.
     *
     * @param server the base address of whom
     * @param status the response
     * @param at when it came
     */
    public void seen(String server, JobStatus status, Instant at) {
        queue.add(new HistoryRecord.Seen(server, status, at));
    }

    /**
     * Remembers that the server has forgotten a job, unless that is remembered. Any thread; returns at once.
     *
     * @param server the base address of whom
     * @param jobId which
     * @param at when that was seen
     */
    public void gone(String server, String jobId, Instant at) {
        queue.add(new HistoryRecord.Gone(server, jobId, at));
    }

    /**
     * Remembers that the user has read failures. Any thread; returns at once.
     *
     * @param server the base address of whom
     * @param jobIds which
     * @param at when
     * @param who the user's name on this computer, and their note, if any
     */
    public void acknowledged(String server, Collection<String> jobIds, Instant at, String who) {
        jobIds.forEach(jobId -> queue.add(new HistoryRecord.ByUser(server, jobId, at, Change.Kind.ACKNOWLEDGED, who)));
    }

    /**
     * Remembers that the user took that back. Any thread; returns at once.
     *
     * @param server the base address of whom
     * @param jobIds which
     * @param at when
     * @param who the user's name on this computer
     */
    public void reopened(String server, Collection<String> jobIds, Instant at, String who) {
        jobIds.forEach(jobId -> queue.add(new HistoryRecord.ByUser(server, jobId, at, Change.Kind.REOPENED, who)));
    }

    /**
     * Remembers what a user wrote of all errors of a kind; it stays when they come again. Any thread; returns at once.
     *
     * @param signature what the errors have in common
     * @param note what to remember; empty to forget it
     * @param owner who, not null
     * @param at when
     */
    public void noteError(String signature, String note, String owner, Instant at) {
        queue.add(new HistoryRecord.Noted(signature, note, owner, at));
    }

    /** {@return what is remembered of runs that were asked for} */
    public SentRuns sentRuns() {
        return sentRuns;
    }

    /** Has the sums that insights are read from made anew, in the background. Any thread; returns at once. */
    public void sumAnew() {
        queue.sumAnew();
    }

    void pruneNow() {
        queue.pruneNow();
    }

    /** Reads what a query gives once all records so far are written; blocks. */
    private <T> T read(Query<T> query, T otherwise) {
        queue.settle();
        return connections.read(query, otherwise);
    }

    /**
     * {@return the jobs of a server as they were last seen, those that changed last first}
     *
     * @param server its base address
     * @param most how many at most
     */
    public List<StoredJob> jobs(String server, int most) {
        return read(reader -> reader.jobs(server, most), List.of());
    }

    /**
     * {@return what was seen to change about a job, the oldest first}
     *
     * @param server its server's base address
     * @param jobId its id
     * @param most how many of the newest at most
     */
    public List<Change> changes(String server, String jobId, int most) {
        return read(reader -> reader.changes(server, jobId, most), List.of());
    }

    /**
     * {@return the jobs of a server that came to their end since a time}
     *
     * @param server its base address
     * @param from not earlier
     */
    public List<FinishedJob> finished(String server, Instant from) {
        return read(reader -> reader.finished(server, from), List.of());
    }

    /**
     * {@return how long the last 200 successful jobs of each agent of a server ran, the oldest first}
     *
     * @param server its base address
     */
    public Map<String, List<Duration>> durations(String server) {
        return read(reader -> reader.durations(server), Map.of());
    }

    /**
     * {@return what a range of the history tells, in sums; null when it cannot be read}
     *
     * @param query which range
     */
    public Insights insights(InsightsQuery query) {
        return read(reader -> reader.insights(query, clock.instant()), null);
    }

    /**
     * {@return the runs that are not over, and those that ended since a time, in no order}
     *
     * @param servers base addresses
     * @param from not earlier
     * @param most how many at most; of more, those first seen last
     */
    public List<PastRun> runs(List<String> servers, Instant from, int most) {
        return read(reader -> reader.runs(servers, from, most), List.of());
    }

    /**
     * {@return what is noted of a kind of error, or nothing}
     *
     * @param signature what the errors have in common
     */
    public Optional<ErrorNote> errorNote(String signature) {
        return read(reader -> reader.errorNote(signature), Optional.empty());
    }

    /**
     * {@return failed jobs with an error of a kind, those that changed last first}
     *
     * @param servers base addresses
     * @param signature what their errors have in common
     * @param from not earlier
     * @param most how many at most
     */
    public List<StoredFailure> failures(List<String> servers, String signature, Instant from, int most) {
        return read(reader -> reader.failures(servers, signature, from, most), List.of());
    }

    /** {@return the base addresses of all servers remembered} */
    public List<String> servers() {
        return read(HistoryReader::servers, List.of());
    }

    /**
     * {@return the changes that match, the newest first}
     *
     * @param query what to look for
     */
    public List<Change> search(HistoryQuery query) {
        return read(reader -> reader.search(query), List.of());
    }

    /**
     * Hands over the changes that match, the newest first, however many they are: beside other queries, which need
     * not wait for it. Blocks.
     *
     * @param query what to look for
     * @param taker takes each
     * @throws IOException when the file cannot be read; some may have been handed over by then
     */
    public void visit(HistoryQuery query, Consumer<Change> taker) throws IOException {
        queue.settle();
        try (HistoryReader own = new HistoryReader(file.openForReading())) {
            own.visit(query, taker);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /** {@return why nothing can be written at present, in the words of the database, or nothing} Any thread. */
    public Optional<String> trouble() {
        return Optional.ofNullable(queue.trouble());
    }

    /** Writes what is left to write, as far as that takes a few seconds at most. */
    @Override
    public void close() {
        try {
            if (queue.close()) {
                connections.close();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.WARNING, "Cannot close {0}: {1}", file.path(), e.toString());
        }
    }
}
