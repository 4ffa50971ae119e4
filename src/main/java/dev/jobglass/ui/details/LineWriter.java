package dev.jobglass.ui.details;

import dev.jobglass.text.PlainText;
import dev.jobglass.ui.common.Texts;
import dev.jobglass.ui.details.ShownText.Line;
import dev.jobglass.ui.details.ShownText.Mark;
import dev.jobglass.ui.details.ShownText.Part;
import dev.jobglass.ui.details.ShownText.Style;
import java.io.InterruptedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes a text of any length and keeps its beginning as lines for a list; the rest is only counted. Gives up when its
 * thread is interrupted. For one thread.
 */
final class LineWriter extends Writer {
    /** A line is one row of a list: longer ones go on in the next. */
    static final int LONGEST_LINE = 2_000;
    /** So long ones are not torn for that. */
    private static final int LONGEST_WORD = 40;
    /** More than a user reads, few enough to be searched while typing. */
    static final int MOST_LINES = 100_000;
    static final int MOST_CHARACTERS = 2_000_000;

    private final List<Line> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private final List<Part> parts = new ArrayList<>();
    private int partStart;
    private Mark mark = Mark.PLAIN;
    private final Style usual;
    private Style style;
    /** That of the line that is being written. */
    private Style ofLine;
    /** Whether an empty line lies before a block that has just begun, and is none of its own. */
    private boolean beforeBlock;
    /** The character written before. */
    private char last;
    private long all;
    private int characters;
    /** How many blanks the line that is being written has got so that it goes on below where it began. */
    private int marginBefore;
    /** Of the line that is being written, kept or not. */
    private int length;

    /**
     * Begins.
     *
     * @param style of the lines, also of empty ones between lines of other styles
     */
    LineWriter(Style style) {
        this.usual = style;
        this.style = style;
        this.ofLine = style;
    }

    /** Gives lines that begin from now on another style, and {@return that of before} */
    Style style(Style next) {
        Style before = style;
        style = next;
        return before;
    }

    /** Has an empty line before what is written next stand between two blocks, though both are of one style. */
    void beginBlock() {
        beforeBlock = true;
    }

    /** Has what is written from now on stand out in another way, and {@return in which it did before} */
    Mark mark(Mark next) {
        endPart();
        Mark before = mark;
        mark = next;
        return before;
    }

    private void endPart() {
        if (partStart < line.length()) {
            parts.add(new Part(line.substring(partStart), mark));
        }
        partStart = line.length();
    }

    @Override
    public void write(char[] text, int from, int count) throws InterruptedIOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException();
        }
        for (int i = from; i < from + count; i++) {
            if (text[i] == '\n') {
                endLine(false);
            } else {
                add(text[i]);
            }
        }
    }

    private void add(char c) {
        // A character of two parts is not torn; two first parts in a row are no such character.
        boolean torn = Character.isLowSurrogate(c) && length == LONGEST_LINE;
        boolean betweenWords = last == ' ' && length > LONGEST_LINE - LONGEST_WORD;
        if ((length >= LONGEST_LINE || betweenWords) && !torn) {
            String margin = Texts.margin(line.toString()).replaceAll("\\S", " ");
            endLine(true);
            line.append(margin); // so that it goes on below where it began
            marginBefore = margin.length();
            length = marginBefore;
        }
        last = c;
        beforeBlock = false;
        if (length == 0) {
            ofLine = style;
        }
        length++;
        if (kept()) {
            line.append(c);
        }
    }

    /** Whether the line that is being written is kept, whole. */
    private boolean kept() {
        return all == lines.size() && all < MOST_LINES && characters < MOST_CHARACTERS;
    }

    private void endLine(boolean goesOn) {
        if (kept()) {
            if (!line.isEmpty() && line.charAt(line.length() - 1) == '\r') {
                line.setLength(line.length() - 1);
            }
            boolean between = line.isEmpty()
                    && (beforeBlock || lines.isEmpty() || lines.getLast().style() != ofLine);
            endPart();
            String shown = PlainText.whole(line.toString());
            lines.add(new Line(shown, between ? usual : ofLine, standingOut(shown), goesOn,
                    Math.min(marginBefore, Texts.margin(shown).length())));
            characters += line.length();
        }
        line.setLength(0);
        marginBefore = 0;
        parts.clear();
        partStart = 0;
        length = 0;
        ofLine = style;
        all++;
    }

    /** {@return the parts of the line, unless none stands out or some of it cannot be shown as it is} */
    private List<Part> standingOut(String shown) {
        return shown.contentEquals(line) && parts.stream().anyMatch(part -> part.mark() != Mark.PLAIN)
                ? List.copyOf(parts)
                : List.of();
    }

    /** {@return what was written; the last line is ended by this} */
    ShownText end() {
        endLine(false);
        return new ShownText(List.copyOf(lines), all, false);
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        // Nothing to close.
    }
}
