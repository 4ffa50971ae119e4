package dev.jobglass.ui.history;

import dev.jobglass.history.History;
import dev.jobglass.monitor.UiClock;
import dev.jobglass.settings.LookSettings;
import dev.jobglass.text.Messages;
import dev.jobglass.ui.common.Background;
import dev.jobglass.ui.common.OwnedStage;
import dev.jobglass.ui.common.Views;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.stage.Stage;

/** Looks back over every change that was seen. Not modal. */
public final class HistoryWindow {
    private final OwnedStage stage;
    private final HistoryController controller;
    // Held here, since the settings outlive the window and know it only weakly.
    private final InvalidationListener textSize;

    /**
     * Prepares the window; {@link #show} opens it.
     *
     * @param history what to search
     * @param clock tells today
     * @param look how large text is
     * @param owner the main window
     * @param saveAs asks where to save: takes a title and a file name to begin with, gives nothing when cancelled
     * @param background works for this window
     */
    public HistoryWindow(History history, UiClock clock, LookSettings look, Stage owner,
            BiFunction<String, String, Optional<Path>> saveAs, Background background) {
        controller = new HistoryController(history, clock, saveAs, background);
        textSize = _ -> controller.textScale(look.textScale());
        look.textSizeProperty().addListener(new WeakInvalidationListener(textSize));
        stage = new OwnedStage(owner, Views.load("history.fxml", controller), Messages.of("history.title"), look);
        controller.textScale(look.textScale());
    }

    /** Opens it, or brings it to the front, with the newest changes. */
    public void show() {
        controller.search();
        stage.open(1);
    }
}
