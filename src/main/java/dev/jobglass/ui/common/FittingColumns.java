package dev.jobglass.ui.common;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.Property;
import javafx.scene.control.ConstrainedColumnResizeBase;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TableView.ResizeFeatures;
import javafx.util.Callback;

/**
 * Shares the width of a table among its columns, and has it scroll sideways where not even their least widths have
 * room: JavaFX would cut columns off. How wide a column is depends on the table's width, the size of text and what the
 * user chose, not on what these were before: JavaFX's own policies begin with the widths of now, so that a window that
 * becomes narrow and wide again would have other columns. JavaFX thread only.
 */
@SuppressWarnings("rawtypes") // as JavaFX has its policies
public final class FittingColumns {
    /** In pixels. */
    private static final double SCROLL_BAR = 16;

    private final TableView<?> table;
    private final Callback<ResizeFeatures, Boolean> policy;
    private final ToDoubleFunction<TableColumn<?, ?>> usual;
    private final Property<Map<String, Double>> shared;
    private final Property<Map<String, Double>> scrolled;
    private final Callback<ResizeFeatures, Boolean> sharing = new Sharing();
    private final Callback<ResizeFeatures, Boolean> scrolling = this::scroll;
    private double scale = 1;

    /**
     * Follows the table's width from now on.
     *
     * @param table whose columns have least widths and ids
     * @param policy how they share the room when there is enough
     * @param usual how wide a column is to begin with, at the present size of text
     * @param shared widths that the user chose while they share the table's width, by column, in pixels at the usual
     *        size of text
     * @param scrolled the same while the table scrolls sideways
     */
    public FittingColumns(TableView<?> table, Callback<ResizeFeatures, Boolean> policy,
            ToDoubleFunction<TableColumn<?, ?>> usual, Property<Map<String, Double>> shared,
            Property<Map<String, Double>> scrolled) {
        this.table = table;
        this.policy = policy;
        this.usual = usual;
        this.shared = shared;
        this.scrolled = scrolled;
        table.setColumnResizePolicy(sharing);
        table.widthProperty().addListener(_ -> fit(scale));
    }

    /**
     * Fits them, also after their least widths have changed.
     *
     * @param textScale how large text is, 1 for usual
     */
    public void fit(double textScale) {
        scale = textScale;
        if (table.getWidth() > 0) {
            double least = columns().stream().mapToDouble(TableColumn::getMinWidth).sum() + SCROLL_BAR;
            boolean tooNarrow = table.getWidth() < least;
            table.setColumnResizePolicy(tooNarrow ? scrolling : sharing);
            if (tooNarrow) {
                columns().forEach(column -> setWidth(column, scrolled, column.getMinWidth(), table.getWidth()));
            } else {
                share(); // JavaFX does so when the width changes, not when least widths do
            }
        }
    }

    private List<? extends TableColumn<?, ?>> columns() {
        return table.getVisibleLeafColumns();
    }

    private boolean share() {
        columns().forEach(column -> setWidth(column, shared, usual.applyAsDouble(column), Double.MAX_VALUE));
        return policy.call(besideBar(null, 0.0));
    }

    /**
     * Leaves the place of the vertical bar free also while there is none: else the widths change when it comes, and
     * without it the menu of the columns lies on the head of the last one.
     */
    @SuppressWarnings("unchecked") // the column is one of this table
    private ResizeFeatures besideBar(TableColumn column, double delta) {
        double bar = table.lookup(".scroll-bar:vertical") instanceof ScrollBar vertical ? vertical.prefWidth(-1) : 0;
        double most = table.getWidth() - table.snappedLeftInset() - table.snappedRightInset() - bar;
        return new ResizeFeatures((TableView) table, column, delta) {
            @Override
            public double getContentWidth() {
                return Math.min(super.getContentWidth(), most);
            }
        };
    }

    /** Gives a column the chosen width, or another, but no more than so much, whatever that does to the rest. */
    private void setWidth(TableColumn<?, ?> column, Property<Map<String, Double>> chosen, double otherwise,
            double most) {
        Double width = chosen.getValue().get(column.getId());
        resize(TableView.UNCONSTRAINED_RESIZE_POLICY, column,
                Math.min(most, width == null ? otherwise : width * scale) - column.getWidth());
    }

    private void choose(Property<Map<String, Double>> chosen, List<? extends TableColumn<?, ?>> resized) {
        Map<String, Double> widths = new HashMap<>(chosen.getValue());
        resized.forEach(column -> widths.put(column.getId(), column.getWidth() / scale));
        chosen.setValue(widths);
    }

    @SuppressWarnings("unchecked") // the column is one of this table
    private boolean resize(Callback<ResizeFeatures, Boolean> by, TableColumn column, double delta) {
        return by.call(new ResizeFeatures<>((TableView) table, column, delta));
    }

    /** For a table that scrolls: only the user makes a column wider. */
    private boolean scroll(ResizeFeatures change) {
        TableColumn<?, ?> column = change.getColumn();
        boolean done = column != null && resize(TableView.UNCONSTRAINED_RESIZE_POLICY, column, change.getDelta());
        if (done) {
            choose(scrolled, List.of(column));
        }
        return done;
    }

    /** For a table that has room for all columns. JavaFX spares a table with such a policy the bar for scrolling. */
    private final class Sharing extends ConstrainedColumnResizeBase implements Callback<ResizeFeatures, Boolean> {
        @Override
        public Boolean call(ResizeFeatures change) {
            if (change.getColumn() == null) {
                return share();
            }
            boolean done = policy.call(besideBar(change.getColumn(), change.getDelta()));
            if (done) { // what the user gave to one was taken from others
                choose(shared, columns());
            }
            return done;
        }
    }
}
