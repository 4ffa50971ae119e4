package dev.jobglass.ui.details;

import dev.jobglass.ui.details.ShownText.Style;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.text.CoreTextContentNodeRenderer;
import org.commonmark.renderer.text.TextContentNodeRendererContext;

/** Writes headings, code and quotes as the library does, and notes for each line which of them it is. */
final class MarkdownLines implements NodeRenderer {
    private static final Map<Class<? extends Node>, Style> STYLES = Map.of(Heading.class, Style.HEADING,
            FencedCodeBlock.class, Style.CODE, IndentedCodeBlock.class, Style.CODE, BlockQuote.class, Style.QUOTE);

    private final CoreTextContentNodeRenderer usual;
    private final LineWriter lines;

    MarkdownLines(TextContentNodeRendererContext context, LineWriter lines) {
        this.usual = new CoreTextContentNodeRenderer(context);
        this.lines = lines;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return STYLES.keySet();
    }

    @Override
    public void render(Node node) {
        Style before = lines.style(STYLES.get(node.getClass()));
        usual.render(node);
        lines.style(before);
    }
}
