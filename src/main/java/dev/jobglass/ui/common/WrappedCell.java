package dev.jobglass.ui.common;

import java.util.List;
import java.util.function.Function;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/**
 * A row of a list whose text wraps at the list's width, below where it begins: not below its indentation or the mark of
 * a list. It is a label of its own, for a cell's own text would not make it taller. JavaFX thread only.
 *
 * @param <T> what the list has
 */
public final class WrappedCell<T> extends ListCell<T> {
    /** In pixels. */
    private static final double SCROLL_BAR_AND_EDGES = 44;

    private final HBox line = new HBox();
    /** What stands before the text. */
    private final Label margin = new Label();
    private final WrappedLabel text = new WrappedLabel();
    /** In place of the label where parts of the text stand out. */
    private final TextFlow flow = new TextFlow();
    private final Function<T, List<Text>> parts;
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
        this(list, words, style, _ -> List.of());
    }

    /**
     * Makes a cell.
     *
     * @param list it is for
     * @param words says what to show
     * @param style says with which style class
     * @param parts makes the parts of the words when some of them are to stand out, else none; not used for
     *        what JavaFX cannot wrap on Linux
     */
    public WrappedCell(ListView<T> list, Function<T, String> words, Function<T, String> style,
            Function<T, List<Text>> parts) {
        this.words = words;
        this.style = style;
        this.parts = parts;
        margin.setMinWidth(Region.USE_PREF_SIZE);
        for (Region shown : List.of(text, flow)) {
            HBox.setHgrow(shown, Priority.ALWAYS);
        }
        line.prefWidthProperty().bind(list.widthProperty().map(_ -> room(list)));
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    /** {@return how wide a line of text may be in a list, in pixels} */
    public static double room(ListView<?> list) {
        return list.getWidth() - SCROLL_BAR_AND_EDGES;
    }

    @Override
    protected double computePrefHeight(double width) {
        return getGraphic() == line
                ? snappedTopInset() + line.prefHeight(line.getPrefWidth()) + snappedBottomInset()
                : super.computePrefHeight(width);
    }

    @Override
    protected void updateItem(T item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            return;
        }
        String said = words.apply(item); // the label may break it into lines
        List<Text> made = Texts.unwrappable(said) ? List.of() : parts.apply(item);
        String before = marginOf(said, made);
        if (made.isEmpty()) {
            text.setText(said.substring(before.length()));
        } else {
            made.getFirst().setText(made.getFirst().getText().substring(before.length()));
            flow.getChildren().setAll(made);
        }
        margin.setText(before);
        line.getStyleClass().setAll(style.apply(item));
        line.getChildren().setAll(margin, made.isEmpty() ? text : flow);
        setGraphic(line);
        Styling.now(line); // its height is asked for before the next pulse
        setAccessibleText(said);
    }

    private static String marginOf(String said, List<Text> parts) {
        String before = Texts.margin(said);
        boolean standsOut = !parts.isEmpty() && parts.getFirst().getText().length() < before.length();
        return standsOut ? "" : before;
    }
}
