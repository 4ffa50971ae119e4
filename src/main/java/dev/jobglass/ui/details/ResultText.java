package dev.jobglass.ui.details;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.jobglass.ui.details.ShownText.Style;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * A result as lines that can be read: JSON indented, a text that is Markdown rendered. Bounded in time and
 * memory whatever comes, yet takes a while for megabytes; any thread.
 */
final class ResultText {
    // Numbers are only copied, so that they may be of any length; so may names, which are not remembered.
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder().maxNumberLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE).build())
            .build();
    /**
     * The Markdown parser's time grows with the square of a paragraph's length, and it cannot be interrupted. Measured
     * with thousands of texts made to be slow, within these bounds the slowest takes a third of a second.
     */
    private static final int LONGEST_MARKDOWN = 60_000;
    private static final int LONGEST_PARAGRAPH = 10_000;
    /** The parser gives each row of a table as many cells as its head has, though it be written with one. */
    private static final int MOST_CELLS = 10_000;
    /** Quotes in quotes, lists in lists. */
    private static final int DEEPEST_MARKDOWN = 100;

    private static final Pattern LIKE_JSON = Pattern.compile("\\s*(?:\\{\\s*[\"}]|\\[\\s*[\\[{\"\\]\\d])");
    private static final String BULLET = "•";
    /** As the details have in a window of the usual size. */
    private static final int FEW_COLUMNS = 42;
    /** A quote, a line break or a control character takes two to six. */
    private static final int LONGEST_ESCAPE = 6;
    private static final Parser MARKDOWN = Parser.builder().maxOpenBlockParsers(DEEPEST_MARKDOWN)
            .extensions(List.of(TablesExtension.create())).build();

    private ResultText() {
    }

    /**
     * {@return what to show where there is little room}
     *
     * @param json a JSON text, or any other that is then shown as it is
     * @throws IOException when the thread is interrupted
     */
    static ShownText of(String json) throws IOException {
        return of(json, FEW_COLUMNS);
    }

    /**
     * {@return what to show}
     *
     * @param json a JSON text, or any other that is then shown as it is
     * @param columns how many letters of a monospaced face a line has room for
     * @throws IOException when the thread is interrupted
     */
    static ShownText of(String json, int columns) throws IOException {
        try {
            Optional<String> text = text(json);
            return text.isPresent() ? ofText(text.get(), columns) : indented(json);
        } catch (JacksonException _) {
            return asItIs(json);
        }
    }

    /**
     * {@return whether there may be a table of Markdown in it, which is shown otherwise where there is less room}
     *
     * @param json any
     */
    static boolean mayHaveTable(String json) {
        return json.length() <= LONGEST_ESCAPE * LONGEST_MARKDOWN && json.indexOf('|') >= 0;
    }

    /** Agents often tell JSON as a text. */
    private static ShownText ofText(String text, int columns) throws IOException {
        try {
            return LIKE_JSON.matcher(text).lookingAt() ? indented(text) : rendered(text, columns);
        } catch (JacksonException _) {
            return rendered(text, columns);
        }
    }

    /**
     * {@return the text that a JSON text consists of, if it is JSON and does}
     *
     * @param json any
     */
    static Optional<String> textOnly(String json) {
        try {
            return text(json);
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(String json) throws IOException {
        try (JsonParser parser = JSON.createParser(json)) {
            String text = parser.nextToken() == JsonToken.VALUE_STRING ? parser.getText() : null;
            return text != null && parser.nextToken() == null ? Optional.of(text) : Optional.empty();
        }
    }

    /**
     * Token by token, for a tree of it may take fifty times its size. Texts are written as they read, with their line
     * breaks and without the backslashes of JSON.
     */
    private static ShownText indented(String json) throws IOException {
        LineWriter lines = new LineWriter(Style.JSON);
        try (JsonParser parser = JSON.createParser(json);
                JsonGenerator generator = JSON.createGenerator(lines)) {
            generator.setPrettyPrinter(new DefaultPrettyPrinter().withArrayIndenter(Indentation.INSTANCE)
                    .withObjectIndenter(Indentation.INSTANCE));
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isNumeric()) {
                    generator.writeNumber(parser.getText()); // as it was written
                } else if (token == JsonToken.VALUE_STRING) {
                    String margin = "\n" + Indentation.of(parser.getParsingContext().getNestingDepth());
                    generator.writeRawValue('"' + parser.getText().replace("\n", margin) + '"');
                } else {
                    generator.copyCurrentEvent(parser);
                }
            }
        }
        return lines.end();
    }

    private static ShownText rendered(String text, int columns) throws IOException {
        if (quicklyRead(text)) {
            try {
                LineWriter lines = new LineWriter(Style.PLAIN);
                TextContentRenderer.builder().lineBreakRendering(LineBreakRendering.SEPARATE_BLOCKS)
                        .nodeRendererFactory(context -> new MarkdownLines(context, lines, columns)).build()
                        .render(withBullets(MARKDOWN.parse(text)), lines);
                return lines.end();
            } catch (RuntimeException | StackOverflowError _) {
                // Emphasis in emphasis can be too deep for it; or it was interrupted, as the next writer will be.
            }
        }
        ShownText shown = asItIs(text);
        return new ShownText(shown.lines(), shown.all(), true);
    }

    /** Lists with bullets instead of the marks that are easily typed. */
    private static Node withBullets(Node document) {
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(BulletList list) {
                list.setMarker(BULLET);
                visitChildren(list);
            }
        });
        return document;
    }

    private static boolean quicklyRead(String text) {
        return text.length() <= LONGEST_MARKDOWN && text.lines().allMatch(new Paragraph()::quicklyReadWith);
    }

    /**
     * {@return the lines of a text}
     *
     * @param text any
     * @throws IOException when the thread is interrupted
     */
    static ShownText asItIs(String text) throws IOException {
        LineWriter lines = new LineWriter(Style.CODE);
        lines.write(text);
        return lines.end();
    }

    /** Lines that follow each other without a blank one. */
    private static final class Paragraph {
        private int length;
        private int lines;
        private int columns;

        boolean quicklyReadWith(String line) {
            if (line.chars().allMatch(c -> c == ' ' || c == '\t')) { // what Markdown calls blank
                length = 0;
                lines = 0;
                columns = 0;
                return true;
            }
            length += line.length() + 1;
            lines++;
            columns = Math.max(columns, (int) line.chars().filter(c -> c == '|').count());
            return length <= LONGEST_PARAGRAPH && lines * columns <= MOST_CELLS;
        }
    }

    /** Two blanks a level, up to where the text would leave the pane. */
    private enum Indentation implements DefaultPrettyPrinter.Indenter {
        INSTANCE;

        private static final int DEEPEST = 20;

        @Override
        public void writeIndentation(JsonGenerator generator, int level) throws IOException {
            generator.writeRaw('\n');
            generator.writeRaw(of(level));
        }

        static String of(int level) {
            return "  ".repeat(Math.min(level, DEEPEST));
        }

        @Override
        public boolean isInline() {
            return false;
        }
    }
}
