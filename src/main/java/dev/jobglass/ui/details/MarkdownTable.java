package dev.jobglass.ui.details;

import dev.jobglass.text.PlainText;
import dev.jobglass.text.TextWidth;
import dev.jobglass.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell.Alignment;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Code;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/**
 * A table of Markdown as lines whose columns stand below each other in a monospaced face; of one that has no room for
 * that, or has letters from right to left, which would put its cells in another order, each row as lines of names and
 * values.
 */
final class MarkdownTable {
    private static final String GAP = "  ";
    private static final String RULE = "─";

    private MarkdownTable() {
    }

    /** One of them, read. */
    private record Cell(String text, int width, Alignment alignment) {
        static Cell of(Node node) {
            String text = MarkdownTable.text(node);
            return new Cell(text, TextWidth.columns(text), ((TableCell) node).getAlignment());
        }

        String padded(int most) {
            int missing = most - width;
            int before = switch (alignment) {
                case RIGHT -> missing;
                case CENTER -> missing / 2;
                case LEFT -> 0;
                case null -> 0;
            };
            return " ".repeat(before) + text + " ".repeat(missing - before);
        }
    }

    /**
     * {@return its lines: the head, a rule and the rows}
     *
     * @param table the table
     * @param columns how many letters of a monospaced face a line has room for
     */
    static List<String> lines(TableBlock table, int columns) {
        List<List<Cell>> rows = children(table).flatMap(MarkdownTable::children)
                .map(row -> children(row).map(Cell::of).toList()).toList();
        int[] widths = IntStream.range(0, rows.getFirst().size())
                .map(column -> rows.stream().mapToInt(row -> row.get(column).width()).max().orElse(0)).toArray();
        if (IntStream.of(widths).sum() + GAP.length() * (widths.length - 1) > columns
                || rows.stream().flatMap(List::stream).anyMatch(cell -> Texts.rightToLeft(cell.text()))) {
            return rowByRow(rows);
        }
        List<String> lines = new ArrayList<>();
        for (List<Cell> row : rows) {
            lines.add(joined(IntStream.range(0, widths.length)
                    .mapToObj(column -> row.get(column).padded(widths[column]))));
        }
        lines.add(1, joined(IntStream.of(widths).mapToObj(RULE::repeat)));
        return lines;
    }

    private static List<String> rowByRow(List<List<Cell>> rows) {
        List<String> head = rows.getFirst().stream().map(Cell::text).map(PlainText::shortLine).toList();
        List<String> lines = new ArrayList<>();
        for (List<Cell> row : rows.subList(1, rows.size())) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            IntStream.range(0, head.size()).filter(column -> !row.get(column).text().isBlank())
                    .forEach(column -> lines.add(head.get(column) + ": " + row.get(column).text()));
        }
        return lines.isEmpty() ? head : lines;
    }

    private static String joined(Stream<String> cells) {
        return String.join(GAP, cells.toList()).stripTrailing();
    }

    private static Stream<Node> children(Node parent) {
        return Stream.iterate(parent.getFirstChild(), Objects::nonNull, Node::getNext);
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
