package dev.jobglass.ui.common;

import java.util.function.Function;
import javafx.scene.control.ChoiceBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.util.StringConverter;

/** What a user can choose, and how. */
public final class Choices {
    private static final KeyCombination DOWN = new KeyCodeCombination(KeyCode.DOWN);
    private static final KeyCombination UP = new KeyCodeCombination(KeyCode.UP);
    private static final KeyCombination OPEN = new KeyCodeCombination(KeyCode.DOWN, KeyCombination.ALT_DOWN);

    private Choices() {
    }

    /**
     * Has the arrow keys choose in a box, as they do in those of other programs: in JavaFX's they lead out of it.
     *
     * @param box nothing is chosen in which while it is disabled
     */
    public static void byArrows(ChoiceBox<?> box) {
        box.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (DOWN.match(event)) {
                box.getSelectionModel().selectNext();
            } else if (UP.match(event)) {
                box.getSelectionModel().selectPrevious();
            } else if (OPEN.match(event)) {
                box.show();
            } else {
                return;
            }
            event.consume();
        });
    }

    /**
     * {@return what names the values of a box that nobody types in}
     *
     * @param name of a value, which may be null
     * @param <T> the values' type
     */
    public static <T> StringConverter<T> named(Function<T, String> name) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return name.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("nobody types here");
            }
        };
    }
}
