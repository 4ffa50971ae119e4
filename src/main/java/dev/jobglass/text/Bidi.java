package dev.jobglass.text;

import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/** Marks for texts in which scripts of both directions may meet. */
public final class Bidi {
    private static final char LEFT_TO_RIGHT = '\u200E';
    private static final char RIGHT_TO_LEFT = '\u200F';
    private static final char ISOLATE = '\u2068';
    private static final char END = '\u2069';
    /** Between the name and the value of a line of JSON. */
    private static final String VALUE = " : ";

    private Bidi() {
    }

    /**
     * {@return the text, whose lines run in the direction of the user's language whatever they begin with}
     *
     * @param text any
     */
    public static String line(String text) {
        char mark = ours();
        return text.lines().map(line -> mark + line).collect(Collectors.joining("\n"));
    }

    private static char ours() {
        return Messages.bundle().getString("common.direction").equals("rtl") ? RIGHT_TO_LEFT : LEFT_TO_RIGHT;
    }

    /**
     * {@return the text, whose letters keep their order within a sentence of ours, and leave the sentence its own} For
     * our windows: JavaFX takes the direction of a line from its first letter, and of all marks it is only this
     * one that it does not paint.
     *
     * @param text a part of a sentence
     */
    public static String within(String text) {
        return within(text, ours());
    }

    /**
     * {@return a line of code, which runs from left to right, names before their values, whatever its letters are} For
     * our windows, as {@link #within}.
     *
     * @param line of JSON, for example
     */
    public static String code(String line) {
        if (!hasRightToLeft(line)) {
            return line;
        }
        int margin = line.length() - line.stripLeading().length();
        return line.substring(0, margin) + LEFT_TO_RIGHT
                + line.substring(margin).replace(VALUE, LEFT_TO_RIGHT + VALUE + LEFT_TO_RIGHT);
    }

    static String within(String text, char ours) {
        IntPredicate other = ours == LEFT_TO_RIGHT ? Bidi::fromTheRight : Bidi::notArabic;
        return text.isEmpty() || text.charAt(0) == LEFT_TO_RIGHT || text.codePoints().noneMatch(other)
                ? text
                : LEFT_TO_RIGHT + text + LEFT_TO_RIGHT;
    }

    /** Also of Hebrew, which runs as Arabic does: where the script changes JavaFX puts words in the wrong order. */
    private static boolean notArabic(int c) {
        byte direction = Character.getDirectionality(c);
        return direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT;
    }

    static boolean hasRightToLeft(String text) {
        return text.codePoints().anyMatch(Bidi::fromTheRight);
    }

    private static boolean fromTheRight(int c) {
        byte direction = Character.getDirectionality(c);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    /**
     * {@return the text, which runs in its own direction within a line} For whoever shows it outside of our windows.
     *
     * @param text a part of a line
     */
    public static String part(String text) {
        return text.isEmpty() ? text : ISOLATE + text + END;
    }
}
