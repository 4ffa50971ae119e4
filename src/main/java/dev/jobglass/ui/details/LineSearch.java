package dev.jobglass.ui.details;

import dev.jobglass.model.TextMatch.Range;
import dev.jobglass.model.TextMatch;
import dev.jobglass.text.Messages;
import dev.jobglass.ui.common.Later;
import dev.jobglass.ui.details.ShownText.Line;
import dev.jobglass.ui.details.ShownText.Mark;
import dev.jobglass.ui.details.ShownText.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.VirtualFlow;

/** Finds the lines that have in them what is typed. JavaFX thread only. */
final class LineSearch {
    /** So many lines above one that was found are seen too. */
    private static final int ABOVE = 2;

    private final ListView<Line> lines;
    private final TextField words;

    /** Searches what has been typed in {@code words}. */
    LineSearch(ListView<Line> lines, TextField words) {
        this.lines = lines;
        this.words = words;
    }

    /** Goes to the first line that matches. */
    void findFirst() {
        lines.getSelectionModel().clearSelection();
        find(1);
    }

    /** {@return which of the lines that match is gone to, in words; nothing when nothing is searched} */
    String found() {
        if (words.getText().isEmpty()) {
            return "";
        }
        String word = TextMatch.folded(words.getText());
        int[] matching = IntStream.range(0, lines.getItems().size()).filter(line -> matches(line, word)).toArray();
        int selected = Arrays.binarySearch(matching, lines.getSelectionModel().getSelectedIndex());
        return Messages.of("details.result.found", matching.length, selected + 1);
    }

    /** {@return the parts of a line, those that are looked for apart; none when nothing stands out} */
    List<Part> parts(Line line) {
        String word = TextMatch.folded(words.getText());
        List<Range> found = word.isEmpty() ? List.of() : TextMatch.ranges(line.text(), word);
        if (found.isEmpty()) {
            return line.parts();
        }
        List<Part> all = new ArrayList<>();
        int start = 0;
        for (Part part : line.parts().isEmpty() ? List.of(new Part(line.text(), Mark.PLAIN)) : line.parts()) {
            int end = start + part.text().length();
            int done = start;
            for (Range range : found) {
                int from = Math.max(done, range.start());
                int to = Math.min(end, range.end());
                if (from < to) {
                    add(all, line, done, from, part.mark(), false);
                    add(all, line, from, to, part.mark(), true);
                    done = to;
                }
            }
            add(all, line, done, end, part.mark(), false);
            start = end;
        }
        return all;
    }

    private static void add(List<Part> parts, Line line, int start, int end, Mark mark, boolean found) {
        if (start < end) {
            parts.add(new Part(line.text().substring(start, end), mark, found));
        }
    }

    private boolean matches(int line, String word) {
        Line here = lines.getItems().get(line);
        return here.folded().contains(word)
                || here.goesOn() && line + 1 < lines.getItems().size()
                        && across(here.folded(), lines.getItems().get(line + 1).folded().strip(), word.length() - 1)
                                .contains(word);
    }

    /** {@return where a line that was too long for one row goes on in the next: so many letters on either side} */
    private static String across(String line, String next, int letters) {
        return line.substring(Math.max(0, line.length() - letters))
                + next.substring(0, Math.min(letters, next.length()));
    }

    /** Goes to the next line that matches, and after the last to the first; or the other way round. */
    void findNext(boolean backwards) {
        find(backwards ? -1 : 1);
    }

    private void find(int step) {
        int all = lines.getItems().size();
        int selected = lines.getSelectionModel().getSelectedIndex();
        String word = TextMatch.folded(words.getText());
        for (int i = 1; i <= all && !words.getText().isEmpty(); i++) {
            int line = Math.floorMod(selected + i * step, all);
            if (matches(line, word)) {
                lines.getSelectionModel().clearAndSelect(line);
                show(line);
                return;
            }
        }
    }

    private static double bottom(Node node) {
        return node.localToScene(node.getLayoutBounds()).getMaxY();
    }

    private void show(int line) {
        lines.scrollTo(Math.max(0, line - ABOVE));
        if (lines.getScene() != null) {
            Later.afterPulses(lines.getScene(), 2, () -> showWhole(line));
        }
    }

    private void showWhole(int line) {
        Node cell = lines.lookup(".virtual-flow") instanceof VirtualFlow<?> flow ? flow.getVisibleCell(line) : null;
        if (cell == null || bottom(cell) > bottom(lines)) { // in a low pane those above it are too many
            lines.scrollTo(line);
        }
    }
}
