package dev.jobglass.ui.common;

import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/**
 * Paints icons that no window shows. All on one scene, for JavaFX goes through what is left of every scene there was
 * when another gets its style sheet. JavaFX thread only.
 */
public final class IconPainter {
    private final Group root = new Group();

    /**
     * @param stylesheet the address of the one that the icons wear
     */
    public IconPainter(String stylesheet) {
        Scene scene = new Scene(root);
        scene.getStylesheets().add(stylesheet);
    }

    /**
     * {@return the picture of an icon on a ground that lets everything through}
     *
     * @param icon whose em is as wide as itself
     * @param size of each side, in pixels
     */
    public Image paint(Region icon, double size) {
        icon.setStyle("-fx-font-size: " + size + "px");
        icon.setMinSize(size, size);
        icon.setMaxSize(size, size);
        root.getChildren().setAll(icon);
        SnapshotParameters whole = new SnapshotParameters();
        whole.setFill(Color.TRANSPARENT);
        whole.setViewport(new Rectangle2D(0, 0, size, size));
        Image image = icon.snapshot(whole, null);
        root.getChildren().clear();
        return image;
    }
}
