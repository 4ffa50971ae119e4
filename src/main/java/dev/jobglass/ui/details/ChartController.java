package dev.jobglass.ui.details;

import dev.jobglass.api.JobStatus;
import dev.jobglass.model.Job;
import dev.jobglass.model.ProgressHistory;
import dev.jobglass.monitor.UiClock;
import dev.jobglass.ui.common.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableDoubleValue;
import javafx.fxml.FXML;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Labeled;

/** Draws how far a job was at which time. */
final class ChartController {
    /** In letters. */
    private static final double LEAST_HEIGHT_OF_ALL = 38;

    private final UiClock clock;
    private final XYChart.Series<Number, Number> series = new XYChart.Series<>();
    private Shown shown = new Shown(List.of(), Instant.MIN, 0);

    @FXML
    private LineChart<Number, Number> chart;
    @FXML
    private NumberAxis chartTime;

    private final BooleanProperty drawn = new SimpleBooleanProperty(this, "drawn");

    ChartController(UiClock clock) {
        this.clock = clock;
    }

    @FXML
    private void initialize() {
        chart.managedProperty().bind(chart.visibleProperty());
        chart.getData().add(series);
    }

    /** Gives way where there is not room for it and a few lines of what is below. */
    void within(ObservableDoubleValue height, Labeled letters) {
        chart.visibleProperty().bind(Texts.atLeast(height, LEAST_HEIGHT_OF_ALL, letters).and(drawn));
    }

    /** Shows a job from its start, or from when it was first seen, to now; nothing when it was seen but once. */
    void show(Job job) {
        List<ProgressHistory.Point> points = job.trail().points();
        drawn.set(points.size() > 1);
        if (points.size() < 2) {
            return;
        }
        JobStatus status = job.view().status();
        Instant start = status.startedAt() == null ? points.getFirst().at() : status.startedAt();
        Instant end = status.completedAt() == null ? clock.get() : status.completedAt();
        double length = Math.max(1, Math.max(seconds(start, end), seconds(start, points.getLast().at())));
        Shown next = new Shown(points, start, length);
        if (!next.looksLike(shown)) {
            shown = next;
            draw();
        }
    }

    private void draw() {
        List<XYChart.Data<Number, Number>> line = new ArrayList<>();
        line.add(new XYChart.Data<>(0, 0));
        shown.points().forEach(
                point -> line.add(new XYChart.Data<>(seconds(shown.start(), point.at()), point.percentage())));
        line.add(new XYChart.Data<>(shown.length(), shown.points().getLast().percentage()));
        chartTime.setTickUnit(shown.length()); // it draws none, but would count them
        chartTime.setUpperBound(shown.length());
        series.getData().setAll(line);
    }

    /**
     * A line.
     *
     * @param length in seconds
     */
    private record Shown(List<ProgressHistory.Point> points, Instant start, double length) {
        /** Half a per cent of its length is some pixel. */
        private static final double TO_BE_SEEN = 1.005;

        boolean looksLike(Shown before) {
            return points.equals(before.points) && start.equals(before.start)
                    && length < before.length * TO_BE_SEEN && length >= before.length;
        }
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }
}
