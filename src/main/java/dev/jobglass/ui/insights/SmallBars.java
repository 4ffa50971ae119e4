package dev.jobglass.ui.insights;

import java.util.List;
import javafx.scene.layout.Region;

/** Bars without axes: how many there were in each part of a range. */
final class SmallBars extends Region {
    private List<Integer> counts = List.of();

    /** Shows nothing yet. */
    SmallBars() {
        getStyleClass().add("small-bars");
    }

    /** Shows some counts, the oldest first. */
    void show(List<Integer> next) {
        if (next.equals(counts)) {
            return;
        }
        counts = next;
        while (getChildren().size() < counts.size()) {
            Region bar = new Region();
            bar.getStyleClass().add("small-bar");
            getChildren().add(bar);
        }
        getChildren().remove(counts.size(), getChildren().size());
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double height = getHeight() - snappedTopInset() - snappedBottomInset();
        double step = (getWidth() - snappedLeftInset() - snappedRightInset()) / Math.max(1, counts.size());
        int most = counts.stream().mapToInt(Integer::intValue).max().orElse(1);
        for (int i = 0; i < counts.size(); i++) {
            double high = counts.get(i) == 0 ? 0 : Math.max(1, height * counts.get(i) / most);
            getChildren().get(i).resizeRelocate(snappedLeftInset() + i * step, snappedTopInset() + height - high,
                    Math.max(1, step - 1), high);
        }
    }
}
