package dev.jobglass.ui.insights;

import dev.jobglass.history.Insights.Bar;
import dev.jobglass.text.Messages;
import dev.jobglass.ui.common.LazyTooltip;
import java.text.NumberFormat;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.util.StringConverter;

/** Draws the bars of a range with one of JavaFX's charts, and changes what is drawn where a figure is another. */
final class RunsChart {
    /** Lines across, about. */
    private static final int LINES = 4;

    private final XYChart<String, Number> chart;
    private final List<ToDoubleFunction<Bar>> series;
    private final Function<Bar, String> tip;
    private List<Bar> shown = List.of();

    /**
     * Draws nothing yet.
     *
     * @param chart with a {@link CategoryAxis} and a {@link NumberAxis}
     * @param tip what is said of a bar
     * @param series what is drawn of a bar, the lowest first
     */
    RunsChart(XYChart<String, Number> chart, Function<Bar, String> tip, List<ToDoubleFunction<Bar>> series) {
        this.chart = chart;
        this.tip = tip;
        this.series = series;
        NumberAxis numbers = (NumberAxis) chart.getYAxis();
        numbers.setAutoRanging(false);
        numbers.setTickLabelFormatter(new Numbers());
    }

    /** Whole numbers as the language writes them. */
    private static final class Numbers extends StringConverter<Number> {
        @Override
        public String toString(Number number) {
            return NumberFormat.getIntegerInstance(Messages.locale()).format(number);
        }

        @Override
        public Number fromString(String text) {
            throw new UnsupportedOperationException("nobody types here");
        }
    }

    /** Draws the bars of a range. */
    void show(List<Bar> bars) {
        boolean others = bars.size() != shown.size();
        shown = bars;
        if (others) {
            begin();
        }
        for (int i = 0; i < series.size(); i++) {
            List<XYChart.Data<String, Number>> data = chart.getData().get(i).getData();
            for (int bar = 0; bar < bars.size(); bar++) {
                data.get(bar).setYValue(series.get(i).applyAsDouble(bars.get(bar)));
            }
        }
        double most = bars.stream()
                .mapToDouble(bar -> series.stream().mapToDouble(part -> part.applyAsDouble(bar)).sum()).max().orElse(1);
        NumberAxis numbers = (NumberAxis) chart.getYAxis();
        numbers.setTickUnit(unit(most / LINES));
        numbers.setUpperBound(Math.max(1, Math.ceil(most / numbers.getTickUnit())) * numbers.getTickUnit());
    }

    /** {@return the least of 1, 2, 5, 10, 20 ... that is not below a number} */
    private static double unit(double least) {
        double ten = 1;
        while (ten * 10 < least) {
            ten *= 10;
        }
        double unit = ten;
        return Stream.of(1, 2, 5, 10).mapToDouble(times -> times * unit).filter(one -> one >= least).findFirst()
                .orElse(least);
    }

    private void begin() {
        List<String> names = IntStream.range(0, shown.size()).mapToObj(Integer::toString).toList();
        chart.getData().clear();
        ((CategoryAxis) chart.getXAxis()).setCategories(FXCollections.observableArrayList(names));
        for (int i = 0; i < series.size(); i++) {
            XYChart.Series<String, Number> one = new XYChart.Series<>();
            names.forEach(name -> one.getData().add(new XYChart.Data<>(name, 0)));
            chart.getData().add(one);
            IntStream.range(0, names.size()).forEach(bar -> LazyTooltip.install(one.getData().get(bar).getNode(),
                    () -> tip.apply(shown.get(bar))));
        }
    }
}
