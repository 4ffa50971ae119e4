package dev.jobglass.ui.common;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.util.Callback;

/**
 * Has a table scroll sideways where not even the least widths of its columns have room: JavaFX would cut columns off.
 * JavaFX thread only.
 */
public final class FittingColumns {
    /** In pixels. */
    private static final double SCROLL_BAR = 16;

    private final TableView<?> table;
    @SuppressWarnings("rawtypes") // as JavaFX has them
    private final Callback<TableView.ResizeFeatures, Boolean> policy;
    /** How wide the columns were at usual text when the table last had room for them. */
    private final Map<TableColumn<?, ?>, Double> whenWide = new HashMap<>();
    private double scale = 1;

    /**
     * Follows the table's width from now on.
     *
     * @param table whose columns have least widths
     * @param policy how they share the room when there is enough
     */
    @SuppressWarnings("rawtypes") // as JavaFX has them
    public FittingColumns(TableView<?> table, Callback<TableView.ResizeFeatures, Boolean> policy) {
        this.table = table;
        this.policy = policy;
        table.setColumnResizePolicy(policy);
        table.widthProperty().addListener(_ -> fit(scale));
    }

    /**
     * Fits them again, after their least widths have changed.
     *
     * @param textScale how large text is, 1 for usual
     */
    public void fit(double textScale) {
        double least = table.getColumns().stream().filter(TableColumn::isVisible)
                .mapToDouble(TableColumn::getMinWidth).sum() + SCROLL_BAR;
        boolean narrow = table.getWidth() > 0 && table.getWidth() < least;
        boolean wasNarrow = table.getColumnResizePolicy() == TableView.UNCONSTRAINED_RESIZE_POLICY;
        if (narrow && !wasNarrow) {
            table.getColumns().forEach(column -> whenWide.put(column, column.getWidth() / scale));
            table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        }
        scale = textScale;
        if (narrow) {
            table.getColumns().forEach(column -> column.setPrefWidth(column.getMinWidth()));
        } else if (wasNarrow) {
            whenWide.forEach((column, width) -> column.setPrefWidth(width * scale));
            table.setColumnResizePolicy(policy);
        }
    }
}
