package dev.jobglass.history;

import dev.jobglass.api.JobStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Remembers every job seen, every change and every acknowledgement. What is told is written by a thread of its own,
 * at most half a second later. What is asked blocks, for a file must be read: ask from a background thread.
 */
public final class History implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(History.class.getName());
    private static final Duration GATHER = Duration.ofMillis(250);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(2);
    private static final Duration FIRST_PRUNING = Duration.ofSeconds(10);
    private static final Duration BETWEEN_PRUNINGS = Duration.ofHours(1);
    private static final int MOST_IN_A_BATCH = 5_000;
    private static final long MOST_BYTES_WAITING = 64 * 1024 * 1024;
    private static final long MOST_BYTES_IN_FILE = 1024L * 1024 * 1024;

    private final HistoryFile file;
    private final HistoryPruner pruner;
    private final RecordQueue waiting = new RecordQueue(MOST_BYTES_WAITING);
    private final List<HistoryRecord> unwritten = new ArrayList<>();
    private final AtomicBoolean writing = new AtomicBoolean();
    private final ScheduledExecutorService writer = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("history").factory());
    private HistoryWriter entries;
    private HistoryReader reader;
    private volatile Path setAside;
    private volatile boolean troubled;
    private volatile boolean dropping;
    private volatile boolean closing;
    private boolean closed;
    private Consumer<Path> whenSetAside = _ -> {
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

    /** The clock tells what is too old. */
    History(Path path, Duration keep, InstantSource clock) {
        this.file = new HistoryFile(path);
        this.pruner = new HistoryPruner(file, keep, clock, MOST_BYTES_IN_FILE);
        writer.execute(this::write);
        writer.scheduleWithFixedDelay(this::prune, FIRST_PRUNING.toSeconds(), BETWEEN_PRUNINGS.toSeconds(),
                TimeUnit.SECONDS);
    }

    /**
     * Names who is told, on the writer thread, where a damaged file was kept; at once when there was one already.
     *
     * @param told takes the place
     */
    public void onSetAside(Consumer<Path> told) {
        writer.execute(() -> {
            whenSetAside = told;
            setAsideFile().ifPresent(told);
        });
    }

    /** {@return where a damaged file was kept, if there was one} */
    public Optional<Path> setAsideFile() {
        return Optional.ofNullable(setAside);
    }

    /**
     * Remembers an answer with news in it. Any thread; returns at once.
     *
     * @param server the base address of whom
     * @param status the answer
     * @param at when it came
     */
    public void seen(String server, JobStatus status, Instant at) {
        add(new HistoryRecord.Seen(server, status, at));
    }

    /**
     * Remembers a job that was not known in this run, unless it is remembered just like this. Any thread; returns at
     * once.
     *
     * @param server the base address of whom
     * @param status the response
     * @param at when it came
     */
    public void firstSeen(String server, JobStatus status, Instant at) {
        add(new HistoryRecord.Seen(server, status, at, true));
    }

    /**
     * Remembers that the server has forgotten a job. Any thread; returns at once.
     *
     * @param server the base address of whom
     * @param jobId which
     * @param at when that was seen
     */
    public void gone(String server, String jobId, Instant at) {
        add(new HistoryRecord.Gone(server, jobId, at));
    }

    /**
     * Remembers that a person has read failures. Any thread; returns at once.
     *
     * @param server the base address of whom
     * @param jobIds which
     * @param at when
     * @param who the person's name on this computer, and the note they made, if any
     */
    public void acknowledged(String server, Collection<String> jobIds, Instant at, String who) {
        jobIds.forEach(jobId -> add(new HistoryRecord.Acknowledged(server, jobId, at, who)));
    }

    private void add(HistoryRecord entry) {
        if (waiting.add(entry) > 0 && !dropping) {
            dropping = true;
            LOG.log(System.Logger.Level.WARNING, "Too much waits to be written to {0}; the oldest is given up",
                    file.path());
        }
        schedule(GATHER);
    }

    private void schedule(Duration pause) {
        if (writing.compareAndSet(false, true)) {
            try {
                writer.schedule(this::write, pause.toMillis(), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException _) {
                // Closed: nothing more is remembered.
            }
        }
    }

    private void write() {
        writing.set(false);
        try {
            if (entries == null) {
                Connection connection = file.openForWriting();
                pruner.begin(connection);
                entries = new HistoryWriter(connection);
            }
            do {
                waiting.drainTo(unwritten, MOST_IN_A_BATCH - unwritten.size());
                if (!unwritten.isEmpty()) {
                    entries.write(unwritten);
                }
            } while (!waiting.isEmpty());
            troubled = false;
            dropping = false;
        } catch (SQLException e) {
            trouble(e);
        }
    }

    private void trouble(SQLException e) {
        Duration pause = AFTER_TROUBLE;
        if (HistoryFile.damaged(e) && beginAnew()) {
            pause = Duration.ZERO;
        } else if (!troubled) {
            LOG.log(System.Logger.Level.ERROR, "Cannot write {0}, and keep trying: {1}", file.path(), e.toString());
            troubled = true;
        }
        schedule(pause);
    }

    /** Unless somebody else who met the same damage has already done so. */
    private synchronized void beginAnew(HistoryReader failed) {
        if (failed == reader) {
            beginAnew();
        }
    }

    private synchronized boolean beginAnew() {
        try {
            closeConnections();
            setAside = file.setAside();
            whenSetAside.accept(setAside);
            return true;
        } catch (SQLException | IOException e) {
            LOG.log(System.Logger.Level.ERROR, "Cannot set {0} aside: {1}", file.path(), e.toString());
            return false;
        }
    }

    private void closeConnections() throws SQLException {
        HistoryReader openReader = reader;
        HistoryWriter openEntries = entries;
        reader = null;
        entries = null;
        if (openReader != null) {
            openReader.close();
        }
        if (openEntries != null) {
            openEntries.close();
        }
    }

    /** Prunes without waiting for the hour to be over. */
    void pruneNow() {
        await(writer.submit(this::prune));
    }

    /** A little of what is too old; the rest after what has come meanwhile is written. */
    private void prune() {
        if (entries == null || closing) {
            return;
        }
        try {
            if (pruner.prune() && !closing) {
                writer.schedule(this::prune, GATHER.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.WARNING, "Cannot prune {0}: {1}", file.path(), e.toString());
        } catch (RejectedExecutionException _) {
            // Closed; the next run goes on with it.
        }
    }

    /** A question put to the file. */
    private interface Question<T> {
        T ask(HistoryReader reader) throws SQLException;
    }

    private synchronized <T> T ask(Question<T> question, T otherwise) {
        if (closed) {
            return otherwise; // else a question on its way would open the file again
        }
        try {
            if (reader == null) {
                reader = new HistoryReader(file.openForReading());
            }
            return question.ask(reader);
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.WARNING, "Cannot read {0}: {1}", file.path(), e.toString());
            if (HistoryFile.damaged(e) && !writer.isShutdown()) {
                HistoryReader failed = reader;
                writer.execute(() -> beginAnew(failed));
            }
            return otherwise;
        }
    }

    /** Waits until all that was told so far is written, or cannot be. */
    private void settle() {
        try {
            await(writer.submit(this::write));
        } catch (RejectedExecutionException _) {
            // Closed: what was told is written.
        }
    }

    private static void await(Future<?> done) {
        try {
            done.get();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /**
     * {@return the jobs of a server as they were last seen, those that changed last first}
     *
     * @param server its base address
     * @param most how many at most
     */
    public List<StoredJob> jobs(String server, int most) {
        settle();
        return ask(from -> from.jobs(server, most), List.of());
    }

    /**
     * {@return what was seen to change about a job, the oldest first}
     *
     * @param server its server's base address
     * @param jobId its id
     * @param most how many of the newest at most
     */
    public List<Change> changes(String server, String jobId, int most) {
        settle();
        return ask(from -> from.changes(server, jobId, most), List.of());
    }

    /**
     * {@return the jobs of a server that came to their end since a time}
     *
     * @param server its base address
     * @param from not earlier
     */
    public List<FinishedJob> finished(String server, Instant from) {
        settle();
        return ask(reading -> reading.finished(server, from), List.of());
    }

    /** {@return how long the last 200 successful jobs of each agent ran, the oldest first} */
    public Map<String, List<Duration>> durations() {
        settle();
        return ask(HistoryReader::durations, Map.of());
    }

    /** {@return the base addresses of all servers remembered} */
    public List<String> servers() {
        settle();
        return ask(HistoryReader::servers, List.of());
    }

    /**
     * {@return the changes that match, the newest first}
     *
     * @param query what to look for
     */
    public List<Change> search(HistoryQuery query) {
        settle();
        return ask(from -> from.search(query), List.of());
    }

    /**
     * Hands over the changes that match, the newest first, however many they are: beside other questions, which need
     * not wait for it. Blocks.
     *
     * @param query what to look for
     * @param taker takes each
     * @throws IOException when the file cannot be read; some may have been handed over by then
     */
    public void visit(HistoryQuery query, Consumer<Change> taker) throws IOException {
        settle();
        try (HistoryReader own = new HistoryReader(file.openForReading())) {
            own.visit(query, taker);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /** Writes what is left to write. */
    @Override
    public void close() {
        closing = true;
        settle();
        writer.shutdown();
        try {
            if (!writer.awaitTermination(5, TimeUnit.SECONDS)) {
                LOG.log(System.Logger.Level.WARNING, "The history is still busy");
            }
            synchronized (this) {
                closed = true;
                closeConnections();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.WARNING, "Cannot close {0}: {1}", file.path(), e.toString());
        }
    }
}
