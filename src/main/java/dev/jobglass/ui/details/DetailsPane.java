package dev.jobglass.ui.details;

import dev.jobglass.settings.LookSettings;
import dev.jobglass.ui.common.Later;
import dev.jobglass.ui.common.Scrolling;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * A pane to the right of the table, such as the details of the selected job; in a window that has not room for both it
 * lies over the table when a user wants to see it, beside it it stands until a user closes it. Its place is there with
 * the first rows; it is made and put there
 * once these are painted, so that they need not wait. JavaFX thread only.
 */
public final class DetailsPane implements AutoCloseable {
    /** In pixels, and what the two need at the least per 100 % of text: narrower windows show the table alone. */
    private static final double LEAST_WIDTH_FOR_TWO = 1230;
    private static final double LEAST_WIDTH_BY_TEXT = 900;

    private final LookSettings look;
    private final StackPane place = new StackPane();
    /**
     * Keeps room for it beside the table. It lies over this, and never leaves its parent: JavaFX warns of colours that
     * it cannot find when something is put elsewhere.
     */
    private final Region room = new Region();
    private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper(this, "shown");
    private final ReadOnlyBooleanWrapper narrow = new ReadOnlyBooleanWrapper(this, "narrow");
    private final InvalidationListener lookChange = _ -> fit();
    /** For which size of text it was made as wide as it is. */
    private double placedAt;
    private StackPane centre;
    private SplitPane split;
    private Supplier<? extends Node> pane;

    /**
     * Shows nothing yet.
     *
     * @param look knows how wide the user made it, and how large text is
     */
    public DetailsPane(LookSettings look) {
        this.look = look;
        place.getStyleClass().add("beside");
        room.getStyleClass().add("beside");
        place.widthProperty().addListener(_ -> leaveRoom());
    }

    /**
     * Names where it goes.
     *
     * @param above where it may lie over the table
     * @param beside where the table is, and it too if there is room
     * @param contents makes what stands in it, once
     */
    public void place(StackPane above, SplitPane beside, Supplier<? extends Node> contents) {
        centre = above;
        split = beside;
        pane = contents;
    }

    /** {@return whether it is to be seen} */
    public ReadOnlyBooleanProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Shows it, or closes it: over the table if there is not room for both, else beside it. */
    public void show(boolean on) {
        wanted().set(on);
    }

    private ObjectProperty<Boolean> wanted() {
        return narrow.get() ? look.detailsOverProperty() : look.detailsShownProperty();
    }

    /** {@return how wide the part of the dashboard is that it does not cover, in pixels; once it has a place} */
    public DoubleBinding leftOfItProperty() {
        return Bindings.createDoubleBinding(
                () -> centre.getWidth() - (place.isVisible() && place.getParent() != null ? place.getWidth() : 0),
                centre.widthProperty(), place.visibleProperty(), place.widthProperty());
    }

    /** {@return whether there is not room for both} */
    public ReadOnlyBooleanProperty narrowProperty() {
        return narrow.getReadOnlyProperty();
    }

    /** Opens it, from now on whenever there is room. */
    public void open() {
        StackPane.setAlignment(place, Pos.CENTER_RIGHT);
        centre.getChildren().add(centre.getChildren().indexOf(split) + 1, place); // below what is above the table
        fit();
        // The window's width: that of the split never falls below what the two need beside each other.
        split.sceneProperty().flatMap(Scene::widthProperty).addListener((_, _, width) -> {
            if (width != null) { // null once it is in no window
                fit();
            }
        });
        look.textSizeProperty().addListener(lookChange);
        look.detailsShownProperty().addListener(lookChange);
        look.detailsOverProperty().addListener(lookChange);
        Later.afterPulses(split.getScene(), 2, () -> place.getChildren().setAll(scrolling(pane.get())));
    }

    /** In a very low window not even its buttons have room. */
    private static ScrollPane scrolling(Node contents) {
        ScrollPane scroll = Scrolling.down(contents, "details-around");
        scroll.setFitToHeight(true);
        scroll.setFocusTraversable(false);
        scroll.setMinHeight(0);
        return scroll;
    }

    /** Follows the settings no more. */
    @Override
    public void close() {
        look.textSizeProperty().removeListener(lookChange);
        look.detailsShownProperty().removeListener(lookChange);
        look.detailsOverProperty().removeListener(lookChange);
    }

    private void fit() {
        if (split == null || split.getScene() == null) {
            return;
        }
        narrow.set(split.getScene().getWidth() < Math.max(LEAST_WIDTH_FOR_TWO,
                LEAST_WIDTH_BY_TEXT * look.textScale()));
        shown.set(wanted().get());
        if (shown.get() && !narrow.get()) {
            makeRoom();
        } else {
            split.getItems().remove(room);
        }
        size();
        place.setVisible(shown.get());
        leaveRoom();
    }

    /** What it lies over can be scrolled to where it is seen. */
    private void leaveRoom() {
        boolean covers = narrow.get() && shown.get();
        StackPane.setMargin(split, covers ? new Insets(0, place.getWidth(), 0, 0) : null);
    }

    /** Beside the table it is as wide as the room there, over it as it likes; bound, or style sheets would decide. */
    private void size() {
        Stream.of(place.minWidthProperty(), place.prefWidthProperty()).forEach(width -> {
            if (narrow.get()) {
                width.unbind();
                width.set(Region.USE_COMPUTED_SIZE);
            } else {
                width.bind(room.widthProperty());
            }
        });
        place.setMaxWidth(Region.USE_PREF_SIZE);
    }

    private void makeRoom() {
        if (split.getItems().contains(room)) {
            if (placedAt != look.textScale()) { // the style sheet for that size comes with the next pulse
                placeDividerLater();
            }
            return;
        }
        split.getItems().add(room);
        SplitPane.setResizableWithParent(room, false);
        split.applyCss();
        placeDivider();
        placeDividerLater(); // for a window that is just opening may still have another width
        // Only a hand on the divider chooses: it also moves when the window gets another size.
        split.lookupAll(".split-pane-divider").forEach(divider -> divider.addEventHandler(
                MouseEvent.MOUSE_RELEASED, _ -> look.detailsWidthProperty().set(room.getWidth())));
    }

    /** Once all is laid out. */
    private void placeDividerLater() {
        Later.afterPulses(split.getScene(), 1, () -> {
            // Else text has become too large for both meanwhile, or another workspace is shown.
            if (split.getScene() != null && split.getItems().contains(room)) {
                placeDivider();
            }
        });
    }

    private void placeDivider() {
        placedAt = look.textScale();
        double width = split.getWidth() > 0 ? split.getWidth() : split.getScene().getWidth();
        double usual = look.detailsWidthProperty().get() > 0 ? look.detailsWidthProperty().get() : room.prefWidth(-1);
        // The position is the divider's middle.
        double half = split.lookup(".split-pane-divider").prefWidth(-1) / 2;
        split.setDividerPosition(0, 1 - (Math.min(usual, width / 2) + half) / width);
    }
}
