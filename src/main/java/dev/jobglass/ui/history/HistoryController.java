package dev.jobglass.ui.history;

import dev.jobglass.api.JobState;
import dev.jobglass.history.Change;
import dev.jobglass.history.History;
import dev.jobglass.history.HistoryQuery;
import dev.jobglass.model.DisplayState;
import dev.jobglass.model.Job;
import dev.jobglass.monitor.MonitoredServer;
import dev.jobglass.monitor.UiClock;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import dev.jobglass.text.Times;
import dev.jobglass.ui.common.Background;
import dev.jobglass.ui.common.Choices;
import dev.jobglass.ui.common.FittingColumns;
import dev.jobglass.ui.common.Texts;
import dev.jobglass.ui.common.TypedDate;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.control.skin.VirtualFlow;
import javafx.util.Duration;

/** Binds the history window: a search begins by itself a moment after the last key, in the background. */
final class HistoryController {
    private static final int MOST = 2_000;
    /** A change is written a moment after it is seen. */
    private static final int LOOKS = 3;
    /** The part of its usual width that a column needs at the least. */
    private static final double LEAST = 0.9;
    /** What can be cut so that what happened can be read. */
    private static final Map<String, Double> GIVE_WAY = Map.of("agent", 0.5, "server", 0.5, "text",
            0.5);
    private static final Duration AFTER_THE_LAST_KEY = Duration.millis(150);

    private final Workspace workspace;
    private final History history;
    private final UiClock clock;
    private final BiFunction<String, String, Optional<Path>> saveAs;
    private final Times times = Times.here();
    private FittingColumns fitting;
    private final PauseTransition pause = new PauseTransition(AFTER_THE_LAST_KEY);
    private final Background background;
    private HistoryQuery searched;
    private int searchedRevision;
    /** How often it is still looked for what has changed. */
    private int looks;
    /** Whether there is a newer change than the first of the table. */
    private boolean newer;
    private String counted = "";
    private final Consumer<Job> showJob;

    /** What a search found, and the servers of which something is remembered. */
    private record Found(List<Change> changes, List<String> servers) {
    }

    @FXML
    private TextField historySearch;
    @FXML
    private ChoiceBox<JobState> historyState;
    @FXML
    private ChoiceBox<String> historyServer;
    @FXML
    private DatePicker historyFrom;
    @FXML
    private DatePicker historyTo;
    @FXML
    private Label historyComplaint;
    @FXML
    private TableView<Change> changes;
    @FXML
    private Label historyFound;

    HistoryController(Workspace workspace, UiClock clock, Consumer<Job> showJob,
            BiFunction<String, String, Optional<Path>> saveAs, Background background) {
        this.background = background;
        this.workspace = workspace;
        this.history = workspace.history();
        this.showJob = showJob;
        this.clock = clock;
        this.saveAs = saveAs;
    }

