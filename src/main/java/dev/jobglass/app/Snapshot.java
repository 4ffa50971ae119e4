package dev.jobglass.app;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/** Takes a picture of a window. */
final class Snapshot {
    private Snapshot() {
    }

    /** JavaFX's headless screen has 1000 lines; it throws at every frame of a window that reaches below them. */
    static final int TALLEST_WINDOW = 960;

    /**
     * Paints a scene into a PNG file, in a size that its window need not have. JavaFX thread.
     *
     * @throws IOException when the file cannot be written
     */
    static void write(Scene scene, int width, int height, Path file) throws IOException {
        Parent root = scene.getRoot();
        root.resize(width, height);
        root.applyCss();
        root.layout();
        SnapshotParameters parameters = new SnapshotParameters();
        // Written from right to left, the scene is mirrored about its own middle, not that of the picture.
        boolean mirrored = scene.getEffectiveNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT;
        parameters.setViewport(new Rectangle2D(mirrored ? scene.getWidth() - width : 0, 0, width, height));
        WritableImage image = root.snapshot(parameters, null);
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, width, height, pixels, 0, width);
        try (var out = Files.newOutputStream(file)) {
            ImageIO.write(picture, "png", out);
        }
    }
}
