package dev.jobglass.history;

import java.io.IOException;
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

    /** The power fails: of what was written last, only the beginning is there, to any byte. */
    public static void losePower(Path folder, RandomGenerator random) throws IOException {
        Files.deleteIfExists(folder.resolve(FILE + "-shm")); // lies in memory
        Path log = folder.resolve(FILE + "-wal");
        if (Files.exists(log) && Files.size(log) > 0) {
            try (FileChannel channel = FileChannel.open(log, StandardOpenOption.WRITE)) {
                channel.truncate(random.nextLong(channel.size() + 1));
            }
        }
    }
}
