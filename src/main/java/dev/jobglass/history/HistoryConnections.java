package dev.jobglass.history;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;

/**
 * The connections to the file, opened when they are needed: one to write, for the writer thread only, and one to read,
 * for one thread at a time. When the file turns out to be damaged it is set aside, and a new one begun.
 */
final class HistoryConnections implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(HistoryConnections.class.getName());

    private final HistoryFile file;
    private final HistoryPruner pruner;
    private final ExecutorService writerThread;
    private final Consumer<Path> onSetAside;
    private final Runnable onGone;
    /** Of the file that is open for writing. */
    private Object identity;
    private HistoryWriter writer;
    private HistoryReader reader;
    private volatile Path setAside;
    private boolean closed;
    private boolean saidThatUnreadable;

    /** Reads something from the file. */
    interface Query<T> {
        T run(HistoryReader reader) throws SQLException;
    }

    /**
     * Opens nothing yet.
     *
     * @param pruner sees each connection for writing before anything is written
     * @param writerThread the only one that writes and sets files aside
     * @param onSetAside takes where a damaged file was kept, on the writer thread
     * @param onGone is run when the file has been taken away, likewise
     */
    HistoryConnections(HistoryFile file, HistoryPruner pruner, ExecutorService writerThread,
            Consumer<Path> onSetAside, Runnable onGone) {
        this.file = file;
        this.pruner = pruner;
        this.writerThread = writerThread;
        this.onSetAside = onSetAside;
        this.onGone = onGone;
    }

    /** {@return what writes} Writer thread only. */
    HistoryWriter writer() throws SQLException {
        if (writer != null && !Objects.equals(identity, file.identity())) {
            LOG.log(System.Logger.Level.WARNING, "{0} was taken away, and is begun anew", file.path());
            closeTakenAway();
            onGone.run();
        }
        if (writer == null) {
            Connection connection = file.openForWriting();
            pruner.begin(connection);
            writer = new HistoryWriter(connection);
            identity = file.identity();
        }
        return writer;
    }

    /** What is written to it would be for nobody. */
    private synchronized void closeTakenAway() {
        try {
            closeBoth();
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "Cannot close {0}: {1}", file.path(), e.toString());
        }
    }

    /** Has the file opened anew for what is written next. Writer thread only. */
    synchronized void closeWriter() {
        HistoryWriter open = writer;
        writer = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                LOG.log(System.Logger.Level.DEBUG, "Cannot close {0}: {1}", file.path(), e.toString());
            }
        }
    }

    /** {@return whether the file could be opened for writing} Writer thread only. */
    boolean writable() {
        return writer != null;
    }

    /** {@return what a query gives, or {@code otherwise} when the file cannot be read or is closed} Blocks. */
    synchronized <T> T read(Query<T> query, T otherwise) {
        if (closed) {
            return otherwise; // else a query on its way would open the file again
        }
        try {
            if (reader == null) {
                reader = new HistoryReader(file.openForReading());
            }
            return query.run(reader);
        } catch (SQLException e) {
            LOG.log(saidThatUnreadable ? System.Logger.Level.DEBUG : System.Logger.Level.WARNING,
                    "Cannot read {0}: {1}", file.path(), e.toString());
            saidThatUnreadable = true;
            if (HistoryFile.damaged(e) && !writerThread.isShutdown()) {
                HistoryReader failed = reader;
                writerThread.execute(() -> beginAnew(failed));
            }
            return otherwise;
        }
    }

    /** Unless another query that met the same damage has already brought it about. */
    private synchronized void beginAnew(HistoryReader failed) {
        if (failed == reader) {
            beginAnew();
        }
    }

    /** Sets the damaged file aside, and {@return whether that was possible} Writer thread only. */
    synchronized boolean beginAnew() {
        try {
            closeBoth();
            setAside = file.setAside();
            onSetAside.accept(setAside);
            return true;
        } catch (SQLException | IOException e) {
            LOG.log(System.Logger.Level.ERROR, "Cannot set {0} aside: {1}", file.path(), e.toString());
            return false;
        }
    }

    /** {@return where a damaged file was kept, if there was one} Any thread. */
    Optional<Path> setAsideFile() {
        return Optional.ofNullable(setAside);
    }

    private void closeBoth() throws SQLException {
        HistoryReader openReader = reader;
        HistoryWriter openWriter = writer;
        reader = null;
        writer = null;
        if (openReader != null) {
            openReader.close();
        }
        if (openWriter != null) {
            openWriter.close();
        }
    }

    /** Once the writer thread has ended; nothing is opened any more. */
    @Override
    public synchronized void close() throws SQLException {
        closed = true;
        closeBoth();
    }
}