    @FXML
    private void initialize() {
        column("at", 140, change -> times.clock(change.at(), clock.get()));
        column("job", 170, change -> PlainText.line(change.jobId())).getStyleClass().add("mono");
        column("state", 136, change -> Messages.state(ChangeCell.state(change)));
        column("percentage", 96, change -> Messages.percent(change.percentage())).getStyleClass().add("number");
        column("agent", 160, change -> PlainText.line(change.agent()));
        column("server", 140, change -> PlainText.line(serverName(change.server())))
                .getStyleClass().add("column-server"); // an address tells servers of one name apart by its end
        column("text", 260, ChangeWords::text);
        new ChangeMenu(changes, workspace, showJob, historySearch::setText);
        fitting = new FittingColumns(changes, TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN,
                TableColumn::getPrefWidth, new SimpleObjectProperty<>(Map.of()), new SimpleObjectProperty<>(Map.of()));
        choices(historyState, "anyState", Stream.of(JobState.values()).toList(),
                state -> Messages.state(DisplayState.valueOf(state.name())));
        choices(historyServer, "anyServer", List.of(), this::serverName);
        pause.setOnFinished(_ -> search());
        Texts.clearByEscape(historySearch);
        Texts.inOneTypeface(historySearch);
        Locale locale = Locale.getDefault(Locale.Category.FORMAT);
        TypedDate.complain(historyComplaint, new TypedDate(historyFrom, locale), new TypedDate(historyTo, locale));
        Texts.prompt(historySearch, Messages.of("history.search"), Messages.of("history.search.few"));
        historySearch.textProperty().addListener((_, _, _) -> pause.playFromStart());
        historySearch.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
                enterTable();
                event.consume();
            }
        });
        for (var property : List.of(historyState.valueProperty(), historyServer.valueProperty(),
                historyFrom.valueProperty(), historyTo.valueProperty())) {
            property.addListener((_, _, _) -> search());
        }
    }

    private TableColumn<Change, Change> column(String id, double width, Function<Change, String> text) {
        TableColumn<Change, Change> column = new TableColumn<>(Messages.of("history.column." + id));
        column.setId(id);
        column.setUserData(width);
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> new ChangeCell(text, id.equals("state"), times, clock));
        changes.getColumns().add(column);
        return column;
    }

    /** As from the filter of the main window. */
    private void enterTable() {
        changes.requestFocus();
        if (changes.getSelectionModel().isEmpty()) {
            changes.getSelectionModel().selectFirst();
        }
    }

    /** Makes columns as wide as larger text needs. */
    void textScale(double scale) {
        for (TableColumn<Change, ?> column : changes.getColumns()) {
            column.setPrefWidth((double) column.getUserData() * scale);
            column.setMinWidth(GIVE_WAY.getOrDefault(column.getId(), LEAST) * column.getPrefWidth());
        }
        fitting.fit(scale);
    }

    private static <T> void choices(ChoiceBox<T> box, String any, List<T> values, Function<T, String> name) {
        box.setConverter(Choices.named(value -> value == null ? Messages.of("history." + any) : name.apply(value)));
        Choices.byArrows(box);
        box.getItems().add(null);
        box.getItems().addAll(values);
        box.setValue(null);
    }

    /** {@return what the user calls a server, and its address if it is not watched} */
    private String serverName(String address) {
        return workspace.servers().stream().filter(server -> server.server().toString().equals(address))
                .map(MonitoredServer::name)
                .findFirst()
                .orElseGet(() -> address.replaceFirst("^https?://", ""));
    }

    /** Shows what has come since, unless the user reads older changes: these stay where they are. */
    void refresh() {
        if (searchedRevision != workspace.revisionProperty().get()) {
            searchedRevision = workspace.revisionProperty().get();
            looks = LOOKS;
        }
        boolean changing = looks > 0;
        looks = changing ? looks - 1 : 0;
        if (atTop() && (changing || newer)) {
            search();
        } else if (changing) {
            lookForNewer();
        }
    }

    private void lookForNewer() {
        HistoryQuery query = searched;
        background.begin(() -> history.search(query.first(1)), found -> {
            if (query == searched && !changes.getItems().stream().limit(1).toList().equals(found)) {
                newer = true;
                count(Messages.of("history.newer", found()));
            }
        }, this::notSearched);
    }

    private boolean atTop() {
        return changes.lookup(".virtual-flow") instanceof VirtualFlow<?> flow && flow.getPosition() == 0;
    }

    /** Gives the field for words the keyboard. */
    void focusSearch() {
        historySearch.requestFocus();
        historySearch.selectAll();
    }

    /** Searches anew, also for what has come since. */
    void search() {
        HistoryQuery query = new HistoryQuery(historySearch.getText(), ChangeWords.names(),
                historyState.getValue(),
                historyServer.getValue(), day(historyFrom.getValue(), 0), day(historyTo.getValue(), 1), MOST);
        if (!query.equals(searched)) {
            counted = Messages.of("history.searching");
            historyFound.setText(counted);
        }
        searched = query;
        newer = false;
        searchedRevision = workspace.revisionProperty().get();
        background.begin(() -> new Found(history.search(query), history.servers()), found -> show(query, found),
                this::notSearched);
    }

    private Instant day(LocalDate day, int daysLater) {
        return day == null ? null : day.plusDays(daysLater).atStartOfDay(times.zone()).toInstant();
    }

    private void notSearched(Throwable why) {
        count(Messages.of("history.notSearched", PlainText.line(why.getMessage())));
    }

    private void notExported(Throwable why) {
        historyFound.setText(Messages.of("common.notExported", PlainText.line(why.getMessage())));
    }

    private void show(HistoryQuery query, Found found) {
        if (query != searched) {
            return; // there is a newer query under way
        }
        found.servers().stream().filter(server -> !historyServer.getItems().contains(server))
                .forEach(historyServer.getItems()::add);
        if (!changes.getItems().equals(found.changes())) {
            Change selected = changes.getSelectionModel().getSelectedItem();
            changes.getItems().setAll(found.changes());
            changes.getSelectionModel().select(found.changes().indexOf(selected));
        }
        count(found());
    }

    /** What else was said, such as where an export went, stays to be read until the next search. */
    private void count(String words) {
        if (historyFound.getText().equals(counted)) {
            counted = words;
            historyFound.setText(words);
        }
    }

    private String found() {
        int count = changes.getItems().size();
        if (count == 0 && searched.from() != null && searched.to() != null
                && !searched.from().isBefore(searched.to())) {
            return Messages.of("common.backwards");
        }
        return Messages.of(count < MOST ? "history.found" : "history.foundMore", count);
    }

    @FXML
    private void exportCsv() {
        export(ChangeExport.CSV);
    }

    @FXML
    private void exportJson() {
        export(ChangeExport.JSON);
    }

    /** Of all that match, also those that the table is too short for. */
    private void export(ChangeExport format) {
        HistoryQuery query = searched;
        saveAs.apply(Messages.of("history.exportTitle"), format.fileName()).ifPresent(file -> {
            historyFound.setText(Messages.of("history.exporting"));
            background.begin(() -> format.to(file, history, query),
                    count -> historyFound.setText(Messages.of("history.exported", count, file)), this::notExported);
        });
    }
}
