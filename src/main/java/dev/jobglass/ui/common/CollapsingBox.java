package dev.jobglass.ui.common;

import java.util.Map;
import java.util.TreeMap;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.layout.HBox;

/**
 * A row that drops what matters least, step by step, when there is not room for all, and takes it back when there is.
 * Its own least width is nothing, so that it never pushes anything out of the window. A tool bar of JavaFX drops from
 * its end only, and what it drops goes into a menu.
 */
public final class CollapsingBox extends HBox {
    private static final String STEP = "collapsing-box-step";

    private final Map<Integer, BooleanProperty> steps = new TreeMap<>();
    private final ReadOnlyBooleanWrapper collapsed = new ReadOnlyBooleanWrapper(this, "collapsed");
    /**
     * For what the steps were last taken: the width there was, that which was needed with the steps taken, and that
     * which all would need, for what is dropped may come to need less.
     */
    private double lastRoom = -1;
    private double lastNeed = -1;
    private double lastNeedOfAll = -1;

    /** Makes an empty row. */
    public CollapsingBox() {
        getChildren().addListener((ListChangeListener<Node>) change -> {
            while (change.next()) {
                change.getAddedSubList().stream().filter(child -> getStep(child) > 0).forEach(this::drop);
            }
        });
    }

    /**
     * Has a child dropped when there is not room for all.
     *
     * @param child not in the row yet
     * @param step at which, positive; the lowest is taken first
     */
    public static void setStep(Node child, int step) {
        child.getProperties().put(STEP, step);
    }

    /** {@return the step at which a child is dropped}, 0 for never. */
    public static int getStep(Node child) {
        return child.getProperties().get(STEP) instanceof Integer step ? step : 0;
    }

    private void drop(Node child) {
        child.visibleProperty().bind(step(getStep(child)).not());
        child.managedProperty().bind(child.visibleProperty());
    }

    /**
     * {@return whether a step is taken} What belongs to it besides children is then to be neither visible nor managed,
     * or to do with less room.
     *
     * @param number of the step; the lowest is taken first
     */
    public BooleanProperty step(int number) {
        return steps.computeIfAbsent(number, _ -> new SimpleBooleanProperty(this, "step"));
    }

    /** {@return whether any step is taken} */
    public ReadOnlyBooleanProperty collapsedProperty() {
        return collapsed.getReadOnlyProperty();
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        if (getWidth() != lastRoom || need() != lastNeed || collapsed.get() && needOfAll() != lastNeedOfAll) {
            takeSteps();
        }
        super.layoutChildren();
    }

    private void takeSteps() {
        lastRoom = getWidth();
        steps.values().forEach(step -> step.set(false));
        collapsed.set(false);
        Styling.now(this); // what was not visible may have no fonts yet
        for (BooleanProperty step : steps.values()) {
            if (need() <= lastRoom) {
                break;
            }
            collapsed.set(true);
            step.set(true);
            Styling.now(this); // the step may change what things look like
        }
        lastNeed = need();
        lastNeedOfAll = needOfAll();
    }

    private double needOfAll() {
        return getChildren().stream().mapToDouble(child -> child.minWidth(-1)).sum();
    }

    private double need() {
        return super.computeMinWidth(-1);
    }
}
