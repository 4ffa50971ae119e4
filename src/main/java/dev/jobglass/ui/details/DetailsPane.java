package dev.jobglass.ui.details;

import dev.jobglass.settings.LookSettings;
import dev.jobglass.ui.common.Later;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;

/**
 * A pane to the right of the table, such as the details of the selected job, where the window has room for both. Its
 * place is there with the first rows; it is made and put there once these are painted, so that they need not wait.
 */
public final class DetailsPane {
    /** In pixels; narrower windows show the table alone. */
    private static final double LEAST_WIDTH_FOR_TWO = 1150;

    private final SplitPane split;
    private final LookSettings look;
    private final Supplier<Node> pane;
    private final StackPane place = new StackPane();

    /**
     * Prepares the place.
     *
     * @param look knows how wide the user made it
     * @param pane makes what stands there, once
     */
    public DetailsPane(SplitPane split, LookSettings look, Supplier<Node> pane) {
        this.split = split;
        this.look = look;
        this.pane = pane;
        place.getStyleClass().add("beside");
    }

    /** Opens it, from now on whenever there is room. */
    public void open() {
        fit();
        // The window's width: that of the split never falls below what the two need beside each other.
        split.sceneProperty().flatMap(Scene::widthProperty).addListener((_, _, width) -> {
            if (width != null) { // null once it is in no window
                fit();
            }
        });
        Later.afterPulses(split.getScene(), 2, () -> place.getChildren().setAll(pane.get()));
    }

    private void fit() {
        if (split.getScene().getWidth() < LEAST_WIDTH_FOR_TWO) {
            split.getItems().remove(place);
        } else if (!split.getItems().contains(place)) {
            split.getItems().add(place);
            SplitPane.setResizableWithParent(place, false);
            split.applyCss();
            placeDivider();
            // Again once all is laid out: a window that is just opening may still have another width.
            Later.afterPulses(split.getScene(), 1, () -> {
                if (split.getItems().contains(place)) {
                    placeDivider();
                }
            });
            // Only a hand on the divider chooses: it also moves when the window gets another size.
            split.lookupAll(".split-pane-divider").forEach(divider -> divider.addEventHandler(
                    MouseEvent.MOUSE_RELEASED,
                    _ -> look.detailsWidthProperty().set(place.getLayoutBounds().getWidth())));
        }
    }

    private void placeDivider() {
        double width = split.getWidth() > 0 ? split.getWidth() : split.getScene().getWidth();
        double usual = look.detailsWidthProperty().get() > 0 ? look.detailsWidthProperty().get() : place.prefWidth(-1);
        // The position is the divider's middle.
        double half = split.lookup(".split-pane-divider").prefWidth(-1) / 2;
        split.setDividerPosition(0, 1 - (Math.min(usual, width / 2) + half) / width);
    }
}
