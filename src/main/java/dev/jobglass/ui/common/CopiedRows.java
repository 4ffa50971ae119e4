package dev.jobglass.ui.common;

import java.util.function.Function;
import java.util.stream.Collectors;
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
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (KEY.match(event)) {
                Clipboards.copy(list.getSelectionModel().getSelectedItems().stream().map(words)
                        .collect(Collectors.joining("\n")));
                event.consume();
            }
        });
    }
}
