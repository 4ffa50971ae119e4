package dev.jobglass.cli;

import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a command writes.
 *
 * @param out for what was asked for
 * @param err for what is said besides
 * @param interactive whether a person looks on, so that progress is of use
 */
public record Terminal(PrintStream out, PrintStream err, boolean interactive) {
    /** From its beginning, and cut at the terminal's edge: the rest would stay where it wrapped to. */
    private static final String LINE_AGAIN = "\r\033[K\033[?7l";
    private static final String WRAP_AGAIN = "\033[?7h";
    /** Where Linux says what standard error is; Java knows only whether input and output are a terminal. */
    private static final Path ERROR_STREAM = Path.of("/proc/self/fd/2");

    /**
     * {@return that of this process}
     *
     * @param out for what was asked for
     * @param err for what is said besides
     */
    public static Terminal of(PrintStream out, PrintStream err) {
        return new Terminal(out, err, isTerminal());
    }

    private static boolean isTerminal() {
        try {
            String device = Files.readSymbolicLink(ERROR_STREAM).toString();
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException _) {
            Console console = System.console();
            return console != null && console.isTerminal();
        }
    }

    /** Writes over the last line of progress; an empty text ends it. */
    void progress(String line) {
        if (interactive) {
            err.print(LINE_AGAIN + line + WRAP_AGAIN);
            err.flush();
        }
    }
}
