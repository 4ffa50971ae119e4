package dev.jobglass.history;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.random.RandomGenerator;

/** A history on a disk that a test can look at as it is after a kill. */
public final class SimulatedHistory {
    private static final String FILE = "history.db";
    private static final List<String> LOGS = List.of("-wal", "-shm");

    private static final int LOG_HEADER = 32;
    private static final int FRAME_HEADER = 24;
    private static final int PAGE = 4_096;
    private static final int COPIED_AT = 128;

    private SimulatedHistory() {
    }

    /** {@return the history in a folder, written by what the test calls a thread} */
    public static History open(Path folder, InstantSource clock, ScheduledExecutorService writerThread) {
        return new History(folder.resolve(FILE), Duration.ofDays(30), clock, writerThread);
    }

    /** Copies what is on the disk in this moment, as a killed program leaves it. */
    public static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        Files.copy(from.resolve(FILE), to.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
        for (String log : LOGS) {
            Path file = from.resolve(FILE + log);
            Path copy = to.resolve(FILE + log);
            Files.deleteIfExists(copy);
            if (Files.exists(file)) {
                Files.copy(file, copy);
            }
        }
    }

    /**
     * The power fails: of what this life of the program wrote last, only the beginning is there, to any byte. What
     * SQLite has begun to copy from its log into the database it had the disk keep before.
     */
    public static void losePower(Path folder, RandomGenerator random) throws IOException {
        Path log = folder.resolve(FILE + "-wal");
        Path index = folder.resolve(FILE + "-shm");
        if (Files.exists(log) && Files.size(log) > 0) {
            try (FileChannel channel = FileChannel.open(log, StandardOpenOption.WRITE)) {
                long kept = LOG_HEADER + copiedFrames(index) * (FRAME_HEADER + PAGE);
                channel.truncate(random.nextLong(Math.min(kept, channel.size()), channel.size() + 1));
            }
        }
        Files.deleteIfExists(index); // lies in memory
    }

    /** The layout of the files is part of SQLite's documentation. */
    private static long copiedFrames(Path index) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(index)).order(ByteOrder.nativeOrder());
        return Integer.toUnsignedLong(bytes.getInt(COPIED_AT));
    }
}
