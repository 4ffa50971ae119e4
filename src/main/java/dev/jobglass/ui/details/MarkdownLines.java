package dev.jobglass.ui.details;

import dev.jobglass.ui.details.ShownText.Mark;
import dev.jobglass.ui.details.ShownText.Style;
import java.util.Set;
import java.util.function.Consumer;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.text.CoreTextContentNodeRenderer;
import org.commonmark.renderer.text.TextContentNodeRendererContext;

/**
 * Writes headings and blocks of code as the library does, quotes, links and code within a line without the quotation
 * marks that it adds, and notes for each line which of them it is, and for each part of it how that stands out. There
 * is no italic typeface here: emphasis of either strength is bold.
 */
final class MarkdownLines implements NodeRenderer {
    private static final String RULE = "———";

    private final TextContentNodeRendererContext context;
    private final CoreTextContentNodeRenderer usual;
    private final LineWriter lines;
    private final int columns;

    MarkdownLines(TextContentNodeRendererContext context, LineWriter lines, int columns) {
        this.columns = columns;
        this.context = context;
        this.usual = new CoreTextContentNodeRenderer(context);
        this.lines = lines;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(Emphasis.class, StrongEmphasis.class, Heading.class, FencedCodeBlock.class,
                IndentedCodeBlock.class, BlockQuote.class, Code.class,
                Link.class, Image.class, TableBlock.class, ThematicBreak.class);
    }

    @Override
    public void render(Node node) {
        switch (node) {
            case Code code -> marked(Mark.CODE, _ -> context.getWriter().write(code.getLiteral()), code);
            case Emphasis _ -> marked(Mark.EMPHASIS, this::renderChildren, node);
            case StrongEmphasis _ -> marked(Mark.STRONG, this::renderChildren, node);
            case Link link -> linked(link, link.getDestination());
            case Image image -> linked(image, image.getDestination());
            case BlockQuote _ -> inStyle(Style.QUOTE, this::renderChildren, node);
            case ThematicBreak _ -> block(RULE);
            case TableBlock table -> inStyle(Style.CODE, _ -> written(table), node);
            case Heading heading -> inStyle(heading.getLevel() == 1 ? Style.TITLE : Style.HEADING, usual::render, node);
            default -> inStyle(Style.CODE, usual::render, node); // a block of it
        }
    }

    private void inStyle(Style style, Consumer<Node> renderer, Node node) {
        lines.beginBlock();
        Style before = lines.style(style);
        renderer.accept(node);
        lines.style(before);
    }

    private void marked(Mark mark, Consumer<Node> renderer, Node node) {
        Mark before = lines.mark(mark);
        renderer.accept(node);
        lines.mark(before);
    }

    private void written(TableBlock table) {
        block(String.join("\n", MarkdownTable.lines(table, columns)));
    }

    private void block(String text) {
        context.getWriter().write(text);
        context.getWriter().block();
    }

    private void renderChildren(Node node) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            context.render(child);
        }
    }

    /** The words and where they lead, once when they are the same. */
    private void linked(Node node, String destination) {
        renderChildren(node);
        boolean same = node.getFirstChild() instanceof Text words && words.getNext() == null
                && words.getLiteral().equals(destination);
        if (!same && !destination.isEmpty()) {
            context.getWriter().write(node.getFirstChild() == null ? destination : " (" + destination + ")");
        }
    }
}
