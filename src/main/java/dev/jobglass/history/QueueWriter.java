package dev.jobglass.history;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Takes records from any thread, and has them written in batches on the writer thread, which also prunes. */
final class QueueWriter {
    private static final System.Logger LOG = System.getLogger(QueueWriter.class.getName());
    private static final Duration GATHER = Duration.ofMillis(250);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(2);
    private static final Duration FIRST_PRUNING = Duration.ofSeconds(10);
    private static final Duration MORE_PRUNING = Duration.ofMillis(50);
    /** So that what is new is written between. */
    private static final Duration MORE_SUMMING = Duration.ofMillis(5);
    private static final Duration BETWEEN_PRUNINGS = Duration.ofMinutes(10);
    /** Whoever waits for the end waits no longer while nothing is written, since another program holds the file. */
    private static final Duration LONGEST_STANDSTILL = Duration.ofMillis(1_500);
    private static final Duration LONGEST_CLOSING = Duration.ofSeconds(4);
    private static final int MOST_IN_A_BATCH = 1_000;
    private static final long MOST_BYTES_IN_QUEUE = 64 * 1024 * 1024;

    private final HistoryFile file;
    private final HistoryConnections connections;
    private final HistoryPruner pruner;
    private final ScheduledExecutorService writerThread;
    private final RecordQueue queue = new RecordQueue(MOST_BYTES_IN_QUEUE);
    private final List<HistoryRecord> unwritten = new ArrayList<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final AtomicInteger batches = new AtomicInteger();
    private volatile String trouble;
    private volatile boolean dropping;
    private volatile boolean closing;

    /** Has the file opened by the writer thread, whose only user besides the connections this is. */
    QueueWriter(HistoryFile file, HistoryConnections connections, HistoryPruner pruner,
            ScheduledExecutorService writerThread) {
        this.file = file;
        this.connections = connections;
        this.pruner = pruner;
        this.writerThread = writerThread;
        writerThread.execute(this::write);
        writerThread.execute(this::sum);
        writerThread.scheduleWithFixedDelay(this::prune, FIRST_PRUNING.toSeconds(), BETWEEN_PRUNINGS.toSeconds(),
                TimeUnit.SECONDS);
    }

    /** Has a record written soon. Any thread; returns at once. */
    void add(HistoryRecord record) {
        if (queue.add(record) > 0 && !dropping) {
            dropping = true;
            LOG.log(System.Logger.Level.WARNING, "Too much waits to be written to {0}; the oldest is given up",
                    file.path());
        }
        schedule(GATHER);
    }

    private void schedule(Duration pause) {
        if (scheduled.compareAndSet(false, true)) {
            try {
                writerThread.schedule(this::write, pause.toMillis(), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException _) {
                // Closed: nothing more is remembered.
            }
        }
    }

    private void write() {
        scheduled.set(false);
        try {
            HistoryWriter writer = connections.writer();
            do {
                queue.drainTo(unwritten, MOST_IN_A_BATCH - unwritten.size());
                if (!unwritten.isEmpty()) {
                    writer.write(unwritten);
                    batches.incrementAndGet();
                }
            } while (!queue.isEmpty());
            trouble = null;
            dropping = false;
        } catch (SQLException e) {
            retry(e);
        }
    }

    private void retry(SQLException e) {
        if (!begunAnew(e)) {
            if (trouble == null) {
                LOG.log(System.Logger.Level.ERROR, "Cannot write {0}, and keep trying: {1}", file.path(),
                        e.toString());
            }
            trouble = e.getMessage();
            connections.closeWriter(); // what has failed half way may never work again
            schedule(AFTER_TROUBLE);
        }
    }

    /** {@return whether a file that is damaged was set aside, so that what is left is written into a new one} */
    private boolean begunAnew(SQLException e) {
        boolean begun = HistoryFile.damaged(e) && connections.beginAnew();
        if (begun) {
            schedule(Duration.ZERO);
        }
        return begun;
    }

    /** {@return why nothing can be written at present, in the words of the database; or null} Any thread. */
    String trouble() {
        return trouble;
    }

    /** Waits until all records so far are written, or cannot be. */
    void settle() {
        try {
            await(writerThread.submit(this::write));
        } catch (RejectedExecutionException _) {
            // Closed: the records are written.
        }
    }

    /** Writes all records so far and prunes, without waiting for the time to come, and waits for the end. */
    void pruneNow() {
        settle();
        await(writerThread.submit(this::prune));
    }

    /** A little of what is too old; the rest after what has come meanwhile is written. */
    private void prune() {
        if (!connections.writable() || closing) {
            return;
        }
        try {
            if (pruner.prune() && !closing) {
                writerThread.schedule(this::prune, MORE_PRUNING.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (SQLException e) {
            if (!begunAnew(e)) {
                LOG.log(System.Logger.Level.WARNING, "Cannot prune {0}: {1}", file.path(), e.toString());
            }
        } catch (RejectedExecutionException _) {
            // Closed; the next run goes on with it.
        }
    }

    /** Sums a little of what an earlier version wrote, and the rest later. */
    private void sum() {
        try {
            if (!closing && connections.writer().sumSome()) {
                writerThread.schedule(this::sum, MORE_SUMMING.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (SQLException e) {
            if (!begunAnew(e)) {
                LOG.log(System.Logger.Level.WARNING, "Cannot sum what is in {0}: {1}", file.path(), e.toString());
            }
        } catch (RejectedExecutionException _) {
            // Closed; the next run goes on with it.
        }
    }

    /** Makes all sums anew. Any thread; returns at once. */
    void sumAnew() {
        writerThread.execute(() -> {
            try {
                connections.writer().clearSums();
                sum();
            } catch (SQLException e) {
                LOG.log(System.Logger.Level.WARNING, "Cannot clear the sums in {0}: {1}", file.path(), e.toString());
            }
        });
    }

    private static void await(Future<?> done) {
        try {
            done.get();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /**
     * Writes what is left to write, but not for long, and ends the writer thread.
     *
     * @return whether it has ended; else another program may hold the file
     */
    boolean close() throws InterruptedException {
        closing = true;
        try {
            writerThread.submit(this::write);
        } catch (RejectedExecutionException _) {
            // Closed already.
        }
        writerThread.shutdown();
        boolean ended = ended();
        int left = queue.size() + unwritten.size();
        if (!ended || left > 0) {
            LOG.log(System.Logger.Level.WARNING, "{0} changes could not be written to {1}", left, file.path());
        }
        return ended;
    }

    private boolean ended() throws InterruptedException {
        long end = System.nanoTime() + LONGEST_CLOSING.toNanos();
        int before;
        do {
            before = batches.get();
            if (writerThread.awaitTermination(LONGEST_STANDSTILL.toMillis(), TimeUnit.MILLISECONDS)) {
                return true;
            }
        } while (batches.get() > before && System.nanoTime() < end);
        return false;
    }
}
