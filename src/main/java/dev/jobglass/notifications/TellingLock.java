package dev.jobglass.notifications;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.BooleanSupplier;

/**
 * Of the programs that watch with the same settings, as a user may open another window, holds for one: that runs the
 * user's program and asks the user's address, so that nothing is told there twice. The next takes over however that one
 * ends, for the system gives its lock back. For one thread.
 */
public final class TellingLock implements BooleanSupplier, Closeable {
    private static final System.Logger LOG = System.getLogger(TellingLock.class.getName());

    private final Path file;
    private FileChannel held;

    /**
     * Holds nothing yet.
     *
     * @param file that is locked; made when it is not there, in a folder that may not be there either
     */
    public TellingLock(Path file) {
        this.file = file;
    }

    /** {@return whether it is this program that tells; also where nothing can be locked: rather twice than never} */
    @Override
    public boolean getAsBoolean() {
        if (held != null) {
            return true;
        }
        try {
            Files.createDirectories(file.getParent());
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (locked(channel)) {
                held = channel;
                return true;
            }
            channel.close();
            return false;
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "Another window may tell of rules, too: {0}", e.toString());
            return true;
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException _) { // by another window of this process
            return false;
        }
    }

    /** Lets another program tell. */
    @Override
    public void close() throws IOException {
        if (held != null) {
            held.close();
            held = null;
        }
    }
}
