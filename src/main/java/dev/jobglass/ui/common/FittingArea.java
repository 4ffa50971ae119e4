package dev.jobglass.ui.common;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/**
 * An area of text that nobody writes in: as high as its text needs, up to a height from which on it scrolls. JavaFX
 * thread only.
 */
public final class FittingArea extends TextArea {
    private final DoubleProperty mostHeight = new SimpleDoubleProperty(Double.MAX_VALUE);
    private final Text measured = new Text();

    /** Makes an empty one. */
    public FittingArea() {
        setEditable(false);
        setWrapText(true);
        measured.textProperty().bind(textProperty());
        measured.fontProperty().bind(fontProperty());
        mostHeight.subscribe(this::requestLayout);
    }

    /** {@return the greatest height, in pixels} */
    public DoubleProperty mostHeightProperty() {
        return mostHeight;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.min(needed(width < 0 ? getWidth() : width), mostHeight.get());
    }

    private double needed(double width) {
        Insets inside = lookup(".content") instanceof Region content ? content.getInsets() : Insets.EMPTY;
        double across = getInsets().getLeft() + getInsets().getRight() + inside.getLeft() + inside.getRight();
        measured.setWrappingWidth(Math.max(1, Math.floor(width - across) - 1));
        return Math.ceil(measured.getLayoutBounds().getHeight()) + inside.getTop() + inside.getBottom()
                + getInsets().getTop() + getInsets().getBottom() + 2;
    }

    @Override
    protected void layoutChildren() {
        if (lookup(".scroll-pane") instanceof ScrollPane scroll) {
            // A scroll bar that came for a moment would take room, and so be needed from then on.
            scroll.setVbarPolicy(
                    needed(getWidth()) > mostHeight.get() ? ScrollBarPolicy.AS_NEEDED : ScrollBarPolicy.NEVER);
        }
        super.layoutChildren();
    }
}
