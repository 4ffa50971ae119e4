package dev.jobglass.app;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Cell;
import javafx.scene.control.Control;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/** Whether the Tab key leads everywhere, and one can see where it has led. */
final class FocusRules {
    private static final int MOST_STEPS = 120;

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
        Node other = scene.getRoot();
        boolean traversable = other.isFocusTraversable();
        other.setFocusTraversable(true);
        other.requestFocus();
        region.applyCss();
        List<Object> without = look(region);
        region.requestFocus();
        other.setFocusTraversable(traversable);
        return with.equals(without)
                ? Optional.of("looks the same with the focus: " + LayoutRules.name(region))
                : Optional.empty();
    }

    private static List<Object> look(Region region) {
        List<Object> look = new ArrayList<>();
        look.add(Optional.ofNullable(region.getBackground()));
        look.add(Optional.ofNullable(region.getBorder()));
        for (Node child : region.getChildrenUnmodifiable()) {
            if (child instanceof Region part) {
                look.add(Optional.ofNullable(part.getBackground()));
                look.add(Optional.ofNullable(part.getBorder()));
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
