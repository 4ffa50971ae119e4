package dev.jobglass.failures;

import dev.jobglass.board.Job;
import dev.jobglass.board.JobView;
import dev.jobglass.board.Now;
import dev.jobglass.board.Watching;
import dev.jobglass.board.text.PlainText;
import dev.jobglass.board.text.Report;
import dev.jobglass.board.text.Times;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.StackPane;

/** Binds the failure window to the open failures. */
public final class FailureController {
    private final Watching watching;
    private final ObservableList<Job> open;
    private final Now now;
    private final Consumer<Job> showJob;
    private final Times times = Times.here();

    @FXML
    private Label title;
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
    // Held here: the job knows it only while it is selected.
    private final ChangeListener<JobView> change = (_, _, view) -> show(view);

    FailureController(Watching watching, Now now, Consumer<Job> showJob) {
        this.watching = watching;
        this.open = watching.board().failures().open();
        this.now = now;
        this.showJob = showJob;
    }

    @FXML
    private void initialize() {
        failures.setCellFactory(_ -> new FailureCell(times, now));
        failures.setItems(open);
        failures.getSelectionModel().selectedItemProperty().addListener((_, before, after) -> {
            if (before != null) {
                before.viewProperty().removeListener(change);
            }
            if (after != null) {
                after.viewProperty().addListener(change);
                show(after.view());
            }
        });
        open.addListener((ListChangeListener<Job>) _ -> count());
        server.setText(watching.server().label());
        count();
    }

    private void count() {
        title.setText(Texts.of("header", open.size()));
        if (failures.getSelectionModel().isEmpty() && !open.isEmpty()) {
            failures.getSelectionModel().selectFirst();
        }
    }

    void select(Job failure) {
        failures.getSelectionModel().select(failure);
        failures.scrollTo(failure);
    }

    private void show(JobView view) {
        String error = view.status().error();
        errorPlace.getChildren().setAll(ErrorBox.of(error == null ? Texts.of("noError") : PlainText.lines(error)));
        job.setText(PlainText.line(view.jobId()));
        step.setText(Report.lastStep(view.status()));
        created.setText(times.full(view.status().createdAt()));
        ranFor.setText(Times.duration(view.elapsed(now.get())));
    }

    @FXML
    private void showJob() {
        selected().forEach(showJob);
    }

    @FXML
    private void copyReport() {
        selected().forEach(failure -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(Report.of(failure.view(), watching.server().toString(), now.get()));
            Clipboard.getSystemClipboard().setContent(content);
        });
    }

    @FXML
    private void dismiss() {
        watching.board().dismiss(selected());
    }

    @FXML
    private void dismissAll() {
        watching.board().dismiss(open);
    }

    private List<Job> selected() {
        Job selected = failures.getSelectionModel().getSelectedItem();
        return selected == null ? List.of() : List.of(selected);
    }
}
