package dev.jobglass.ui.insights;

import dev.jobglass.history.Insights;
import dev.jobglass.history.Insights.Agent;
import dev.jobglass.history.Insights.Bar;
import dev.jobglass.history.RunFigures;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import dev.jobglass.text.Times;
import dev.jobglass.ui.common.FittingColumns;
import dev.jobglass.ui.common.Texts;
import dev.jobglass.ui.insights.FigureCell.Figure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.fxml.FXML;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;

/** How each agent did over the range, those with the most failures first, or as the user sorts them. */
final class AgentsController {
    private static final int MOST_ROWS = 15;
    /** In rows: the header, and the bar for scrolling sideways. */
    private static final double HEADER_AND_BAR = 2.7;
    /** Points of the line that shows how an agent went. */
    private static final int POINTS = 14;
    /** From so much on of those that succeed, all is well; below so much it is not. */
    private static final double WELL = 0.95;
    private static final double BADLY = 0.85;
    /** Who loses so many points of a hundred, or takes so much longer, is worth a look. */
    private static final double POINTS_WORSE = -1;
    private static final double TIMES_LONGER = 1.25;
    private static final Comparator<Agent> FAILURES_FIRST = Comparator
            .comparingInt((Agent agent) -> agent.now().failed()).reversed()
            .thenComparing(agent -> agent.now().runs(), Comparator.reverseOrder()).thenComparing(Agent::name);

    private final Consumer<String> filterByAgent;
    private final ObservableList<Agent> shown = FXCollections.observableArrayList();
    private FittingColumns fitting;

    @FXML
    private Label agentsCaption;
    @FXML
    private TableView<Agent> agents;

    /** {@code filterByAgent} takes an agent's name, or an empty text, to show its jobs in the main window. */
    AgentsController(Consumer<String> filterByAgent) {
        this.filterByAgent = filterByAgent;
    }

