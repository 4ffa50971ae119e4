package dev.jobglass.ui.details;

import java.util.List;
import java.util.Locale;

/**
 * A text as it is shown, line by line.
 *
 * @param lines from its beginning, as many as there is room for
 * @param all how many lines it has
 * @param unread whether it is a text that was too large or too intricate to be read as Markdown, and is shown as it is
 */
record ShownText(List<Line> lines, long all, boolean unread) {
    /** What a line is. */
    enum Style {
        PLAIN, HEADING, CODE, QUOTE;

        /** {@return the style class of such lines} */
        String styleClass() {
            return "line-" + name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One line.
     *
     * @param text not too long for a row
     * @param style what it is
     */
    record Line(String text, Style style) {
        /** {@return the text, as a list's row reads} */
        @Override
        public String toString() {
            return text;
        }
    }

    /** {@return whether there is more than is shown} */
    boolean cut() {
        return all > lines.size();
    }

    /** {@return the lines' texts} */
    List<String> texts() {
        return lines.stream().map(Line::text).toList();
    }
}
