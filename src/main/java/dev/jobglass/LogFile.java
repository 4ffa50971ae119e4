package dev.jobglass;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** The rotating log beside the settings. */
final class LogFile {
    private static final int BYTES = 1_000_000;
    private static final int FILES = 3;
    private static final String FORMAT = "%1$tF %1$tT.%1$tL %4$s %3$s: %5$s%6$s%n";

    private LogFile() {
    }

    /**
     * Sends the program's messages to {@code jobglass.0.log} in a folder from now on, instead of to the terminal.
     *
     * @param folder made when missing
     */
    static void open(Path folder) {
        Logger root = Logger.getLogger("");
        try {
            System.setProperty("java.util.logging.SimpleFormatter.format", FORMAT);
            Files.createDirectories(folder);
            FileHandler file = new FileHandler(folder.resolve("jobglass").toString().replace("%", "%%") + ".%g.log",
                    BYTES, FILES, true);
            file.setFormatter(new SimpleFormatter());
            file.setLevel(Level.INFO);
            for (var handler : root.getHandlers()) {
                handler.setLevel(Level.SEVERE);
            }
            root.addHandler(file);
        } catch (IOException e) {
            root.log(Level.WARNING, "No log file in {0}: {1}", new Object[]{folder, e.toString()});
        }
    }
}
