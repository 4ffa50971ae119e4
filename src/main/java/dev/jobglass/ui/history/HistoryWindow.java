package dev.jobglass.ui.history;

import dev.jobglass.model.Job;
import dev.jobglass.monitor.UiClock;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.settings.LookSettings;
import dev.jobglass.text.Messages;
import dev.jobglass.ui.common.Background;
import dev.jobglass.ui.common.OwnedStage;
import dev.jobglass.ui.common.Views;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.stage.Stage;

/** Looks back over every change that was seen. Not modal. */
public final class HistoryWindow {
    private final OwnedStage stage;
    private final HistoryController controller;
    // Held here, since the settings outlive the window and know it only weakly.
    private final InvalidationListener textSize;
    private final InvalidationListener time;

    /**
     * Prepares the window; {@link #show} opens it.
     *
     * @param workspace whose history to search, and the jobs of today
     * @param clock tells today
     * @param showJob shows a job in the owner
     * @param look how large text is
     * @param owner the main window
     * @param saveAs asks where to save: takes a title and a file name to begin with, gives nothing when cancelled
     * @param background works for this window
     */
    public HistoryWindow(Workspace workspace, UiClock clock, LookSettings look, Stage owner, Consumer<Job> showJob,
            BiFunction<String, String, Optional<Path>> saveAs, Background background) {
        controller = new HistoryController(workspace, clock, job -> {
            hide(); // it would lie on what it shows
            showJob.accept(job);
        }, saveAs, background);
        textSize = _ -> controller.textScale(look.textScale());
        look.textSizeProperty().addListener(new WeakInvalidationListener(textSize));
        stage = new OwnedStage(owner, Views.load("history.fxml", controller), Messages.of("history.title"), look);
        controller.textScale(look.textScale());
        stage.onSearch(controller::focusSearch);
        time = _ -> {
            if (stage.isShowing()) {
                controller.refresh();
            }
        };
        clock.timeProperty().addListener(new WeakInvalidationListener(time));
    }

    private void hide() {
        stage.hide();
    }

    /** Opens it, or brings it to the front, with the newest changes. */
    public void show() {
        controller.search();
        boolean opens = !stage.isShowing();
        stage.open(1);
        if (opens) {
            controller.focusSearch(); // not the button pressed last
        }
    }
}
