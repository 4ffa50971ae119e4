package dev.jobglass.ui.common;

import java.util.function.Function;
import java.util.function.Predicate;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** Copies rows as text, by the key that copies texts. JavaFX thread only. */
public final class CopiedRows {
    /** Copies what is selected. */
    public static final KeyCombination KEY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private CopiedRows() {
    }

    /**
     * Has several rows of a list be selected and those copied, one a line.
     *
     * @param list for as long as it lives
     * @param words says what is copied of a row
     * @param <T> what the list has
     */
    public static <T> void of(ListView<T> list, Function<T, String> words) {
        of(list, words, _ -> false);
    }

    /**
     * The same for a list in which a line may take several rows: it is copied as the one line it is.
     *
     * @param list for as long as it lives
     * @param words says what is copied of a row
     * @param goesOn whether a row's line goes on in the next row
     * @param <T> what the list has
     */
    public static <T> void of(ListView<T> list, Function<T, String> words, Predicate<T> goesOn) {
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (KEY.match(event)) {
                Clipboards.copy(lines(list, words, goesOn));
                event.consume();
            }
        });
    }

    private static <T> String lines(ListView<T> list, Function<T, String> words, Predicate<T> goesOn) {
        StringBuilder copied = new StringBuilder();
        int before = -1;
        for (int row : list.getSelectionModel().getSelectedIndices().stream().sorted().toList()) {
            boolean sameLine = before >= 0 && row == before + 1 && goesOn.test(list.getItems().get(before));
            copied.append(before < 0 || sameLine ? "" : "\n").append(words.apply(list.getItems().get(row)));
            before = row;
        }
        return copied.toString();
    }
}
