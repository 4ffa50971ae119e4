package dev.jobglass.ui.insights;

import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polyline;

/** A line without axes: how a figure went over time. Points that are not known are passed over. */
final class Sparkline extends Region {
    private final Polyline line = new Polyline();
    private List<Double> points = List.of();

    /** Shows nothing yet. */
    Sparkline() {
        getStyleClass().add("sparkline");
        line.getStyleClass().add("sparkline-line");
        line.setManaged(false);
        getChildren().add(line);
    }

    /** Shows some points, the oldest first, from 0 at the bottom to 1 at the top; null for one that is not known. */
    void show(List<Double> next) {
        points = next;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - snappedLeftInset() - snappedRightInset();
        double height = getHeight() - snappedTopInset() - snappedBottomInset();
        line.getPoints().clear();
        for (int i = 0; i < points.size(); i++) {
            if (points.get(i) != null) {
                line.getPoints().addAll(snappedLeftInset() + width * i / Math.max(1, points.size() - 1),
                        snappedTopInset() + height * (1 - points.get(i)));
            }
        }
    }
}
