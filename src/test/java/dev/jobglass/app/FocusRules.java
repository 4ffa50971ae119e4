package dev.jobglass.app;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Cell;
import javafx.scene.control.Control;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Border;
import javafx.scene.layout.Region;

/** Whether the Tab key leads everywhere, and one can see where it has led. */
final class FocusRules {
    private static final int MOST_STEPS = 120;
    /** In pixels. */
    private static final double TOLERANCE = 0.5;

    private FocusRules() {
    }

    /** {@return what is wrong, a line each} */
    static List<String> broken(Scene scene) {
        Set<Node> wanted = new LinkedHashSet<>();
        collect(scene.getRoot(), wanted);
        List<String> broken = new ArrayList<>();
        if (wanted.isEmpty()) {
            return broken;
        }
        Node before = scene.getFocusOwner();
        wanted.iterator().next().requestFocus();
        Set<Node> reached = new LinkedHashSet<>();
        for (int step = 0; step < MOST_STEPS && scene.getFocusOwner() != null
                && reached.add(scene.getFocusOwner()); step++) {
            Node focused = scene.getFocusOwner();
            if (focused instanceof Region region && wanted.contains(focused)) {
                seen(region, scene).ifPresent(broken::add);
            }
            Event.fireEvent(focused, new KeyEvent(KeyEvent.KEY_PRESSED, "\t", "\t", KeyCode.TAB, false, false, false,
                    false));
        }
        wanted.stream().filter(node -> !reached.contains(node))
                .forEach(node -> broken.add("not reached by Tab: " + LayoutRules.name(node)));
        if (before != null) {
            before.requestFocus();
        }
        return broken;
    }

    /** What is looked at is painted otherwise while it has the focus. */
    private static Optional<String> seen(Region region, Scene scene) {
        region.applyCss();
        List<Object> with = look(region);
        Border ring = region.getBorder();
        Insets around = region.getInsets();
        Node other = scene.getRoot();
        boolean traversable = other.isFocusTraversable();
        other.setFocusTraversable(true);
        other.requestFocus();
        region.applyCss();
        List<Object> without = look(region);
        boolean grows = !around.equals(region.getInsets());
        boolean onlyTheRing = !Objects.equals(ring, region.getBorder()) && differences(with, without) == 1;
        region.requestFocus();
        other.setFocusTraversable(traversable);
        if (grows) {
            return Optional.of("has another size with the focus: " + LayoutRules.name(region) + around);
        }
        return with.equals(without) || onlyTheRing && ring != null && !seen(ring, region)
                ? Optional.of("looks the same with the focus: " + LayoutRules.name(region))
                : Optional.empty();
    }

    private static long differences(List<Object> with, List<Object> without) {
        return IntStream.range(0, with.size()).filter(i -> !with.get(i).equals(without.get(i))).count();
    }

    /** A ring lies outside what it is around, where a pane that scrolls or cuts may hide it: two sides are seen. */
    private static boolean seen(Border ring, Region region) {
        Insets out = ring.getOutsets();
        Bounds around = region.localToScene(new BoundingBox(-out.getLeft(), -out.getTop(),
                region.getWidth() + out.getLeft() + out.getRight(),
                region.getHeight() + out.getTop() + out.getBottom()));
        Bounds room = new BoundingBox(0, 0, region.getScene().getWidth(), region.getScene().getHeight());
        for (Parent parent = region.getParent(); parent != null; parent = parent.getParent()) {
            if (parent.getClip() != null) {
                Bounds clip = parent.localToScene(parent.getClip().getBoundsInParent());
                double left = Math.max(room.getMinX(), clip.getMinX());
                double top = Math.max(room.getMinY(), clip.getMinY());
                room = new BoundingBox(left, top, Math.max(0, Math.min(room.getMaxX(), clip.getMaxX()) - left),
                        Math.max(0, Math.min(room.getMaxY(), clip.getMaxY()) - top));
            }
        }
        return Stream.of(around.getMinX() >= room.getMinX() - TOLERANCE, around.getMinY() >= room.getMinY() - TOLERANCE,
                around.getMaxX() <= room.getMaxX() + TOLERANCE, around.getMaxY() <= room.getMaxY() + TOLERANCE)
                .filter(side -> side).count() >= 2;
    }

    private static List<Object> look(Region region) {
        List<Object> look = new ArrayList<>();
        look.add(Optional.ofNullable(region.getBackground()));
        look.add(Optional.ofNullable(region.getBorder()));
        for (Node child : region.getChildrenUnmodifiable()) {
            if (child instanceof Region part && !child.isFocusTraversable()) {
                look.addAll(look(part));
            }
        }
        return look;
    }

    private static void collect(Node node, Set<Node> wanted) {
        if (!node.isVisible() || node.isDisabled() || node instanceof Cell || node instanceof ScrollBar) {
            return;
        }
        boolean byArrows = node instanceof ToggleButton toggle && toggle.getToggleGroup() != null;
        if (node instanceof Control && node.isFocusTraversable() && !byArrows) {
            wanted.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, wanted));
        }
    }
}
