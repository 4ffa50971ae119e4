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
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tab;
import javafx.scene.control.TextField;
import javafx.util.Duration;

/**
 * What a job produced: asked for when it has succeeded and the tab is looked at, shown line by line, so that megabytes
 * freeze nothing.
 */
final class ResultTab {
    private static final System.Logger LOG = System.getLogger(ResultTab.class.getName());

    private final Tab tab;
    private final ListView<String> lines;
    private final Label note;
    private final TextField search;
    private final JobService actions;
    private final Background background;
    private final BiFunction<String, String, Optional<Path>> saveAs;
    /** Whoever goes through the table row by row does not want to ask for each. */
    private final PauseTransition pause = new PauseTransition(Duration.millis(300));
    private Job shown;
    private Job asked;
    private JobResult result;
    private Task<?> task;
    /** What is to be said of the lines shown: that they are not all, or not as they should be. */
    private String reservation = "";

    ResultTab(Tab tab, ListView<String> lines, Label note, TextField search, JobService actions, Background background,
            BiFunction<String, String, Optional<Path>> saveAs) {
        this.tab = tab;
        this.lines = lines;
        this.note = note;
        this.search = search;
        this.actions = actions;
        this.background = background;
        this.saveAs = saveAs;
        pause.setOnFinished(_ -> ask());
        tab.selectedProperty().addListener((_, _, _) -> ask());
        search.setOnAction(_ -> findNext());
        search.textProperty().addListener((_, _, _) -> count());
    }

    /** Shows a job, or that something about it may have changed. */
    void show(Job job) {
        if (job != shown) {
            shown = job;
            result = null;
            asked = null;
            background.cancel(task);
            reservation = "";
            lines.getItems().clear();
            note.setText(Messages.of("details.result.none"));
            pause.playFromStart();
        } else if (pause.getStatus() != PauseTransition.Status.RUNNING) {
            ask();
        }
    }

    private void ask() {
        if (!tab.isSelected() || shown == null || shown == asked || shown.view().state() != DisplayState.SUCCEEDED) {
            return;
        }
        Job job = shown;
        asked = job;
        note.setText(Messages.of("details.result.asking"));
        actions.result(job, answer -> {
            if (job != shown) {
                return;
            }
            switch (answer) {
                case Success(JobResult given) -> {
                    result = given;
                    background.cancel(task);
                    task = background.begin(() -> ResultText.of(given.json()), this::show, this::notShown);
                }
                case Failure(Problem problem) ->
                    note.setText(Messages.of("details.result.failed", PlainText.line(Messages.problem(problem))));
            }
        });
    }

    private void show(ShownText text) {
        reservation = Stream.of(text.cut() ? Messages.of("details.result.cut", text.lines().size(), text.all()) : "",
                text.unread() ? Messages.of("details.result.unread") : "")
                .filter(words -> !words.isEmpty()).collect(Collectors.joining(" "));
        lines.getItems().setAll(text.lines());
        count();
    }

    private void notShown(Throwable why) {
        LOG.log(System.Logger.Level.WARNING, "A result could not be made readable", why);
        note.setText(Messages.of("details.result.notShown"));
    }

    private boolean matches(String line) {
        return line.toLowerCase(Locale.ROOT).contains(search.getText().toLowerCase(Locale.ROOT));
    }

    private void count() {
        String found = search.getText().isEmpty()
                ? ""
                : Messages.of("details.result.found", lines.getItems().stream().filter(this::matches).count());
        note.setText((found + " " + reservation).strip());
        lines.getSelectionModel().clearSelection();
        findNext();
    }

    /** Goes to the next line that matches, and after the last to the first. */
    private void findNext() {
        int all = lines.getItems().size();
        int from = lines.getSelectionModel().getSelectedIndex() + 1;
        for (int i = 0; i < all && !search.getText().isEmpty(); i++) {
            int line = (from + i) % all;
            if (matches(lines.getItems().get(line))) {
                lines.getSelectionModel().clearAndSelect(line);
                lines.scrollTo(Math.max(0, line - 2));
                return;
            }
        }
    }

    /** Asks where to, and saves the result as the server gave it. */
    void save() {
        if (result == null) {
            return;
        }
        String name = shown.id().replaceAll("[^\\w.-]", "_") + ".json";
        saveAs.apply(Messages.of("details.result.saveTitle", PlainText.line(shown.id())), name).ifPresent(file -> {
            try {
                Files.writeString(file, result.json());
                note.setText(Messages.of("details.result.saved", file));
            } catch (IOException e) {
                note.setText(Messages.of("details.result.notSaved", PlainText.line(e.getMessage())));
            }
        });
    }
}