    @FXML
    private void initialize() {
        TableColumn<Agent, Agent> name = column("agent", 190, Comparator.comparing(Agent::name));
        name.setCellFactory(_ -> new NameCell());
        figure("runs", 110, agent -> agent.now().runs(), new Figure(
                agent -> Messages.of("insights.number", agent.now().runs()),
                agent -> Difference.ofRuns(agent.now(), agent.before()), _ -> false, _ -> "plain"));
        figure("rate", 140, agent -> agent.now().successRate().orElse(2), new Figure(
                agent -> agent.now().successRate().isEmpty()
                        ? Messages.none()
                        : Messages.of("insights.rate.short", agent.now().successRate().getAsDouble()),
                agent -> Difference.ofRates(agent.now(), agent.before()), AgentsController::failsMore,
                agent -> level(agent.now())));
        column("trend", 120, null).setCellFactory(_ -> new TrendCell());
        duration("median", 140, RunFigures::median);
        duration("slow", 150, RunFigures::slow);
        duration("waits", 120, RunFigures::waited);
        fitting = new FittingColumns(agents, TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN,
                TableColumn::getPrefWidth, new SimpleObjectProperty<>(Map.of()), new SimpleObjectProperty<>(Map.of()));
        SortedList<Agent> sorted = new SortedList<>(shown);
        sorted.comparatorProperty().bind(Bindings.createObjectBinding(
                () -> agents.getComparator() == null ? FAILURES_FIRST : agents.getComparator(),
                agents.comparatorProperty()));
        agents.setItems(sorted);
        agents.prefHeightProperty().bind(Bindings.createDoubleBinding(
                () -> (Math.min(MOST_ROWS, Math.max(2, shown.size())) + HEADER_AND_BAR) * agents.getFixedCellSize(),
                shown,
                agents.fixedCellSizeProperty()));
        agents.setRowFactory(_ -> {
            TableRow<Agent> row = new TableRow<>();
            row.setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY && row.getItem() != null) {
                    show(row.getItem());
                }
            });
            return row;
        });
        agents.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER && agents.getSelectionModel().getSelectedItem() != null) {
                show(agents.getSelectionModel().getSelectedItem());
                event.consume();
            }
        });
    }

    private void show(Agent agent) {
        filterByAgent.accept(agent.name());
    }

    private static boolean failsMore(Agent agent) {
        OptionalDouble points = Difference.points(agent.now(), agent.before());
        return points.isPresent() && points.getAsDouble() <= POINTS_WORSE;
    }

    private static String level(RunFigures figures) {
        if (figures.successRate().isEmpty()) {
            return "plain";
        }
        double rate = figures.successRate().getAsDouble();
        return rate >= WELL ? "well" : rate < BADLY ? "badly" : "so-so";
    }

    private TableColumn<Agent, Agent> column(String id, double width, Comparator<Agent> order) {
        TableColumn<Agent, Agent> column = new TableColumn<>(Messages.of("insights.column." + id));
        column.setId(id);
        column.setUserData(width);
        column.setSortable(order != null);
        column.setComparator(order);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        agents.getColumns().add(column);
        return column;
    }

    private <C extends Comparable<C>> void figure(String id, double width, Function<Agent, C> key, Figure figure) {
        TableColumn<Agent, Agent> column = column(id, width,
                Comparator.comparing(key, Comparator.nullsFirst(Comparator.naturalOrder())));
        column.getStyleClass().add("number");
        column.setCellFactory(_ -> new FigureCell(figure));
    }

    private void duration(String id, double width, Function<RunFigures, Duration> key) {
        figure(id, width, agent -> key.apply(agent.now()), new Figure(
                agent -> Times.took(key.apply(agent.now())),
                agent -> Difference.ofDurations(key.apply(agent.now()), key.apply(agent.before())),
                agent -> longer(key.apply(agent.now()), key.apply(agent.before())), _ -> "plain"));
    }

    private static boolean longer(Duration now, Duration before) {
        return now != null && before != null && before.isPositive()
                && now.toMillis() >= TIMES_LONGER * before.toMillis();
    }

    /** Makes columns as wide as larger text needs. */
    void textScale(double scale) {
        for (TableColumn<Agent, ?> column : agents.getColumns()) {
            column.setPrefWidth((double) column.getUserData() * scale);
            column.setMinWidth(column.getPrefWidth());
        }
        fitting.fit(scale);
    }

    /** Shows a range. */
    void show(Insights insights) {
        agentsCaption.setText(Messages.of("insights.agents.caption", insights.agents().size()));
        if (!insights.agents().equals(shown)) {
            Agent selected = agents.getSelectionModel().getSelectedItem();
            shown.setAll(insights.agents());
            if (selected != null) {
                shown.stream().filter(agent -> agent.name().equals(selected.name())).findFirst()
                        .ifPresent(agents.getSelectionModel()::select);
            }
        }
    }

    /** {@return the part of the runs that succeeded, in some points over both ranges; null where none ended} */
    static List<Double> trend(List<Bar> bars) {
        List<Double> points = new ArrayList<>();
        for (int i = 0; i < POINTS; i++) {
            List<Bar> some = bars.subList(bars.size() * i / POINTS, bars.size() * (i + 1) / POINTS);
            int succeeded = some.stream().mapToInt(Bar::succeeded).sum();
            int told = succeeded + some.stream().mapToInt(Bar::failed).sum();
            points.add(told == 0 ? null : (double) succeeded / told);
        }
        return points;
    }

    private static final class NameCell extends TableCell<Agent, Agent> {
        NameCell() {
            Texts.tooltipWhenCut(this);
            Texts.inOneTypeface(this);
            setTextOverrun(OverrunStyle.CENTER_ELLIPSIS); // long names often differ at their end
        }

        @Override
        protected void updateItem(Agent agent, boolean empty) {
            super.updateItem(agent, empty);
            setText(empty || agent == null
                    ? null
                    : agent.name().isEmpty() ? Messages.of("insights.agent.none") : PlainText.line(agent.name()));
        }
    }

    private static final class TrendCell extends TableCell<Agent, Agent> {
        private final Sparkline line = new Sparkline();

        TrendCell() {
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        }

        @Override
        protected void updateItem(Agent agent, boolean empty) {
            super.updateItem(agent, empty);
            setGraphic(empty || agent == null ? null : line);
            if (agent != null && !empty) {
                List<Double> points = trend(agent.bars());
                line.show(points);
                setAccessibleText(points.stream().filter(Objects::nonNull)
                        .map(part -> Messages.of("insights.rate.short", part)).collect(Collectors.joining(" ")));
                line.getStyleClass().setAll("sparkline", level(agent.now()));
            }
        }
    }
}
