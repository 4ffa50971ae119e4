package dev.jobglass.text;

import dev.jobglass.model.ErrorSignature;
import java.util.regex.Pattern;

/** Makes a server's text fit for a label: control and bidi-override characters would break or falsify the line. */
public final class PlainText {
    /** No label is longer; what is cut is in the tooltip or the details. */
    private static final int LINE = 300;
    /** Of a text that becomes a line. */
    private static final int LOOKED_AT = 10_000;
    /** What terminals take for commands, such as colours: one, or of a title all up to its end. */
    private static final Pattern ESCAPE_SEQUENCES = Pattern
            .compile(
                    "(?:\\x1B\\[|\\x9B)[0-?]*[ -/]*[@-~]?|\\x1B\\][^\\x07\\x1B]*(?:\\x07|\\x1B\\\\)|\\x1B[ -/]*[0-~]?");
    /** What a terminal writes over, since it goes back to the beginning of the line afterwards. */
    private static final Pattern OVERWRITTEN = Pattern.compile("(?<![^\\n])[^\\n]*\\r(?=[^\\r\\n])");

    private PlainText() {
    }

    /**
     * {@return one line as a terminal would show it, with blanks for line breaks and without control characters}
     *
     * @param text any, or null for the empty line
     */
    public static String line(String text) {
        if (text == null) {
            return "";
        }
        String shown = asOnTerminal(text.substring(0, Math.min(text.length(), LOOKED_AT)));
        String head = shown.length() > LINE ? shown.substring(0, LINE) + "…" : shown;
        return clean(head, false).strip();
    }

    /**
     * {@return the text with its lines as a terminal would show them, without other control characters}
     *
     * @param text not null
     */
    public static String lines(String text) {
        return clean(asOnTerminal(text), true);
    }

    private static String asOnTerminal(String text) {
        String lines = text.replace("\r\n", "\n");
        if (lines.indexOf('\u001B') >= 0 || lines.indexOf('\u009B') >= 0) {
            lines = ESCAPE_SEQUENCES.matcher(lines).replaceAll("");
        }
        return lines.indexOf('\r') < 0 ? lines : OVERWRITTEN.matcher(lines).replaceAll("");
    }

    /**
     * {@return the one line of an error that tells most: of a Python traceback its last, else its first}
     *
     * @param error as it came, not null
     */
    public static String gist(String error) {
        return line(ErrorSignature.gist(error));
    }

    private static String clean(String text, boolean keepLines) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (keepLines && (c == '\n' || c == '\t')) {
                clean.appendCodePoint(c);
            } else if (Character.isWhitespace(c) || c == 0x2028 || c == 0x2029) {
                clean.append(' ');
            } else if (visible(c)) {
                clean.appendCodePoint(c);
            }
        });
        return clean.toString();
    }

    private static boolean visible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE -> false;
            // Of the format characters only the joiners are needed, for scripts and emoji.
            case Character.FORMAT -> c == 0x200C || c == 0x200D;
            default -> true;
        };
    }
}
