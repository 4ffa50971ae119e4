package dev.jobglass.ui.jobs;

import dev.jobglass.model.DisplayState;
import dev.jobglass.ui.common.LazyTooltip;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The chart's columns: what succeeded, and what failed on top of it. */
final class ChartBars {
    /** The tallest bar; the CSS sets the height of the whole. */
    private static final double HEIGHT = 36;

    private final HBox box;
    private final IntConsumer choose;
    private final IntFunction<String> describe;
    private final List<Region> succeeded = new ArrayList<>();
    private final List<Region> failed = new ArrayList<>();

    /**
     * Begins with no column.
     *
     * @param box takes them
     * @param choose takes the number of the column that a user clicks
     * @param describe a column, for the tooltip
     */
    ChartBars(HBox box, IntConsumer choose, IntFunction<String> describe) {
        this.box = box;
        this.choose = choose;
        this.describe = describe;
    }

    /** {@return whether there is no column yet} */
    boolean isEmpty() {
        return succeeded.isEmpty();
    }

    /** Makes so many columns in place of those before. */
    void make(int columns) {
        succeeded.clear();
        failed.clear();
        box.getChildren().clear();
        for (int i = 0; i < columns; i++) {
            succeeded.add(bar(DisplayState.SUCCEEDED));
            failed.add(bar(DisplayState.FAILED));
            VBox column = new VBox(failed.get(i), succeeded.get(i));
            column.getStyleClass().add("bar-column");
            column.setAlignment(Pos.BOTTOM_CENTER);
            HBox.setHgrow(column, Priority.ALWAYS);
            int number = i;
            column.setOnMouseClicked(_ -> choose.accept(number));
            LazyTooltip.install(column, () -> describe.apply(number));
            box.getChildren().add(column);
        }
    }

    private static Region bar(DisplayState state) {
        Region bar = new Region();
        bar.getStyleClass().addAll("bar", state.styleClass());
        return bar;
    }

    /** Shows how many there are in each column. */
    void draw(int[] good, int[] bad) {
        int most = 1;
        for (int i = 0; i < good.length; i++) {
            most = Math.max(most, good[i] + bad[i]);
        }
        for (int i = 0; i < good.length; i++) {
            succeeded.get(i).setPrefHeight(HEIGHT * good[i] / most);
            failed.get(i).setPrefHeight(HEIGHT * bad[i] / most);
        }
    }
}
