package dev.jobglass.ui.details;

import dev.jobglass.model.TextMatch;
import dev.jobglass.text.Messages;
import dev.jobglass.ui.details.ShownText.Line;
import java.util.Arrays;
import java.util.stream.IntStream;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;

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
        findNext();
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

    private boolean matches(int line, String word) {
        return lines.getItems().get(line).folded().contains(word);
    }

    /** Goes to the next line that matches, and after the last to the first. */
    void findNext() {
        int all = lines.getItems().size();
        int from = lines.getSelectionModel().getSelectedIndex() + 1;
        String word = TextMatch.folded(words.getText());
        for (int i = 0; i < all && !words.getText().isEmpty(); i++) {
            int line = (from + i) % all;
            if (matches(line, word)) {
                lines.getSelectionModel().clearAndSelect(line);
                show(line);
                return;
            }
        }
    }

    private void show(int line) {
        lines.scrollTo(Math.max(0, line - ABOVE));
        lines.layout();
        boolean whole = lines.lookupAll(".list-cell").stream().map(IndexedCell.class::cast)
                .anyMatch(cell -> cell.getIndex() == line && cell.isVisible()
                        && cell.getBoundsInParent().getMaxY() <= lines.getHeight());
        if (!whole) { // in a low pane those above it are too many
            lines.scrollTo(line);
        }
    }
}
