package dev.jobglass.api;

/** The mark that some programs on Windows begin their texts with, and that is part of none. */
public final class ByteOrderMark {
    private static final String MARK = "\uFEFF";

    private ByteOrderMark() {
    }

    /**
     * {@return a text without the mark, if it begins with one}
     *
     * @param text all of it
     */
    public static String without(String text) {
        return text.startsWith(MARK) ? text.substring(MARK.length()) : text;
    }
}
