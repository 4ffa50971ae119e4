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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.concurrent.Task;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tab;
import javafx.scene.control.TextField;
import javafx.util.Duration;

/**
 * What a job produced: requested when it has succeeded and the tab is looked at, shown line by line, so that megabytes
 * freeze nothing.
 */
final class ResultController {
    private static final System.Logger LOG = System.getLogger(ResultController.class.getName());

    private final JobService actions;
    private final Background background;
    private final BiFunction<String, String, Optional<Path>> saveAs;
    /** Whoever goes through the table row by row does not want a request for each. */
    private final PauseTransition pause = new PauseTransition(Duration.millis(300));
    private Job shown;
    private Job requested;
    private JobResult result;
    private Task<?> task;
    /** What is to be noted of the lines shown: that they are not all, or not as they should be. */
    private String reservation = "";

    @FXML
    private Tab resultTab;
    @FXML
    private ListView<String> resultLines;
    @FXML
    private Label resultNote;
    @FXML
    private TextField resultSearch;

    ResultController(JobService actions, Background background, BiFunction<String, String, Optional<Path>> saveAs) {
        this.actions = actions;
        this.background = background;
        this.saveAs = saveAs;
    }

    @FXML
    private void initialize() {
        pause.setOnFinished(_ -> request());
        resultTab.selectedProperty().addListener((_, _, _) -> request());
        resultSearch.setOnAction(_ -> findNext());
        resultSearch.textProperty().addListener((_, _, _) -> count());
    }

    /** Shows a job, or that something about it may have changed. */
    void show(Job job) {
        if (job != shown) {
            shown = job;
            result = null;
            requested = null;
            background.cancel(task);
            reservation = "";
            resultLines.getItems().clear();
            resultNote.setText(Messages.of("details.result.none"));
            pause.playFromStart();
        } else if (pause.getStatus() != PauseTransition.Status.RUNNING) {
            request();
        }
    }

    private void request() {
        if (!resultTab.isSelected() || shown == null || shown == requested
                || shown.view().state() != DisplayState.SUCCEEDED) {
            return;
        }
        Job job = shown;
        requested = job;
        resultNote.setText(Messages.of("details.result.asking"));
        actions.result(job, response -> {
            if (job != shown) {
                return;
            }
            switch (response) {
                case Success(JobResult given) -> {
                    result = given;
                    background.cancel(task);
                    task = background.begin(() -> ResultText.of(given.json()), this::show, this::notShown);
                }
                case Failure(Problem problem) ->
                    resultNote.setText(Messages.of("details.result.failed", PlainText.line(Messages.problem(problem))));
            }
        });
    }

    private void show(ShownText text) {
        reservation = Stream.of(text.cut() ? Messages.of("details.result.cut", text.lines().size(), text.all()) : "",
                text.unread() ? Messages.of("details.result.unread") : "")
                .filter(words -> !words.isEmpty()).collect(Collectors.joining(" "));
        resultLines.getItems().setAll(text.lines());
        count();
    }

    private void notShown(Throwable why) {
        LOG.log(System.Logger.Level.WARNING, "A result could not be made readable", why);
        resultNote.setText(Messages.of("details.result.notShown"));
    }

    private boolean matches(String line) {
        return line.toLowerCase(Locale.ROOT).contains(resultSearch.getText().toLowerCase(Locale.ROOT));
    }

    private void count() {
        String found = resultSearch.getText().isEmpty()
                ? ""
                : Messages.of("details.result.found", resultLines.getItems().stream().filter(this::matches).count());
        resultNote.setText((found + " " + reservation).strip());
        resultLines.getSelectionModel().clearSelection();
        findNext();
    }

    /** Goes to the next line that matches, and after the last to the first. */
    private void findNext() {
        int all = resultLines.getItems().size();
        int from = resultLines.getSelectionModel().getSelectedIndex() + 1;
        for (int i = 0; i < all && !resultSearch.getText().isEmpty(); i++) {
            int line = (from + i) % all;
            if (matches(resultLines.getItems().get(line))) {
                resultLines.getSelectionModel().clearAndSelect(line);
                resultLines.scrollTo(Math.max(0, line - 2));
                return;
            }
        }
    }

    /** Requests and shows nothing more. */
    void close() {
        shown = null;
        result = null;
        pause.stop();
        background.cancel(task);
    }

    /** Asks the user where to, and saves the result as the server gave it. */
    @FXML
    private void save() {
        if (result == null) {
            return;
        }
        String name = shown.id().replaceAll("[^\\w.-]", "_") + ".json";
        saveAs.apply(Messages.of("details.result.saveTitle", PlainText.line(shown.id())), name).ifPresent(file -> {
            try {
                Files.writeString(file, result.json());
                resultNote.setText(Messages.of("details.result.saved", file));
            } catch (IOException e) {
                resultNote.setText(Messages.of("details.result.notSaved", PlainText.line(e.getMessage())));
            }
        });
    }
}
