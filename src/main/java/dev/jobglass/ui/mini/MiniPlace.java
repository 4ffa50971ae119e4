package dev.jobglass.ui.mini;

import dev.jobglass.settings.LookSettings;
import dev.jobglass.settings.MiniWindowSettings;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.input.MouseEvent;
import javafx.stage.Screen;
import javafx.stage.Stage;

/**
 * Where the mini window lies: it is dragged by any part of it, clings to the edges of the screen that it comes near to,
 * and grows away from them. JavaFX thread only.
 */
final class MiniPlace {
    /** In pixels, as all here. */
    private static final double NEAR = 24;
    private static final double DRAGGED = 4;
    private static final double FROM_EDGE = 8;

    private final Stage stage;
    private final LookSettings look;
    /** From the window's corner to the mouse that drags it. */
    private Point2D grip;
    private boolean dragged;
    /** Where it lies unless there is no room for it just now. */
    private Point2D home = Point2D.ZERO;
    private boolean atRight = true;
    private boolean atBottom = true;

    MiniPlace(Stage stage, LookSettings look) {
        this.stage = stage;
        this.look = look;
        stage.getScene().addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
        stage.getScene().addEventFilter(MouseEvent.MOUSE_DRAGGED, this::drag);
        stage.getScene().addEventFilter(MouseEvent.MOUSE_RELEASED, this::released);
    }

    /** Puts the window where it was, as far as that is on a screen still; else into the corner of another's screen. */
    void restore(Stage other) {
        MiniWindowSettings was = look.miniWindowProperty().get();
        stage.sizeToScene();
        boolean there = was != null && !Screen.getScreensForRectangle(was.x(), was.y(), NEAR, NEAR).isEmpty();
        Rectangle2D room = room(there ? was.x() : other.getX(), there ? was.y() : other.getY());
        atRight = !there || was.atRight();
        atBottom = !there || was.atBottom();
        stage.setX(there ? was.x() : room.getMaxX() - 1);
        stage.setY(there ? was.y() : room.getMaxY() - 1);
        home = new Point2D(stage.getX(), stage.getY());
    }

    /** Keeps the window at its edges and on its screen, whatever its size has become. */
    void keep() {
        if (!stage.isShowing() || grip != null) {
            return;
        }
        Parent root = stage.getScene().getRoot();
        root.applyCss();
        double width = root.prefWidth(-1);
        double height = root.prefHeight(width);
        boolean grows = height > stage.getHeight();
        if (!grows && (height != stage.getHeight() || width != stage.getWidth())) {
            stage.sizeToScene();
        }
        Rectangle2D room = room(stage.getX(), stage.getY());
        double right = room.getMaxX() - width - FROM_EDGE;
        double bottom = room.getMaxY() - height - FROM_EDGE;
        move(atRight ? right : between(room.getMinX() + FROM_EDGE, home.getX(), right),
                atBottom ? bottom : between(room.getMinY() + FROM_EDGE, home.getY(), bottom));
        if (grows) {
            stage.sizeToScene(); // only now is there room
        }
    }

    /** What there is no room for begins where there is some. */
    private static double between(double least, double value, double most) {
        return Math.max(least, Math.min(value, most));
    }

    /** {@return whether the window would be higher than its screen} */
    boolean tooHigh() {
        Parent root = stage.getScene().getRoot();
        root.applyCss();
        return stage.isShowing() && root.prefHeight(root.prefWidth(-1)) > room(stage.getX(), stage.getY()).getHeight()
                - 2 * FROM_EDGE;
    }

    private static Rectangle2D room(double x, double y) {
        return Screen.getScreensForRectangle(x, y, 1, 1).stream().findFirst().orElse(Screen.getPrimary())
                .getVisualBounds();
    }

    private void move(double x, double y) {
        if (stage.getX() != x) {
            stage.setX(x);
        }
        if (stage.getY() != y) {
            stage.setY(y);
        }
    }

    private void pressed(MouseEvent event) {
        grip = new Point2D(event.getScreenX() - stage.getX(), event.getScreenY() - stage.getY());
        dragged = false;
    }

    private void drag(MouseEvent event) {
        if (grip == null) {
            return;
        }
        double x = event.getScreenX() - grip.getX();
        double y = event.getScreenY() - grip.getY();
        dragged |= Math.hypot(x - stage.getX(), y - stage.getY()) > DRAGGED;
        if (dragged) {
            move(x, y);
            event.consume();
        }
    }

    private void released(MouseEvent event) {
        grip = null;
        if (!dragged) {
            return;
        }
        event.consume(); // it was no click
        stage.getScene().getRoot().lookupAll(".button").forEach(row -> ((Button) row).disarm());
        Rectangle2D room = room(stage.getX() + stage.getWidth() / 2, stage.getY() + stage.getHeight() / 2);
        atRight = stage.getX() + stage.getWidth() > room.getMaxX() - NEAR;
        atBottom = stage.getY() + stage.getHeight() > room.getMaxY() - NEAR;
        move(stage.getX() < room.getMinX() + NEAR ? room.getMinX() + FROM_EDGE : stage.getX(),
                stage.getY() < room.getMinY() + NEAR ? room.getMinY() + FROM_EDGE : stage.getY());
        home = new Point2D(stage.getX(), stage.getY());
        keep();
        look.miniWindowProperty().set(new MiniWindowSettings(stage.getX(), stage.getY(), atRight, atBottom));
    }
}
