package dev.jobglass.text;

/** Makes a server's text fit for a label: control and bidi-override characters would break or falsify the line. */
public final class PlainText {
    /** No label is longer; what is cut is in the tooltip or the details. */
    private static final int LINE = 300;

    private PlainText() {
    }

    /**
     * {@return one line, with blanks for line breaks and without control characters}
     *
     * @param text any, or null for the empty line
     */
    public static String line(String text) {
        if (text == null) {
            return "";
        }
        String head = text.length() > LINE ? text.substring(0, LINE) + "…" : text;
        return clean(head, false).strip();
    }

    /**
     * {@return the text with its lines, without other control characters}
     *
     * @param text not null
     */
    public static String lines(String text) {
        return clean(text.replace("\r\n", "\n"), true);
    }

    /**
     * {@return the one line of an error that tells most: of a Python traceback its last, else its first}
     *
     * @param error as it came, not null
     */
    public static String gist(String error) {
        String text = error.strip();
        if (!text.startsWith("Traceback (most recent call last)")) {
            return line(text);
        }
        return line(text.substring(Math.max(0, text.lastIndexOf('\n'))));
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
