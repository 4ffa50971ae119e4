package dev.jobglass.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Cell;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;

/** What holds of every window that is laid out, whatever its size, text, language, colours and contents. */
final class LayoutRules {
    /** In pixels; layouts round. */
    private static final double TOLERANCE = 1.5;
    /** In pixels, for a finger and for a hand that is not steady. */
    private static final double LEAST_TARGET = 20;
    /** Ids and numbers as they usually are; others are somebody's own, and may be cut where the whole can be seen. */
    private static final Pattern USUAL = Pattern.compile("[\\w.,:%+ -]{1,20}");
    /** Numbers and ids: half of one says something else. */
    private static final Set<String> NEVER_CUT = Set.of("number", "percent", "tile-number", "big", "mono");
    /** Their insides move under a window of their own. */
    private static final Set<String> SCROLLED = Set.of("virtual-flow", "table-header-row", "viewport",
            "tab-header-area", "column-header-background", "scroll-bar", "chart-content");

    /** What collapses for lack of room is laid out once more. */
    private static final int PASSES = 2;

    private final List<String> broken = new ArrayList<>();

    private LayoutRules() {
    }

    /** {@return what is wrong, a line each; empty when all is well} */
    static List<String> broken(Scene scene) {
        for (int pass = 0; pass < PASSES; pass++) { // what has just changed is laid out with the next pulse only
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
        LayoutRules rules = new LayoutRules();
        rules.visit(scene.getRoot(), scene.getRoot().getLayoutBounds(), false);
        rules.broken.addAll(TextContrast.low(scene));
        return rules.broken;
    }

    private void visit(Node node, Bounds window, boolean scrolled) {
        if (!node.isVisible() || node.getOpacity() == 0) {
            return;
        }
        if (!scrolled && (node instanceof Control || node instanceof Text)) {
            inside(node, window);
        }
        if (node instanceof ButtonBase || node instanceof TextInputControl || node instanceof ComboBoxBase
                || node instanceof Slider || node instanceof Spinner) {
            largeEnough(node);
        }
        if (node instanceof Labeled labeled) {
            readable(labeled);
        }
        if (node instanceof TextInputControl input) {
            if (!(input instanceof TextArea)) {
                promptFits(input);
            }
            return; // what is typed may be longer
        }
        boolean within = scrolled || node instanceof ScrollPane
                || node.getStyleClass().stream().anyMatch(SCROLLED::contains);
        if (node instanceof Parent parent) {
            boolean drawnTogether = parent instanceof VBox box && box.getSpacing() < 0;
            if (!drawnTogether && (parent instanceof HBox || parent instanceof VBox || parent instanceof FlowPane
                    || parent instanceof GridPane || parent instanceof BorderPane)) {
                apart(parent);
            }
            parent.getChildrenUnmodifiable().forEach(child -> visit(child, window, within));
        }
    }

    /** No visible node leaves its window. */
    private void inside(Node node, Bounds window) {
        // Not by the scene, which is smaller than its root where that is taller than the headless screen.
        Parent root = node.getScene().getRoot();
        Bounds bounds = root.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        if (bounds.getWidth() > 0 && (bounds.getMinX() < window.getMinX() - TOLERANCE
                || bounds.getMinY() < window.getMinY() - TOLERANCE || bounds.getMaxX() > window.getMaxX() + TOLERANCE
                || bounds.getMaxY() > window.getMaxY() + TOLERANCE)) {
            broken.add("leaves the window: " + name(node) + " at " + words(bounds));
        }
    }

    /** None covers a sibling, or leaves what it is laid out in. */
    private void apart(Parent parent) {
        List<Node> children = parent.getChildrenUnmodifiable().stream()
                .filter(child -> child.isVisible() && child.isManaged() && child.getOpacity() > 0
                        && child.getLayoutBounds().getWidth() > 0 && child.getLayoutBounds().getHeight() > 0)
                .toList();
        for (int i = 0; i < children.size(); i++) {
            Bounds one = children.get(i).localToParent(children.get(i).getLayoutBounds());
            Bounds all = parent.getLayoutBounds();
            if (one.getMaxX() > all.getMaxX() + TOLERANCE || one.getMinX() < all.getMinX() - TOLERANCE
                    || one.getMaxY() > all.getMaxY() + TOLERANCE || one.getMinY() < all.getMinY() - TOLERANCE) {
                broken.add("leaves its parent: " + name(children.get(i)) + " at " + words(one) + " in "
                        + words(all));
            }
            for (int j = i + 1; j < children.size(); j++) {
                Bounds other = children.get(j).localToParent(children.get(j).getLayoutBounds());
                double across = Math.min(one.getMaxX(), other.getMaxX()) - Math.max(one.getMinX(), other.getMinX());
                double down = Math.min(one.getMaxY(), other.getMaxY()) - Math.max(one.getMinY(), other.getMinY());
                if (across > TOLERANCE && down > TOLERANCE) {
                    broken.add("covers a sibling: " + name(children.get(i)) + " and " + name(children.get(j)));
                }
            }
        }
    }

    /** Nothing to be clicked is too small to be hit. */
    private void largeEnough(Node node) {
        Bounds bounds = node.getLayoutBounds();
        if (node.isManaged() && Math.min(bounds.getWidth(), bounds.getHeight()) < LEAST_TARGET - 0.5) {
            broken.add("too small to be hit: " + name(node) + " %.0f × %.0f".formatted(bounds.getWidth(),
                    bounds.getHeight()));
        }
    }

    /** No text is cut without its whole in a tooltip; numbers and ids never. */
    private void readable(Labeled labeled) {
        String whole = labeled.getText();
        if (whole == null || whole.isEmpty()) {
            return;
        }
        for (Node child : labeled.getChildrenUnmodifiable()) {
            if (child instanceof Text text && text.isVisible()) {
                String said = labeled.isMnemonicParsing() ? whole.replace("_", "") : whole;
                // With its dots it may be as long as the whole; without, it is of the layout before.
                boolean cut = text.getText().length() < said.length()
                        || text.getText().contains(labeled.getEllipsisString()) && !said.equals(text.getText());
                boolean number = USUAL.matcher(whole).matches()
                        && labeled.getStyleClass().stream().anyMatch(NEVER_CUT::contains);
                if (cut && (number || !hasTooltip(labeled))) {
                    broken.add("cut: " + name(labeled) + " shows only “" + text.getText() + "”");
                }
                if (text.getLayoutBounds().getHeight() > labeled.getHeight() + TOLERANCE + 1) {
                    broken.add("cut below: " + name(labeled)
                            + " %.0f of %.0f".formatted(labeled.getHeight(), text.getLayoutBounds().getHeight()));
                }
            }
        }
    }

    private static boolean hasTooltip(Node node) {
        for (Node one = node; one != null; one = one.getParent()) {
            if (one instanceof Cell<?> cell && cell.getTooltip() == null) { // made when the pointer comes by
                Event.fireEvent(cell, new MouseEvent(MouseEvent.MOUSE_ENTERED, 0, 0, 0, 0, MouseButton.NONE, 0, false,
                        false, false, false, false, false, false, false, false, false, null));
            }
            if (one instanceof Control control && control.getTooltip() != null
                    || one.getProperties().containsKey("javafx.scene.control.Tooltip")) {
                return true;
            }
        }
        return false;
    }

    /** What a field asks for can be read to its end. */
    private void promptFits(TextInputControl input) {
        if (input.getText() != null && !input.getText().isEmpty() || input.getPromptText() == null) {
            return;
        }
        Text measured = new Text(input.getPromptText());
        measured.setFont(input.getFont());
        double room = input.getWidth() - input.getInsets().getLeft() - input.getInsets().getRight();
        if (measured.getLayoutBounds().getWidth() > room + TOLERANCE) {
            broken.add("cut: prompt of " + name(input) + " “" + input.getPromptText() + "”");
        }
    }

    /** {@return a node as one finds it in the code: its own id or style and those of what it is in} */
    static String name(Node node) {
        StringBuilder name = new StringBuilder();
        int named = 0;
        for (Node one = node; one != null && named < 3; one = one.getParent()) {
            String own = one.getId() != null
                    ? "#" + one.getId()
                    : one.getStyleClass().isEmpty() ? "" : "." + String.join(".", one.getStyleClass());
            if (!own.isEmpty()) {
                name.insert(0, own + (named == 0 ? "" : " > "));
                named++;
            }
        }
        return name + (node instanceof Labeled labeled && labeled.getText() != null
                ? " “" + labeled.getText().lines().findFirst().orElse("") + "”"
                : "");
    }

    private static String words(Bounds bounds) {
        return "%.0f,%.0f–%.0f,%.0f".formatted(bounds.getMinX(), bounds.getMinY(), bounds.getMaxX(),
                bounds.getMaxY());
    }
}
