package dev.jobglass.ui.common;

import java.util.List;
import javafx.css.Styleable;

/** Changes how nodes are styled, but only if that is another way: each change has JavaFX look up all styles anew. */
public final class StyleClasses {
    private static final String STATE = "state-";

    private StyleClasses() {
    }

    /**
     * Gives a node these style classes and no others.
     *
     * @param node any
     * @param classes which
     */
    public static void set(Styleable node, String... classes) {
        if (!node.getStyleClass().equals(List.of(classes))) {
            node.getStyleClass().setAll(classes);
        }
    }

    /**
     * Gives a node the style class of a state in the place of that of another.
     *
     * @param node any
     * @param state begins with {@code state-}
     */
    public static void state(Styleable node, String state) {
        if (!node.getStyleClass().contains(state)) {
            node.getStyleClass().removeIf(name -> name.startsWith(STATE));
            node.getStyleClass().add(state);
        }
    }
}
