package dev.jobglass.poll;

import dev.jobglass.history.SimulatedHistory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** What outlives the program: its settings, and the folder of its history. */
final class SimulatedDisk {
    /** Two folders by turns: what a killed program still does goes to the old one. */
    private static final int FOLDERS = 2;

    private final Path root;
    private int kills;

    /** What the settings know of a server. */
    static final class Known {
        final Set<String> dismissed = new HashSet<>();
        /** What the user has taken off the list. */
        final Set<String> removed = new HashSet<>();
        /** What the user has added by hand. */
        final Set<String> watched = new LinkedHashSet<>();
        boolean looked;
        /** Whether it is switched off. */
        boolean off;
    }

    SimulatedDisk(Path root) {
        this.root = root;
    }

    Path folder() {
        return root.resolve("" + kills % FOLDERS);
    }

    /** Thousands of runs would else fill the real one. */
    void clear() {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The program is killed in this moment, perhaps since the power fails: {@return whether it did} */
    boolean kill(Random random) {
        Path before = folder();
        kills++;
        boolean powerFails = random.nextInt(4) == 0;
        try {
            SimulatedHistory.copy(before, folder());
            if (powerFails) {
                SimulatedHistory.losePower(folder(), random);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return powerFails;
    }
}
