package dev.jobglass.ui.common;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/** What is as wide as its place and can be scrolled up and down. JavaFX thread only. */
public final class Scrolling {
    private Scrolling() {
    }

    /**
     * {@return a pane in which to scroll to what there is not room for}
     *
     * @param content wraps at any width
     * @param styleClass of the pane
     */
    public static ScrollPane down(Node content, String styleClass) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add(styleClass);
        return scroll;
    }
}
