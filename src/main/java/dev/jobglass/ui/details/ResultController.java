package dev.jobglass.ui.details;

import dev.jobglass.api.JobResult;
import dev.jobglass.api.Problem;
import dev.jobglass.api.Response.Failure;
import dev.jobglass.api.Response.Success;
import dev.jobglass.model.DisplayState;
import dev.jobglass.model.Job;
import dev.jobglass.monitor.JobService;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import dev.jobglass.ui.common.Background;
import dev.jobglass.ui.common.Pause;
import dev.jobglass.ui.common.Views;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import javafx.animation.PauseTransition;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.layout.Pane;
import javafx.util.Duration;

/** What a job produced: requested when it has succeeded and the tab is looked at. */
final class ResultController {
    private final JobService actions;
    private final ResultPaneController pane;
    /** Whoever goes through the table row by row does not want a request for each. */
    private final PauseTransition pause = new PauseTransition(Duration.millis(300));
    private Job shown;
    private Job requested;

    @FXML
    private Tab resultTab;
    @FXML
    private Pane resultPlace;

    ResultController(JobService actions, Background background, BiFunction<String, String, Optional<Path>> saveAs,
            BiConsumer<Job, JobResult> openWindow) {
        this.actions = actions;
        pane = new ResultPaneController(background, saveAs, false,
                open -> openWindow.accept(open.job(), open.result()));
    }

    @FXML
    private void initialize() {
        resultPlace.getChildren().add(Views.<Node>load("resultpane.fxml", pane));
        pause.setOnFinished(_ -> request());
        resultTab.selectedProperty().addListener((_, _, _) -> request());
    }

    /** Has the result looked at by keyboard. */
    void open() {
        resultTab.getTabPane().getSelectionModel().select(resultTab);
        resultTab.getTabPane().requestFocus();
    }

    /** Shows a job, or that something about it may have changed. */
    void show(Job job) {
        if (job != shown) {
            shown = job;
            requested = null;
            pause.playFromStart();
        } else if (pause.getStatus() != PauseTransition.Status.RUNNING) {
            request();
        }
        if (requested == null) {
            pane.say(Messages.of("details.result." + switch (job.view().state()) {
                case SUCCEEDED -> "asking"; // in a moment
                case FAILED, CANCELLED -> "never";
                default -> "none";
            }));
        }
    }

    private void request() {
        if (!resultTab.isSelected() || shown == null || shown == requested
                || shown.view().state() != DisplayState.SUCCEEDED) {
            return;
        }
        Job job = shown;
        requested = job;
        pane.say(Messages.of("details.result.asking"));
        actions.result(job, response -> {
            if (job != shown) {
                return;
            }
            switch (response) {
                case Success(JobResult given) -> pane.show(job, given);
                case Failure(Problem problem) -> {
                    pane.say(Messages.of("details.result.failed", PlainText.line(Messages.problem(problem))));
                    if (problem instanceof Problem.Throttled(_, var wait, _) && wait != null) {
                        new Pause(wait, () -> requestAgain(job)).begin();
                    }
                }
            }
        });
    }

    /** Unless another job is shown by now. */
    private void requestAgain(Job job) {
        if (job == shown && job == requested) {
            requested = null;
            request();
        }
    }

    /** Requests and shows nothing more. */
    void close() {
        shown = null;
        pause.stop();
        pane.close();
    }
}
