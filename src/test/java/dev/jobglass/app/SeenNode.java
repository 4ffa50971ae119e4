package dev.jobglass.app;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.text.Text;
import javafx.stage.Window;

/** Where a user sees something, and could click it. JavaFX thread only. */
record SeenNode(Window window, Point2D middle) {
    /** {@return where something is seen, in the window opened last if in several; or null} */
    static SeenNode of(String what) {
        boolean query = what.startsWith("#") || what.startsWith(".");
        return List.copyOf(Window.getWindows()).reversed().stream().map(Window::getScene)
                .flatMap(scene -> scene.getRoot().lookupAll(query ? what : ".text").stream())
                .filter(node -> query || node instanceof Text text && what.equals(text.getText()))
                .filter(node -> Stream.iterate(node, Objects::nonNull, Node::getParent).allMatch(Node::isVisible))
                .map(node -> new SeenNode(node.getScene().getWindow(),
                        node.localToScreen(middle(node.getLayoutBounds()))))
                .filter(seen -> seen.middle() != null).findFirst().orElse(null);
    }

    private static Point2D middle(Bounds bounds) {
        return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    }
}
