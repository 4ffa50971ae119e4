package dev.jobglass.ui.insights;

import dev.jobglass.history.Insights;
import dev.jobglass.history.InsightsQuery;
import dev.jobglass.monitor.MonitoredServer;
import dev.jobglass.monitor.UiClock;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import dev.jobglass.text.Times;
import dev.jobglass.ui.common.Background;
import dev.jobglass.ui.common.OneOf;
import dev.jobglass.ui.common.TypedDate;
import dev.jobglass.ui.common.Visibility;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.concurrent.Task;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.Pane;
import javafx.util.Duration;

/** The frame of the insights: which range they are of, and reading it in the background. */
final class InsightsController {
    /** What takes no longer needs no bar. */
    private static final Duration WORTH_A_BAR = Duration.millis(300);

    private final Workspace workspace;
    private final UiClock clock;
    private final Times times;
    private final BiFunction<String, String, Optional<Path>> saveAs;
    private final Background background;
    private final Consumer<Insights> taker;
    private final PauseTransition slow = new PauseTransition(WORTH_A_BAR);
    private InsightsRange range = InsightsRange.WEEK;
    private Task<?> task;
    private Insights shown;
    private int readRevision;

    private List<TypedDate> typed;

    @FXML
    private Label insightsServers;
    @FXML
    private Pane insightsRanges;
    @FXML
    private Node insightsDays;
    @FXML
    private DatePicker insightsFrom;
    @FXML
    private DatePicker insightsTo;
    @FXML
    private MenuButton insightsExport;
    @FXML
    private ProgressBar insightsProgress;
    @FXML
    private Label insightsComplaint;
    @FXML
    private Label insightsNote;

    /** {@code taker} takes what was read. */
    InsightsController(Workspace workspace, UiClock clock, Times times,
            BiFunction<String, String, Optional<Path>> saveAs, Background background, Consumer<Insights> taker) {
        this.workspace = workspace;
        this.clock = clock;
        this.times = times;
        this.saveAs = saveAs;
        this.background = background;
        this.taker = taker;
    }

    @FXML
    private void initialize() {
        Stream.of(insightsDays, insightsProgress).forEach(node -> {
            node.managedProperty().bind(node.visibleProperty());
            node.setVisible(false);
        });
        Visibility.onlyWithText(insightsNote);
        insightsExport.setDisable(true);
        OneOf.fill(insightsRanges, List.of(InsightsRange.values()), range, one -> "range" + one,
                one -> Messages.of("insights.range." + one), this::choose);
        Locale locale = Locale.getDefault(Locale.Category.FORMAT);
        typed = List.of(new TypedDate(insightsFrom, locale), new TypedDate(insightsTo, locale));
        TypedDate.complain(insightsComplaint, typed.getFirst(), typed.getLast());
        Stream.of(insightsFrom, insightsTo)
                .forEach(date -> date.setValue(clock.get().atZone(times.zone()).toLocalDate()));
        insightsFrom.valueProperty().addListener(_ -> read());
        insightsTo.valueProperty().addListener(_ -> read());
        slow.setOnFinished(_ -> insightsProgress.setVisible(task.isRunning() || unsummed() > 0));
    }

    private void choose(InsightsRange next) {
        range = next;
        insightsDays.setVisible(range == InsightsRange.OWN);
        if (range != InsightsRange.OWN) {
            typed.forEach(TypedDate::giveUp);
        }
        read();
    }

    /** Reads the range anew, also for what has come since. */
    void read() {
        background.cancel(task);
        slow.stop();
        Optional<InsightsQuery> query = query();
        if (query.isEmpty()) {
            insightsProgress.setVisible(false);
            return;
        }
        readRevision = workspace.revisionProperty().get();
        slow.playFromStart();
        task = background.begin(() -> workspace.history().insights(query.get()), this::show, _ -> failed());
    }

    /** {@return whose runs are counted, by base address} */
    List<String> servers() {
        return MonitoredServer.addresses(workspace.servers());
    }

    private Optional<InsightsQuery> query() {
        List<String> servers = servers();
        if (range != InsightsRange.OWN) {
            return Optional.of(range.untilNow(servers, clock.get()));
        }
        if (insightsFrom.getValue() == null || insightsTo.getValue() == null) {
            insightsNote.setText(Messages.of("insights.days"));
            return Optional.empty();
        }
        if (insightsTo.getValue().isBefore(insightsFrom.getValue())) {
            // What is wrong with a day that is written comes first.
            insightsNote.setText(typed.stream().anyMatch(TypedDate::wrong) ? "" : Messages.of("common.backwards"));
            return Optional.empty();
        }
        return Optional.of(
                InsightsRange.ofDays(servers, insightsFrom.getValue(), insightsTo.getValue(), times.zone(),
                        clock.get()));
    }

    /** Reads it anew when something has changed since, unless that is under way. */
    void refresh() {
        boolean underWay = task != null && task.isRunning();
        if (!underWay && (readRevision != workspace.revisionProperty().get() || unsummed() > 0)) {
            read();
        }
    }

    private int unsummed() {
        return shown == null ? 0 : shown.unsummed();
    }

    private void show(Insights insights) {
        if (insights == null) {
            failed();
            return;
        }
        slow.stop();
        shown = insights;
        insightsProgress.setVisible(insights.unsummed() > 0);
        insightsExport.setDisable(false);
        insightsServers.setText(workspace.isDemo()
                ? ""
                : Messages
                        .list(workspace.servers().stream().map(MonitoredServer::name).map(PlainText::line).toList()));
        insightsNote.setText(insights.unsummed() > 0
                ? Messages.of("insights.unsummed", insights.unsummed())
                : insights.all().runs() == 0 ? Messages.of("insights.none") : "");
        taker.accept(insights);
    }

    private void failed() {
        slow.stop();
        insightsProgress.setVisible(false);
        insightsNote.setText(Messages.of("insights.unread"));
    }

    private void notExported(Throwable why) {
        insightsNote.setText(Messages.of("common.notExported", PlainText.line(why.getMessage())));
    }

    @FXML
    private void exportCsv() {
        export("jobglass-agents.csv", InsightsExport::csv);
    }

    @FXML
    private void exportJson() {
        export("jobglass-insights.json", InsightsExport::json);
    }

    private void export(String name, Function<Insights, String> format) {
        Insights exported = shown;
        saveAs.apply(Messages.of("insights.exportTitle"), name)
                .ifPresent(file -> background.begin(() -> Files.writeString(file, format.apply(exported)),
                        _ -> insightsNote.setText(Messages.of("insights.exported", file)), this::notExported));
    }
}
