package dev.jobglass.ui.common;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Pane;

/** Buttons of which one is always pressed, by the mouse or by the arrow keys. JavaFX thread only. */
public final class OneOf {
    private OneOf() {
    }

    /**
     * Adds a button for each of some values.
     *
     * @param pane takes them
     * @param values what there is to choose from
     * @param chosen the one at first
     * @param id of a value's button
     * @param text of a value's button
     * @param taker takes the next that is chosen
     */
    public static <T> void fill(Pane pane, List<T> values, T chosen, Function<T, String> id,
            Function<T, String> text, Consumer<T> taker) {
        ToggleGroup group = new ToggleGroup();
        for (T value : values) {
            ToggleButton button = new ToggleButton(text.apply(value));
            button.setId(id.apply(value));
            button.setUserData(value);
            button.getStyleClass().add("quiet-toggle");
            button.setSelected(value == chosen);
            button.setToggleGroup(group);
            pane.getChildren().add(button);
        }
        group.selectedToggleProperty().addListener((_, before, now) -> {
            if (now == null) {
                before.setSelected(true); // one of them always is
            } else {
                values.stream().filter(value -> value == now.getUserData()).findFirst().ifPresent(taker);
            }
        });
    }
}
