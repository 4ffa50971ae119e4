package dev.jobglass.ui.insights;

import dev.jobglass.history.Insights.Bar;
import dev.jobglass.history.Insights;
import dev.jobglass.history.RunFigures;
import dev.jobglass.monitor.UiClock;
import dev.jobglass.text.Messages;
import dev.jobglass.text.Times;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.chart.AreaChart;
import javafx.scene.chart.StackedBarChart;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

/** How many runs ended over the range, how deep the queue was, and at which hours of the week. */
final class RunsController {
    private static final PseudoClass WORSE = PseudoClass.getPseudoClass("worse");

    private final UiClock clock;
    private final Times times;
    private RunsChart runs;
    private RunsChart queue;
    private HeatMap heat;

    @FXML
    private Label runsTotal;
    @FXML
    private Label runsRate;
    @FXML
    private Label runsChange;
    @FXML
    private Label runsTimes;
    @FXML
    private StackedBarChart<String, Number> runsChart;
    @FXML
    private AreaChart<String, Number> queueChart;
    @FXML
    private Label chartFrom;
    @FXML
    private Label chartTo;
    @FXML
    private Label heatWords;
    @FXML
    private GridPane heatMap;

    RunsController(UiClock clock, Times times) {
        this.clock = clock;
        this.times = times;
    }

    @FXML
    private void initialize() {
        Stream.of(runsRate, runsChange)
                .forEach(label -> label.managedProperty().bind(label.textProperty().isNotEmpty()));
        runs = new RunsChart(runsChart, this::runsTip, List.of(Bar::succeeded, Bar::cancelled, Bar::failed));
        queue = new RunsChart(queueChart, this::queueTip, List.of(Bar::queued));
        heat = new HeatMap(heatMap, heatWords);
    }

    /** Shows a range. */
    void show(Insights insights) {
        RunFigures all = insights.all();
        runsTotal.setText(Messages.of("insights.runs", all.runs()));
        runsRate.setText(rate(all));
        OptionalDouble points = Difference.points(all, insights.allBefore());
        runsChange.setText(Difference.ofRates(all, insights.allBefore()));
        runsChange.pseudoClassStateChanged(WORSE, points.isPresent() && points.getAsDouble() < 0);
        runsTimes.setText(Messages.of("insights.times", Times.took(all.median()), Times.took(all.waited())));
        runs.show(insights.bars());
        queue.show(insights.bars());
        chartFrom.setText(clock(insights.bars().getFirst().from()));
        chartTo.setText(clock(insights.query().end()));
        heat.show(insights.slots(), times.zone());
        runsChart.setAccessibleText(Messages.joined(runsTotal.getText(), runsRate.getText(), runsTimes.getText()));
    }

    private static String rate(RunFigures figures) {
        OptionalDouble rate = figures.successRate();
        return rate.isEmpty() ? "" : Messages.of("insights.rate", rate.getAsDouble());
    }

    private String clock(Instant time) {
        return times.minutes(time, clock.get());
    }

    private String runsTip(Bar bar) {
        return Messages.of("insights.bar.tip", clock(bar.from()), bar.succeeded(), bar.failed(),
                bar.cancelled());
    }

    private String queueTip(Bar bar) {
        return Messages.of("insights.queue.tip", clock(bar.from()), bar.queued());
    }
}
