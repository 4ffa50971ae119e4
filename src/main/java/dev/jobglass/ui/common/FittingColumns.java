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
    /** By the size of text: how wide the columns were when the table last had room for them. */
    private final Map<Double, Map<TableColumn<?, ?>, Double>> whenWide = new HashMap<>();
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

    /** Notes how wide the columns are, before text gets another size: with its size of now they are so again. */
    public void remember() {
        if (!narrow()) {
            Map<TableColumn<?, ?>, Double> now = new HashMap<>();
            table.getColumns().forEach(column -> now.put(column, column.getWidth()));
            whenWide.put(scale, now);
        }
    }

    private boolean narrow() {
        return table.getColumnResizePolicy() == TableView.UNCONSTRAINED_RESIZE_POLICY;
    }

    /**
     * Fits them again, after their least widths have changed.
     *
     * @param textScale how large text is, 1 for usual
     */
    public void fit(double textScale) {
        double least = table.getColumns().stream().filter(TableColumn::isVisible)
                .mapToDouble(TableColumn::getMinWidth).sum() + SCROLL_BAR;
        boolean tooNarrow = table.getWidth() > 0 && table.getWidth() < least;
        boolean otherText = scale != textScale;
        if (tooNarrow && !otherText) {
            remember();
        }
        scale = textScale;
        if (tooNarrow) {
            table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
            table.getColumns().forEach(column -> column.setPrefWidth(column.getMinWidth()));
        } else if (narrow() || otherText) {
            whenWide.getOrDefault(scale, Map.of()).forEach(TableColumn::setPrefWidth);
            table.setColumnResizePolicy(policy);
        }
        if (!tooNarrow && table.getWidth() > 0) {
            policy.call(new TableView.ResizeFeatures<>(table, null, 0.0)); // a table does so for a new policy only
        }
    }
}
