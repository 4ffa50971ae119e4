package dev.jobglass.api;

import java.util.regex.Pattern;

/** What a terminal would show of a text written for one. */
public final class TerminalText {
    /** What terminals take for commands, such as colours: one, or of a title all up to its end. */
    static final String SEQUENCE = "(?:\\x1B\\[|\\x9B)[0-?]*[ -/]*[@-~]?"
            + "|\\x1B\\][^\\x07\\x1B]*(?:\\x07|\\x1B\\\\)|\\x1B[ -/]*[0-~]?";
    private static final Pattern ESCAPE_SEQUENCES = Pattern.compile(SEQUENCE);
    /** What a terminal writes over, since it goes back to the beginning of the line afterwards. */
    private static final Pattern OVERWRITTEN = Pattern.compile("(?<![^\\n])[^\\n]*\\r(?=[^\\r\\n])");

    private TerminalText() {
    }

    /**
     * {@return the text without escape sequences, and of each line what was written last}
     *
     * @param text any
     */
    public static String shown(String text) {
        String lines = withoutEscapes(text.replace("\r\n", "\n"));
        return lines.indexOf('\r') < 0 ? lines : OVERWRITTEN.matcher(lines).replaceAll("");
    }

    /**
     * {@return the text without escape sequences, and else as it is}
     *
     * @param text any
     */
    public static String withoutEscapes(String text) {
        return text.indexOf('\u001B') < 0 && text.indexOf('\u009B') < 0
                ? text
                : ESCAPE_SEQUENCES.matcher(text).replaceAll("");
    }
}
