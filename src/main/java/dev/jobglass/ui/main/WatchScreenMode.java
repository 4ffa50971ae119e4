package dev.jobglass.ui.main;

import dev.jobglass.model.JobFilter;
import dev.jobglass.monitor.UiClock;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.ui.common.Pause;
import dev.jobglass.ui.watchscreen.Notice;
import dev.jobglass.ui.watchscreen.WatchScreen;
import java.time.Duration;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.ObservableList;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.stage.Screen;
import javafx.stage.Stage;

/**
 * Puts the watch screen over the dashboard, and away again. The dashboard stays in the scene meanwhile: put back into
 * it, JavaFX would warn of colours it cannot find. JavaFX thread only.
 */
final class WatchScreenMode {
    private final Stage stage;
    private final Scene scene;
    private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper(this, "shown");
    private final ReadOnlyBooleanWrapper away = new ReadOnlyBooleanWrapper(this, "away");
    /** The desktop takes a moment to put a window back. */
    private final Pause back = new Pause(Duration.ofMillis(400), () -> away.set(shown.get()));
    private final PauseTransition unlessFull = new PauseTransition(javafx.util.Duration.seconds(1));
    private final Pane root;
    private WatchScreen watchScreen;
    private Node dashboard;
    /** What had the focus before. */
    private Node focused;
    /** Where the window was before. */
    private Rectangle2D place;
    private boolean filled;

    WatchScreenMode(Stage stage, Scene scene, Pane root) {
        this.root = root;
        this.stage = stage;
        this.scene = scene;
        unlessFull.setOnFinished(_ -> fillTheScreen());
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

    /**
     * {@return whether the window is not at its place: the watch screen is shown, or was until just now} What opens in
     * the middle of the window is to wait for its end.
     */
    ReadOnlyBooleanProperty awayProperty() {
        return away.getReadOnlyProperty();
    }

    /** Names the dashboard. */
    void above(Node below) {
        root.getChildren().remove(dashboard);
        root.getChildren().add(below);
        dashboard = below;
        focused = null;
        showDashboard(!shown.get());
    }

    private void showDashboard(boolean there) {
        dashboard.setVisible(there);
        dashboard.setManaged(there);
    }

    /** Shows it, or shows it anew when it is there already. */
    void enter(Workspace workspace, UiClock now, JobFilter filter, ObservableList<Notice> notices,
            double textScale) {
        if (shown.get()) {
            watchScreen.close();
            root.getChildren().remove(watchScreen.root());
        }
        watchScreen = new WatchScreen(workspace, now, filter, notices, textScale);
        root.getChildren().addFirst(watchScreen.root()); // so that it is what is found by its name
        if (shown.get()) {
            return;
        }
        focused = scene.getFocusOwner();
        showDashboard(false);
        shown.set(true);
        away.set(true);
        place = new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
        stage.setFullScreen(true);
        unlessFull.playFromStart();
    }

    /** Screens on walls often have no window manager, and without one nobody makes a window fill them. */
    private void fillTheScreen() {
        Rectangle2D all = Screen.getScreensForRectangle(place.getMinX(), place.getMinY(), 1, 1).stream().findFirst()
                .orElse(Screen.getPrimary()).getBounds();
        if (shown.get() && (stage.getWidth() < all.getWidth() || stage.getHeight() < all.getHeight())) {
            filled = true;
            put(all);
        }
    }

    private void put(Rectangle2D where) {
        stage.setX(where.getMinX());
        stage.setY(where.getMinY());
        stage.setWidth(where.getWidth());
        stage.setHeight(where.getHeight());
    }

    /** Stops to follow jobs, at the end of the program: what waits for the user has no time left to open. */
    void close() {
        unlessFull.stop();
        if (shown.get()) {
            watchScreen.close();
        }
    }

    void leave() {
        if (shown.get()) {
            watchScreen.close();
            root.getChildren().remove(watchScreen.root());
            showDashboard(true);
            (focused == null ? dashboard.lookup("#jobs") : focused).requestFocus();
            shown.set(false);
            stage.setFullScreen(false);
            unlessFull.stop();
            if (filled || !stage.isShowing()) { // of a window that is gone no desktop restores the size
                filled = false;
                put(place);
            }
            back.begin();
        }
    }
}
