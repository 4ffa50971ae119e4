package dev.jobglass.ui.insights;

import java.util.List;
import java.util.Objects;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polyline;

/** A line without axes: how a figure went over time. Points that are not known are passed over. */
final class Sparkline extends Region {
    /** How long a line stands for a single point, in pixels. */
    private static final double ALONE = 5;

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
        boolean one = points.stream().filter(Objects::nonNull).count() == 1;
        for (int i = 0; i < points.size(); i++) {
            if (points.get(i) != null) {
                double x = snappedLeftInset() + width * i / Math.max(1, points.size() - 1);
                double y = snappedTopInset() + height * (1 - points.get(i));
                line.getPoints().addAll(x, y);
                if (one) { // else there would be nothing to see
                    line.getPoints().addAll(x + Math.copySign(ALONE, width / 2 - x), y);
                }
            }
        }
    }
}
