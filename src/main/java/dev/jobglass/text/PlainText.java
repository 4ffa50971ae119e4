package dev.jobglass.text;

import dev.jobglass.api.TerminalText;
import dev.jobglass.model.ErrorSignature;

/** Makes a server's text fit for a label: control and bidi-override characters would break or falsify the line. */
public final class PlainText {
    /** No label is longer; what is cut is in the tooltip or the details. */
    private static final int LINE = 300;
    /** A menu is as wide as its longest entry. */
    private static final int SHORT = 60;
    /** Of a text that becomes a line. */
    private static final int LOOKED_AT = 10_000;

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
        String shown = TerminalText.shown(text.substring(0, Math.min(text.length(), LOOKED_AT)));
        String head = shown.length() > LINE ? shown.substring(0, LINE) + "…" : shown;
        return clean(head, false).strip();
    }

    /**
     * {@return what {@link #line} does, for a menu: of a long one the beginning and the end}
     *
     * @param text any, or null for the empty line
     */
    public static String shortLine(String text) {
        String line = line(text);
        int end = SHORT / 3;
        return line.codePointCount(0, line.length()) <= SHORT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, SHORT - end - 1)) + "…"
                        + line.substring(line.offsetByCodePoints(line.length(), -end));
    }

    /**
     * {@return the text with its lines as a terminal would show them, without other control characters}
     *
     * @param text not null
     */
    public static String lines(String text) {
        return clean(TerminalText.shown(text), true);
    }

    /**
     * {@return the text with its lines, without control characters; of what can be read nothing is left out}
     *
     * @param text not null
     */
    public static String whole(String text) {
        return clean(TerminalText.withoutEscapes(text).replace("\r\n", "\n"), true);
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
