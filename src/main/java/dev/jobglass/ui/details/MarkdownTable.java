package dev.jobglass.ui.details;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Code;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** A table of Markdown as lines whose columns stand below each other in a monospaced face. */
final class MarkdownTable {
    private static final String GAP = "  ";
    private static final String RULE = "─";

    private MarkdownTable() {
    }

    /** {@return its lines: the head, a rule and the rows} */
    static List<String> lines(TableBlock table) {
        List<List<TableCell>> rows = children(table).flatMap(MarkdownTable::children)
                .map(row -> children(row).map(TableCell.class::cast).toList()).toList();
        int[] widths = IntStream.range(0, rows.getFirst().size())
                .map(column -> rows.stream().filter(row -> column < row.size())
                        .mapToInt(row -> width(text(row.get(column)))).max().orElse(0))
                .toArray();
        List<String> lines = new ArrayList<>();
        for (List<TableCell> row : rows) {
            lines.add(joined(IntStream.range(0, Math.min(row.size(), widths.length))
                    .mapToObj(column -> padded(row.get(column), widths[column]))));
        }
        lines.add(1, joined(IntStream.of(widths).mapToObj(RULE::repeat)));
        return lines;
    }

    private static String joined(Stream<String> cells) {
        return String.join(GAP, cells.toList()).stripTrailing();
    }

    private static Stream<Node> children(Node parent) {
        return Stream.iterate(parent.getFirstChild(), Objects::nonNull, Node::getNext);
    }

    private static String padded(TableCell cell, int width) {
        String text = text(cell);
        int missing = width - width(text);
        int before = switch (cell.getAlignment()) {
            case RIGHT -> missing;
            case CENTER -> missing / 2;
            case LEFT -> 0;
            case null -> 0;
        };
        return " ".repeat(before) + text + " ".repeat(missing - before);
    }

    /** Chinese, Japanese and Korean characters are as wide as two letters. */
    private static int width(String text) {
        return text.codePoints().map(c -> Character.isIdeographic(c) || Character.UnicodeScript
                .of(c) == Character.UnicodeScript.HANGUL ? 2 : 1).sum();
    }

    private static String text(Node node) {
        return switch (node) {
            case Text text -> text.getLiteral();
            case Code code -> code.getLiteral();
            case SoftLineBreak _ -> " ";
            default -> String.join("", children(node).map(MarkdownTable::text).toList());
        };
    }
}
