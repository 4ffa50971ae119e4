package dev.jobglass.watchscreen;

import dev.jobglass.text.Messages;
import dev.jobglass.board.JobFilter;
import dev.jobglass.board.Now;
import dev.jobglass.board.Overview;
import java.io.IOException;
import java.io.UncheckedIOException;
import javafx.collections.ObservableList;
import javafx.fxml.FXMLLoader;
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
     * @param overview of the servers
     * @param now the ticking time
     * @param filter which jobs count at all
     * @param notices what else there is to say
     * @param textScale how large the letters are against the usual, positive
     */
    public WatchScreen(Overview overview, Now now, JobFilter filter, ObservableList<Notice> notices,
            double textScale) {
        controller = new WatchScreenController(overview, now, filter, notices, textScale);
        FXMLLoader loader = new FXMLLoader(getClass().getResource("watchscreen.fxml"), Messages.bundle());
        loader.setController(controller);
        try {
            root = new StackPane(loader.<Parent>load());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        root.getStyleClass().add("wall");
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
