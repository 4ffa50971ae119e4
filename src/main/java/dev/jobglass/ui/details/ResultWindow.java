package dev.jobglass.ui.details;

import dev.jobglass.api.JobResult;
import dev.jobglass.model.Job;
import dev.jobglass.settings.LookSettings;
import dev.jobglass.text.Messages;
import dev.jobglass.ui.common.Background;
import dev.jobglass.ui.common.OwnedStage;
import dev.jobglass.ui.common.Views;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.scene.control.SplitPane;
import javafx.stage.Stage;

/** A large window for results: one, and beside it a second to be compared with. JavaFX thread only. */
public final class ResultWindow {
    private static final int MOST = 2;
    /** The window it belongs to remains to be seen. */
    private static final double MOST_OF_OWNER = 0.85;

    private final Background background;
    private final BiFunction<String, String, Optional<Path>> saveAs;
    private final SplitPane split = new SplitPane();
    /** In the order of the panes. */
    private final List<ResultPaneController> shown = new ArrayList<>();
    private final OwnedStage stage;

    /**
     * Prepares the window; {@link #show} opens it.
     *
     * @param owner the main window
     * @param look how large text is
     * @param background makes results readable
     * @param saveAs asks where to save: takes a title and a file name to begin with, gives nothing when cancelled
     */
    public ResultWindow(Stage owner, LookSettings look, Background background,
            BiFunction<String, String, Optional<Path>> saveAs) {
        this.background = background;
        this.saveAs = saveAs;
        split.setId("results");
        split.getStyleClass().add("result-window");
        split.getStylesheets().add(getClass().getResource("details.css").toExternalForm());
        stage = new OwnedStage(owner, split, Messages.of("details.result.title"), look);
        stage.onSearch(() -> shown.stream().filter(ResultPaneController::focused).findFirst().orElse(shown.getLast())
                .focusSearch());
        stage.setOnHidden(_ -> List.copyOf(shown).forEach(this::remove));
    }

    /**
     * Opens the window, or shows one more result in it: beside the one before, in place of the oldest of two.
     *
     * @param job whose
     * @param result what it produced
     */
    public void show(Job job, JobResult result) {
        shown.stream().filter(pane -> pane.job() == job).findFirst().ifPresent(this::remove);
        if (shown.size() == MOST) {
            remove(shown.getFirst());
        }
        ResultPaneController pane = new ResultPaneController(background, saveAs, true, this::leave);
        split.getItems().add(Views.load("resultpane.fxml", pane));
        shown.add(pane);
        stage.open(MOST_OF_OWNER); // first, for what is measured in a hidden window finds no colours
        split.layout(); // else it would share its width anew by what the panes would like
        split.setDividerPositions(1.0 / MOST);
        pane.show(job, result);
        pane.focus();
    }

    private void leave(ResultPaneController pane) {
        remove(pane);
        if (shown.isEmpty()) {
            stage.hide();
        }
    }

    private void remove(ResultPaneController pane) {
        pane.close();
        split.getItems().remove(shown.indexOf(pane));
        shown.remove(pane);
    }
}
