package dev.jobglass.ui.common;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;

/** A tooltip for one of many nodes: each is a window of its own, so it is made when the pointer comes by. */
public final class LazyTooltip {
    private LazyTooltip() {
    }

    /**
     * Has a node say something when the pointer rests on it.
     *
     * @param node any
     * @param text what it says, as it is when it is shown
     */
    public static void install(Node node, Supplier<String> text) {
        node.setOnMouseEntered(_ -> {
            node.setOnMouseEntered(null);
            Tooltip tip = new Tooltip();
            tip.setOnShowing(_ -> tip.setText(text.get()));
            Tooltip.install(node, tip);
        });
    }
}
