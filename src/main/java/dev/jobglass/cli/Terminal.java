package dev.jobglass.cli;

import java.io.Console;
import java.io.PrintStream;

/**
 * Where a command writes.
 *
 * @param out for what was asked for
 * @param err for what is said besides
 * @param interactive whether a person looks on, so that progress is of use
 */
public record Terminal(PrintStream out, PrintStream err, boolean interactive) {
    private static final String LINE_AGAIN = "\r\033[K";

    /**
     * {@return that of this process}
     *
     * @param out for what was asked for
     * @param err for what is said besides
     */
    public static Terminal of(PrintStream out, PrintStream err) {
        Console console = System.console();
        return new Terminal(out, err, console != null && console.isTerminal());
    }

    /** Writes over the last line of progress; an empty text ends it. */
    void progress(String line) {
        if (interactive) {
            err.print(LINE_AGAIN + line);
            err.flush();
        }
    }
}
