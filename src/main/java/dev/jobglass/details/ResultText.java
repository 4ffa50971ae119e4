package dev.jobglass.details;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.jobglass.board.text.PlainText;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * A result as lines that can be read: JSON indented, a text that is Markdown without its signs. Takes a while for
 * megabytes; any thread.
 */
final class ResultText {
    private static final JsonMapper JSON = new JsonMapper();
    private static final DefaultPrettyPrinter INDENTED = new DefaultPrettyPrinter()
            .withArrayIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);
    /** A line is one row of a list: longer ones go on in the next. */
    private static final int LONGEST_LINE = 400;

    private ResultText() {
    }

    /** {@return the lines to show} */
    static List<String> lines(String json) {
        return broken(readable(json));
    }

    private static String readable(String json) {
        try {
            JsonNode node = JSON.readTree(json);
            return node.isTextual() ? withoutMarkdown(node.asText()) : JSON.writer(INDENTED).writeValueAsString(node);
        } catch (JsonProcessingException _) {
            return json;
        }
    }

    private static String withoutMarkdown(String text) {
        return TextContentRenderer.builder().lineBreakRendering(LineBreakRendering.SEPARATE_BLOCKS).build()
                .render(Parser.builder().build().parse(text));
    }

    private static List<String> broken(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : PlainText.lines(text).split("\n", -1)) {
            for (int start = 0; start == 0 || start < line.length(); start += LONGEST_LINE) {
                lines.add(line.substring(start, Math.min(line.length(), start + LONGEST_LINE)));
            }
        }
        return lines;
    }
}
