package dev.jobglass.ui.details;

import dev.jobglass.model.TextMatch;
import dev.jobglass.text.Bidi;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A text as it is shown, line by line.
 *
 * @param lines from its beginning, as many as there is room for
 * @param all how many lines it has
 * @param unread whether it is a text that was too large or too intricate to be read as Markdown, and is shown as it is
 */
record ShownText(List<Line> lines, long all, boolean unread) {
    private static final int BEGINNING = 10;

    /** What a line is. */
    enum Style {
        PLAIN, TITLE, HEADING, CODE, JSON, QUOTE;

        /** {@return the style class of such lines} */
        String styleClass() {
            return "line-" + (this == JSON ? CODE : this).name().toLowerCase(Locale.ROOT);
        }
    }

    /** How a part of a line stands out. */
    enum Mark {
        PLAIN, EMPHASIS, STRONG, CODE;

        /** {@return the style class of such parts} */
        String styleClass() {
            return "part-" + name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A part of a line.
     *
     * @param text not empty
     * @param mark how it stands out
     * @param found whether it is what is looked for
     */
    record Part(String text, Mark mark, boolean found) {
        Part(String text, Mark mark) {
            this(text, mark, false);
        }
    }

    /**
     * One line.
     *
     * @param text not too long for a row
     * @param style what it is
     * @param parts of which it is made when some of them stand out, else empty
     * @param goesOn whether the next one is its end, for it was too long
     * @param margin how many blanks it has before it only to go on below where the one before began
     * @param folded the text as it is searched: made once, since a key typed asks it of a hundred thousand lines
     */
    record Line(String text, Style style, List<Part> parts, boolean goesOn, int margin, String folded) {
        Line(String text, Style style, List<Part> parts, boolean goesOn, int margin) {
            this(text, style, parts, goesOn, margin, TextMatch.folded(text));
        }

        Line(String text, Style style) {
            this(text, style, List.of(), false, 0);
        }

        /** {@return the text as it is drawn} */
        String drawn() {
            return style == Style.JSON ? Bidi.code(text) : text;
        }

        /** {@return the text without the margin that is not its own} */
        String copied() {
            return text.substring(margin);
        }

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

    /** {@return whether there is nothing to be seen in it} */
    boolean blank() {
        return !cut() && lines.stream().allMatch(line -> line.text().isBlank());
    }

    /** {@return whether it is JSON, which runs from left to right in every language} */
    boolean json() {
        return !lines.isEmpty() && lines.getFirst().style() == Style.JSON;
    }

    /** {@return its first lines, enough to tell its direction by} */
    String beginning() {
        return lines.stream().limit(BEGINNING).map(Line::text).collect(Collectors.joining("\n"));
    }

    /** {@return the lines' texts} */
    List<String> texts() {
        return lines.stream().map(Line::text).toList();
    }
}
