package dev.jobglass.ui.mini;

import dev.jobglass.model.Job;
import dev.jobglass.monitor.UiClock;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.settings.LookSettings;
import dev.jobglass.text.Messages;
import dev.jobglass.ui.common.TextSizeKeys;
import java.time.Instant;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.value.ChangeListener;
import javafx.collections.ListChangeListener;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javafx.util.Duration;

/**
 * A small window without a frame, in front of all others, at the edge of the screen where the user has put it. It shows
 * more under the mouse and fades while all is well. JavaFX thread only.
 */
final class MiniStage {
    private static final int ROWS = 3;
    private static final int ROWS_UNDER_MOUSE = 10;
    private static final double FADED = 0.45;
    private static final KeyCombination KEYS = new KeyCodeCombination(KeyCode.M, KeyCombination.SHORTCUT_DOWN);

    private final UiClock clock;
    private final MiniController controller;
    private final Stage stage = new Stage(StageStyle.UNDECORATED);
    private final Scene scene;
    private final MiniPlace place;
    // Held here, for the main window's scene knows it only as long as this window is shown.
    private final ListChangeListener<String> sheets;
    private final ChangeListener<Instant> tick = (_, _, _) -> show();
    private final Stage main;
    /** Until it is sure that the mouse has left. */
    private final PauseTransition left = new PauseTransition(Duration.millis(250));
    /** Whether the mouse points into it. */
    private boolean pointed;

    MiniStage(Workspace workspace, UiClock clock, LookSettings look, Stage main, Consumer<Job> choose) {
        this.clock = clock;
        this.main = main;
        controller = new MiniController(workspace, choose);
        Parent root = controller.load();
        scene = new Scene(root);
        scene.getStylesheets().setAll(main.getScene().getStylesheets());
        sheets = _ -> scene.getStylesheets().setAll(main.getScene().getStylesheets());
        stage.setScene(scene);
        stage.setAlwaysOnTop(true);
        stage.setTitle(Messages.of("mini.title"));
        stage.getIcons().setAll(main.getIcons());
        place = new MiniPlace(stage, look);
        // One that only lies there points at nothing; and while the window grows, the mouse seems to leave it.
        scene.addEventFilter(MouseEvent.MOUSE_MOVED, _ -> {
            left.stop();
            pointed(true);
        });
        scene.addEventFilter(MouseEvent.MOUSE_ENTERED, _ -> left.stop());
        scene.setOnMouseExited(_ -> left.playFromStart());
        left.setOnFinished(_ -> pointed(false));
        stage.focusedProperty().subscribe(this::fade);
        scene.focusOwnerProperty().subscribe(this::fade);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE || KEYS.match(event)) {
                close();
                event.consume();
            }
        });
        new TextSizeKeys(look).understand(scene);
        stage.setOnHidden(_ -> {
            left.stop();
            clock.timeProperty().removeListener(tick);
            main.getScene().getStylesheets().removeListener(sheets);
        });
    }

    /** Shows it, once. */
    void open() {
        main.getScene().getStylesheets().addListener(sheets);
        clock.timeProperty().addListener(tick);
        show();
        place.restore(main);
        stage.show();
        place.keep();
        scene.getRoot().requestFocus(); // no row is chosen yet
    }

    /** {@return whether it is there} */
    boolean isShowing() {
        return stage.isShowing();
    }

    /** Puts it away for good. */
    void close() {
        stage.hide();
    }

    private void pointed(boolean now) {
        if (pointed != now) {
            pointed = now;
            show();
        }
    }

    private void show() {
        int most = pointed ? ROWS_UNDER_MOUSE : ROWS;
        controller.show(most, clock.get());
        while (most > 1 && place.tooHigh()) {
            most--;
            controller.show(most, clock.get());
        }
        fade();
        place.keep();
    }

    private void fade() {
        boolean looked = pointed || stage.isFocused() && scene.getFocusOwner() instanceof MiniRow;
        stage.setOpacity(controller.allIsWell() && !looked ? FADED : 1);
    }
}
