package dev.jobglass.ui.common;

import java.util.function.Function;
import javafx.scene.control.ListCell;

/**
 * A row of a list that says something in one line, whole or with its whole in a tooltip. JavaFX thread only.
 *
 * @param <T> what the rows are of
 */
public final class LineCell<T> extends ListCell<T> {
    private final Function<T, String> words;

    /**
     * Is empty.
     *
     * @param words says what a row is of
     */
    public LineCell(Function<T, String> words) {
        this.words = words;
        setPrefWidth(0); // as wide as the list, however long the text
        Texts.inOneTypeface(this);
        Texts.tooltipWhenCut(this);
    }

    @Override
    protected void updateItem(T item, boolean empty) {
        super.updateItem(item, empty);
        setText(empty || item == null ? null : words.apply(item));
    }
}
