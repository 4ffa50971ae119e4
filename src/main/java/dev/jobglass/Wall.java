package dev.jobglass;

import dev.jobglass.board.JobFilter;
import dev.jobglass.board.Now;
import dev.jobglass.board.Watching;
import dev.jobglass.watchscreen.Notice;
import dev.jobglass.watchscreen.WatchScreen;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.ObservableList;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;

/** Puts the watch screen in the dashboard's place, and back. JavaFX thread only. */
final class Wall {
    private final Stage stage;
    private final Scene scene;
    private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper(this, "shown");
    private WatchScreen watchScreen;
    private Parent dashboard;

    Wall(Stage stage, Scene scene) {
        this.stage = stage;
        this.scene = scene;
        // Our own Esc, so that the hint of JavaFX does not lie over the jobs.
        stage.setFullScreenExitHint("");
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (shown.get() && (event.getCode() == KeyCode.ESCAPE || event.getCode() == KeyCode.F11)) {
                leave();
                event.consume();
            }
        });
        stage.fullScreenProperty().addListener((_, _, full) -> {
            if (!full && shown.get()) {
                leave(); // the desktop has its own ways to end it
            }
        });
    }

    /** {@return whether the watch screen is shown} */
    ReadOnlyBooleanProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }

    void enter(Watching watching, Now now, JobFilter filter, ObservableList<Notice> notices, double textScale) {
        List.copyOf(Window.getWindows()).stream()
                .filter(open -> open instanceof Stage dialog && dialog.getOwner() == stage).forEach(Window::hide);
        dashboard = scene.getRoot();
        watchScreen = new WatchScreen(watching, now, filter, notices, textScale);
        scene.setRoot(watchScreen.root());
        shown.set(true);
        stage.setFullScreen(true);
    }

    void leave() {
        if (shown.get()) {
            watchScreen.close();
            scene.setRoot(dashboard);
            shown.set(false);
            stage.setFullScreen(false);
        }
    }
}
