package dev.jobglass.ui.jobs;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/** Whether a user is just using a node: the pointer moved over it or a key was used there a moment ago. */
final class InteractionMonitor implements BooleanSupplier {
    private static final long MOMENT = TimeUnit.MILLISECONDS.toNanos(1_500);

    private long last = System.nanoTime() - MOMENT;
    private boolean keyHeld;

    InteractionMonitor(Node node) {
        node.addEventFilter(MouseEvent.MOUSE_MOVED, _ -> touch());
        node.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> touch());
        node.addEventFilter(ScrollEvent.SCROLL, _ -> touch());
        node.addEventFilter(KeyEvent.KEY_PRESSED, _ -> {
            keyHeld = true;
            touch();
        });
        node.addEventFilter(KeyEvent.KEY_RELEASED, _ -> keyHeld = false);
        node.focusedProperty().addListener((_, _, focused) -> keyHeld &= focused);
    }

    private void touch() {
        last = System.nanoTime();
    }

    @Override
    public boolean getAsBoolean() {
        return keyHeld || System.nanoTime() - last < MOMENT;
    }
}
