package dev.jobglass.text;

import java.util.stream.Collectors;

/**
 * Marks for texts in which scripts of both directions may meet, for whoever shows them outside of our windows. Ours
 * need none, and JavaFX would paint some of them.
 */
public final class Bidi {
    private static final char LEFT_TO_RIGHT = '\u200E';
    private static final char RIGHT_TO_LEFT = '\u200F';
    private static final char ISOLATE = '\u2068';
    private static final char END = '\u2069';

    private Bidi() {
    }

    /**
     * {@return the text, whose lines run in the direction of the user's language whatever they begin with}
     *
     * @param text any
     */
    public static String line(String text) {
        char mark = Messages.of("common.direction").equals("rtl") ? RIGHT_TO_LEFT : LEFT_TO_RIGHT;
        return text.lines().map(line -> mark + line).collect(Collectors.joining("\n"));
    }

    /**
     * {@return the text, which runs in its own direction within a line}
     *
     * @param text a part of a line
     */
    public static String part(String text) {
        return text.isEmpty() ? text : ISOLATE + text + END;
    }
}
