package dev.jobglass.ui.insights;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.HBox;

/**
 * Two parts beside each other, the second as wide as it wants and the first with the rest; where that is less than the
 * first wants, one below the other. No pane of JavaFX fills its width so.
 */
public final class SideBySide extends HBox {
    /** To be given two parts. */
    public SideBySide() {
        // FXML needs it.
    }

    SideBySide(Node first, Node second) {
        super(first, second);
    }

    private Node first() {
        return getChildren().getFirst();
    }

    private Node second() {
        return getChildren().getLast();
    }

    private boolean fit(double width) {
        return width < 0 || width >= first().prefWidth(-1) + getSpacing() + second().prefWidth(-1);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return first().prefWidth(-1) + getSpacing() + second().prefWidth(-1);
    }

    @Override
    protected double computePrefHeight(double width) {
        return fit(width)
                ? Math.max(first().prefHeight(width < 0 ? -1 : width - getSpacing() - second().prefWidth(-1)),
                        second().prefHeight(-1))
                : first().prefHeight(width) + getSpacing() + second().prefHeight(width);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        if (fit(width)) {
            double secondWidth = snapSizeX(second().prefWidth(-1));
            first().resizeRelocate(0, 0, width - getSpacing() - secondWidth, getHeight());
            second().resizeRelocate(width - secondWidth, 0, secondWidth, getHeight());
        } else {
            double height = snapSizeY(first().prefHeight(width));
            first().resizeRelocate(0, 0, width, height);
            second().resizeRelocate(0, height + getSpacing(), width, getHeight() - height - getSpacing());
        }
    }
}
