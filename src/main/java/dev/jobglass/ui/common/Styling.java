package dev.jobglass.ui.common;

import javafx.scene.Node;
import javafx.stage.Window;

/** Styles that are needed before the next pulse. JavaFX thread only. */
public final class Styling {
    private Styling() {
    }

    /**
     * Has a node wear its styles at once, for whoever measures it. In a closed window JavaFX would find no colours, and
     * complain of each; there it wears them when the window is opened again.
     *
     * @param node in whatever scene, or in none
     */
    public static void now(Node node) {
        if (!inClosedWindow(node)) {
            node.applyCss();
        }
    }

    /** {@return whether a node is in a window that is not shown} */
    public static boolean inClosedWindow(Node node) {
        Window window = node.getScene() == null ? null : node.getScene().getWindow();
        return window != null && !window.isShowing();
    }
}
