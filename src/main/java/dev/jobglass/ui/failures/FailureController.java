package dev.jobglass.ui.failures;

import dev.jobglass.model.Job;
import dev.jobglass.model.JobSnapshot;
import dev.jobglass.monitor.UiClock;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import dev.jobglass.text.Report;
import dev.jobglass.text.Times;
import dev.jobglass.ui.common.Clipboards;
import dev.jobglass.ui.common.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** Binds the failure window to the open failures. */
public final class FailureController {
    /** How much of the window the list may take, however large text is. */
    private static final double LIST_SHARE = 0.4;

    private final Workspace workspace;
    private final ObservableList<Job> open;
    /** The open failures, and above them old ones that the user opens again. */
    private final ObservableList<Job> items = FXCollections.observableArrayList();
    private final UiClock clock;
    private final Consumer<Job> showJob;
    private final Times times = Times.here();
    // Held here: the job knows it only while it is selected.
    private final ChangeListener<JobSnapshot> jobChange = (_, _, view) -> show(view);
    private final ListChangeListener<Job> openChange = this::follow;

    @FXML
    private Label title;
    @FXML
    private Region middle;
    @FXML
    private ListView<Job> failures;
    @FXML
    private StackPane errorPlace;
    @FXML
    private Label job;
    @FXML
    private Label server;
    @FXML
    private Label step;
    @FXML
    private Label created;
    @FXML
    private Label ranFor;
    @FXML
    private TextField note;
    private ErrorPane errorPane;

    FailureController(Workspace workspace, UiClock clock, Consumer<Job> showJob) {
        this.workspace = workspace;
        this.open = workspace.failures();
        this.clock = clock;
        this.showJob = showJob;
    }

    @FXML
    private void initialize() {
        errorPane = new ErrorPane(errorPlace, workspace);
        failures.setCellFactory(_ -> new FailureCell(times, clock, workspace));
        failures.maxWidthProperty().bind(middle.widthProperty().multiply(LIST_SHARE));
        Texts.prompt(note, Messages.of("failures.note.prompt"), Messages.of("failures.note.few"));
        List.of(job, server, step).forEach(Texts::tooltipWhenCut);
        items.setAll(open);
        failures.setItems(items);
        failures.getSelectionModel().selectedItemProperty().addListener((_, before, after) -> {
            if (before != null) {
                before.viewProperty().removeListener(jobChange);
            }
            if (after != null) {
                after.viewProperty().addListener(jobChange);
                show(after.view());
            }
        });
        open.addListener(openChange);
        count();
    }

    /** Follows the failures no longer. */
    void close() {
        open.removeListener(openChange);
        failures.getSelectionModel().clearSelection(); // and with it the listener of the selected job
    }

    /** Change by change, so that the selection stays. */
    private void follow(ListChangeListener.Change<? extends Job> change) {
        while (change.next()) {
            items.removeAll(change.getRemoved());
            items.addAll(0, change.getAddedSubList().stream().filter(added -> !items.contains(added)).toList());
        }
        count();
    }

    private void count() {
        title.setText(Messages.of("failures.header", items.size()));
        if (failures.getSelectionModel().isEmpty() && !items.isEmpty()) {
            failures.getSelectionModel().selectFirst();
        }
    }

    /** {@return what the window shows; with nothing to show it need not be there} */
    ObservableList<Job> items() {
        return items;
    }

    /** Forgets the old ones that were looked at again. */
    void forgetOldOnes() {
        items.retainAll(open);
    }

    void select(Job failure) {
        if (!items.contains(failure)) {
            items.addFirst(failure);
            count();
        }
        failures.getSelectionModel().select(failure);
        failures.scrollTo(failure);
    }

    private void show(JobSnapshot view) {
        selected().forEach(errorPane::show);
        job.setText(PlainText.line(view.jobId())
                + (Messages.subtitle(view).isEmpty() ? "" : " · " + Messages.subtitle(view)));
        selected().forEach(shown -> server.setText(PlainText.line(shown.server().name())));
        step.setText(Report.lastStep(view.status()));
        created.setText(times.full(view.status().createdAt()));
        ranFor.setText(Times.duration(view.elapsed(clock.get())));
    }

    @FXML
    private void showJob() {
        selected().forEach(showJob);
    }

    @FXML
    private void copyReport() {
        selected().stream().filter(workspace::contains)
                .forEach(failure -> Clipboards
                        .copy(Report.of(failure.view(), failure.key().server().toString(), errorPane.error(),
                                clock.get())));
    }

    @FXML
    private void dismiss() {
        List<Job> read = selected();
        workspace.actions().dismiss(read, taken());
        items.removeAll(read);
        count();
    }

    @FXML
    private void dismissAll() {
        workspace.actions().dismiss(items, taken());
        items.clear();
    }

    /** {@return the note as typed, which is used up by that} */
    private String taken() {
        String typed = note.getText();
        note.clear();
        return typed;
    }

    private List<Job> selected() {
        Job selected = failures.getSelectionModel().getSelectedItem();
        return selected == null ? List.of() : List.of(selected);
    }
}
