package dev.jobglass.ui.main;

import dev.jobglass.model.DisplayState;
import dev.jobglass.model.Job;
import dev.jobglass.model.ServerStatus;
import dev.jobglass.monitor.UiClock;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.settings.Settings;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import dev.jobglass.text.Times;
import dev.jobglass.ui.common.Texts;
import dev.jobglass.ui.details.DetailsPane;
import dev.jobglass.ui.jobs.ViewToolbar;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.beans.value.ObservableIntegerValue;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

/** The line at the bottom: how many jobs, how punctual the polls, how old the last answer. */
public final class StatusBarController implements AutoCloseable {
    private final Workspace workspace;
    private final ObservableIntegerValue shown;
    private final Settings settings;
    private final UiClock clock;
    private final Times times;
    private final DetailsPane details;
    private final Actions actions;
    private final ListChangeListener<Job> failureChange = _ -> showFailureCount();
    private ViewToolbar toolbar;

    @FXML
    private Label readOnlyNote;
    @FXML
    private Label statusShown;
    @FXML
    private Label statusCounts;
    @FXML
    private Label statusPolls;
    @FXML
    private Label statusAnswer;
    @FXML
    private Label statusZone;
    @FXML
    private HBox rows;
    @FXML
    private ToggleButton showDetails;
    @FXML
    private Button openFailures;
    @FXML
    private Button clearGone;

    /**
     * What the buttons do.
     *
     * @param showFailures opens the window of those not dismissed
     * @param removeGone takes jobs off the list that their servers have forgotten
     */
    record Actions(Runnable showFailures, Runnable removeGone) {
    }

    /**
     * Serves the FXML of the status bar.
     *
     * @param workspace of the servers
     * @param shown how many jobs the table shows
     * @param settings how it shows them, and whether nothing that changes a server is offered
     * @param clock the ticking time
     * @param times says times
     * @param details may be closed, and are shown again from here
     * @param actions what its buttons do
     */
    StatusBarController(Workspace workspace, ObservableIntegerValue shown, Settings settings, UiClock clock,
            Times times, DetailsPane details, Actions actions) {
        this.workspace = workspace;
        this.shown = shown;
        this.settings = settings;
        this.clock = clock;
        this.times = times;
        this.details = details;
        this.actions = actions;
    }

    @FXML
    private void initialize() {
        toolbar = new ViewToolbar(rows, workspace, settings.look());
        readOnlyNote.visibleProperty().bind(settings.readOnlyProperty());
        readOnlyNote.managedProperty().bind(readOnlyNote.visibleProperty());
        details.shownProperty().subscribe(showDetails::setSelected);
        showDetails.setOnAction(_ -> details.show(showDetails.isSelected()));
        showDetails.visibleProperty().bind(details.narrowProperty().or(details.shownProperty().not()));
        showDetails.managedProperty().bind(showDetails.visibleProperty());
        Texts.inOneTypeface(statusAnswer);
        statusZone.setText(Messages.of("main.status.zone", times.zone().getId()));
        clearGone.managedProperty().bind(clearGone.visibleProperty());
        openFailures.managedProperty().bind(openFailures.visibleProperty());
        statusShown.visibleProperty().bind(statusShown.textProperty().isNotEmpty());
        statusShown.managedProperty().bind(statusShown.visibleProperty());
        workspace.failures().addListener(failureChange);
        showFailureCount();
        shown.addListener((_, _, _) -> show());
        workspace.viewsProperty().addListener((_, _, _) -> show());
        workspace.revisionProperty().addListener((_, _, _) -> show());
        clock.timeProperty().addListener((_, _, _) -> show());
        show();
    }

    /** Groups the rows by the next thing. */
    void nextGrouping() {
        toolbar.nextGrouping();
    }

    private void showFailureCount() {
        int unread = workspace.failures().size();
        openFailures.setVisible(unread > 0);
        openFailures.setText(Messages.of("main.status.failures", unread));
    }

    @FXML
    private void clearGone() {
        actions.removeGone().run();
    }

    @FXML
    private void openFailures() {
        actions.showFailures().run();
    }

    @Override
    public void close() {
        workspace.failures().removeListener(failureChange);
        toolbar.close();
    }

    private void show() {
        List<ServerStatus> servers = workspace.viewsProperty().get();
        int all = workspace.size();
        String watched = Messages.of("main.status.counts", all, Stream.of(DisplayState.values())
                .filter(state -> !state.over()).mapToInt(workspace::count).sum());
        int gone = workspace.count(DisplayState.GONE);
        clearGone.setVisible(gone > 0);
        clearGone.setText(Messages.of("main.status.gone", gone));
        statusShown.setText(shown.get() < all ? Messages.of("main.status.shown", shown.get(), all) : "");
        statusCounts.setText(watched);
        statusPolls.setText(servers.stream().map(ServerStatus::latenessP99).filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .map(latest -> Messages.of("main.status.polls", latest.toMillis(),
                        servers.stream().mapToDouble(ServerStatus::pollsPerSecond).sum()))
                .orElse(""));
        // Of several the one that has been silent for longest: no number may look younger than it is.
        statusAnswer.setText(servers.stream().min(Comparator.comparing(ServerStatus::lastAnswer,
                Comparator.nullsFirst(Comparator.naturalOrder()))).map(this::lastAnswer).orElse(""));
    }

    private String lastAnswer(ServerStatus server) {
        String text = server.lastAnswer() == null
                ? Messages.of("main.status.noAnswer")
                : Messages.of("main.status.answer", Times.duration(server.age(clock.get())));
        // Of servers that have all answered lately, it changes by the second which was the last.
        return workspace.several() && !server.answeredLately(clock.get())
                ? Messages.of("main.status.ofServer", PlainText.line(server.name()), text)
                : text;
    }
}
