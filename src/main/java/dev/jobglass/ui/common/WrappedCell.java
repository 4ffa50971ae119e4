package dev.jobglass.ui.common;

import java.util.function.Function;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;

/**
 * A row of a list whose text wraps at the list's width. It is a label of its own, for a cell's own text would not make
 * it taller. JavaFX thread only.
 *
 * @param <T> what the list has
 */
public final class WrappedCell<T> extends ListCell<T> {
    /** In pixels. */
    private static final double SCROLL_BAR_AND_EDGES = 44;

    private final WrappedLabel text = new WrappedLabel();
    private final Function<T, String> words;
    private final Function<T, String> style;

    /**
     * Makes a cell.
     *
     * @param list it is for
     * @param words says what to show
     * @param style says with which style class
     */
    public WrappedCell(ListView<T> list, Function<T, String> words, Function<T, String> style) {
        this.words = words;
        this.style = style;
        text.prefWidthProperty().bind(list.widthProperty().subtract(SCROLL_BAR_AND_EDGES));
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected double computePrefHeight(double width) {
        return getGraphic() == null
                ? super.computePrefHeight(width)
                : snappedTopInset() + text.prefHeight(text.getPrefWidth()) + snappedBottomInset();
    }

    @Override
    protected void updateItem(T item, boolean empty) {
        super.updateItem(item, empty);
        setGraphic(empty || item == null ? null : text);
        if (!empty && item != null) {
            text.getStyleClass().setAll("label", style.apply(item));
            String said = words.apply(item); // the label may break it into lines
            text.setText(said);
            text.applyCss(); // its height is asked for before the next pulse
            setAccessibleText(said);
        }
    }
}
