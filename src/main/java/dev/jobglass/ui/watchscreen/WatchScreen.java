package dev.jobglass.ui.watchscreen;

import dev.jobglass.model.JobFilter;
import dev.jobglass.monitor.UiClock;
import dev.jobglass.monitor.Workspace;
import javafx.collections.ObservableList;
import javafx.scene.Cursor;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;

/** The screen on the wall, for as long as it is shown. JavaFX thread only. */
public final class WatchScreen implements AutoCloseable {
    private final WatchScreenController controller;
    private final Parent root;

    /**
     * Begins to follow servers.
     *
     * @param workspace of the servers
     * @param clock the ticking time
     * @param filter which jobs count at all
     * @param notices what else there is to say
     * @param textScale how large the letters are against the usual, positive
     */
    public WatchScreen(Workspace workspace, UiClock clock, JobFilter filter, ObservableList<Notice> notices,
            double textScale) {
        controller = new WatchScreenController(workspace, clock, filter, notices, textScale);
        root = new StackPane(controller.load());
        root.getStyleClass().add("watch-frame");
        root.getStylesheets().add(getClass().getResource("watchscreen.css").toExternalForm());
        root.setCursor(Cursor.NONE);
    }

    /** {@return what to show} */
    public Parent root() {
        return root;
    }

    @Override
    public void close() {
        controller.close();
    }
}
