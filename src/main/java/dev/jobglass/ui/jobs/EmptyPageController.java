package dev.jobglass.ui.jobs;

import dev.jobglass.model.DisplayState;
import dev.jobglass.model.JobFilter;
import dev.jobglass.model.ServerStatus;
import dev.jobglass.monitor.MonitoredServer;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;

/** The calm page in place of an empty table: there are no jobs for one of several reasons, each with what to do. */
public final class EmptyPageController {
    private final Workspace workspace;
    private final JobTableModel visible;
    private final ObservableValue<Boolean> discovery;
    private final FilterModel filter;
    private final Actions actions;

    @FXML
    private Node emptyPage;
    @FXML
    private Label emptyTitle;
    private final FilterSuggestions names;
    @FXML
    private Label emptyText;
    @FXML
    private Node emptyClear;
    @FXML
    private Node emptyServer;
    @FXML
    private Node emptyDemo;

    /**
     * What a user can do about it.
     *
     * @param watchJob asks for ids of jobs
     * @param addServer asks for a server
     * @param openDemo watches the demo
     */
    public record Actions(Runnable watchJob, Runnable addServer, Runnable openDemo) {
    }

    /**
     * Serves the FXML of the page.
     *
     * @param workspace of the servers
     * @param visible the jobs of the table
     * @param discovery whether jobs appear by themselves
     * @param filter may hide all jobs
     * @param actions what a user can do about it
     */
    public EmptyPageController(Workspace workspace, JobTableModel visible, ObservableValue<Boolean> discovery,
            FilterModel filter, Actions actions) {
        this.workspace = workspace;
        this.names = new FilterSuggestions(workspace);
        this.visible = visible;
        this.discovery = discovery;
        this.filter = filter;
        this.actions = actions;
    }

    @FXML
    private void initialize() {
        Stream.of(emptyClear, emptyServer, emptyDemo)
                .forEach(node -> node.managedProperty().bind(node.visibleProperty()));
        visible.countProperty().addListener((_, _, _) -> show());
        filter.filterProperty().subscribe(_ -> show());
        workspace.viewsProperty().addListener((_, _, _) -> show());
        show();
    }

    @FXML
    private void clearFilter() {
        filter.clear();
    }

    @FXML
    private void watchJob() {
        actions.watchJob().run();
    }

    @FXML
    private void addServer() {
        actions.addServer().run();
    }

    @FXML
    private void openDemo() {
        actions.openDemo().run();
    }

    private void show() {
        emptyPage.setVisible(visible.countProperty().get() == 0);
        if (!emptyPage.isVisible()) {
            return;
        }
        emptyClear.setVisible(workspace.size() > 0);
        emptyServer.setVisible(!emptyClear.isVisible()); // which helps nobody who looks for one of these jobs
        emptyDemo.setVisible(!emptyClear.isVisible() && !workspace.isDemo());
        Optional<MonitoredServer> telling = tellingMost();
        ServerStatus server = telling.map(MonitoredServer::view).orElse(null);
        String key = "jobs.empty."
                + (emptyClear.isVisible() ? "filtered" : server == null ? "noServer" : reason(telling.get()));
        emptyTitle.setText(Messages.of(key + ".title", telling.map(MonitoredServer::name).orElse("")));
        Optional<String> wrong = emptyClear.isVisible() ? whatIsWrong(filter.filterProperty().get()) : Optional.empty();
        if (wrong.isPresent()) {
            emptyText.setText(wrong.get());
            return;
        }
        emptyText.setText(
                Messages.of(key + ".text", telling.map(MonitoredServer::server).map(Object::toString).orElse(""),
                        server == null || server.problem() == null
                                ? ""
                                : PlainText.line(Messages.problem(server.problem()))));
    }

    private Optional<String> whatIsWrong(JobFilter asked) {
        return asked.terms().stream().filter(term -> term.wrong() != null).findFirst()
                .map(EmptyPageController::whatIsWrong).or(() -> names.unknownName(asked));
    }

    private static String whatIsWrong(JobFilter.Term term) {
        String states = JobFilter.named().map(DisplayState::word).collect(Collectors.joining(", "));
        return Messages.of("jobs.filter.wrong." + term.wrong().word(), PlainText.line(term.value()), states);
    }

    /** {@return the server whose words help most: one that answers rather than one that does not} */
    private Optional<MonitoredServer> tellingMost() {
        return workspace.servers().stream().min(Comparator
                .comparing(server -> server.view().link() == ServerStatus.Link.CONNECTING
                        ? ServerStatus.Link.DOWN
                        : server.view().link()));
    }

    private String reason(MonitoredServer monitored) {
        ServerStatus server = monitored.view();
        String none = monitored.anyRemoved() ? "removed" : "none";
        return switch (server.link()) {
            case DOWN -> "down";
            case CONNECTING -> "connecting";
            case TROUBLED -> server.listProblem() != null ? "listTrouble" : discovery.getValue() ? none : "noList";
            case LIVE -> server.listProblem() != null || !discovery.getValue() ? "noList" : none;
        };
    }
}
