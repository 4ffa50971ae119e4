package dev.jobglass.ui.statusicon;

import dev.jobglass.desktop.StatusIcon.Picture;
import dev.jobglass.ui.common.CountBadge;
import dev.jobglass.ui.common.IconPainter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.application.ColorScheme;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;

/** Paints the icon, an hourglass without a ground, in the sizes that panels have. JavaFX thread only. */
final class StatusIconPainter {
    /** In pixels; panels of high resolution take the larger ones. */
    private static final List<Integer> SIZES = List.of(16, 22, 24, 32, 48, 64);
    private static final PseudoClass LIGHT = PseudoClass.getPseudoClass("light");
    private static final String FRAME = "M56 34h104M56 190h104M70 34v28c0 26 26 36 26 50s-26 24-26 50v28"
            + "M146 34v28c0 26-26 36-26 50s26 24 26 50v28";
    private static final String SAND = "M108 138c14 10 22 20 22 38h-44c0-18 8-28 22-38z";
    /** The side of the square in which those are drawn, and where it begins. */
    private static final double SIDE = 188;
    private static final double LEFT = 14;
    private static final double TOP = 18;

    private final IconPainter painter = new IconPainter(
            StatusIconPainter.class.getResource("statusicon.css").toExternalForm());
    /** For a storm of failures counts through many. */
    private final Map<Look, List<Picture>> painted = new HashMap<>();

    /** What there is to paint. */
    private record Look(IconState state, int number, ColorScheme scheme) {
    }

    /** {@return the icon; the same list for the same look} */
    List<Picture> paint(IconState state, int number, ColorScheme scheme) {
        return painted.computeIfAbsent(new Look(state, CountBadge.bounded(number), scheme),
                look -> SIZES.stream().map(size -> paint(look, size)).toList());
    }

    private Picture paint(Look look, int size) {
        SVGPath frame = path(FRAME, "frame");
        SVGPath sand = path(SAND, "sand");
        Group glass = new Group(frame, sand);
        double scale = size / SIDE;
        glass.getTransforms().addAll(new Scale(scale, scale), new Translate(-LEFT, -TOP));
        glass.setManaged(false);
        StackPane pane = new StackPane(glass);
        pane.getStyleClass().addAll("status-icon", look.state().styleClass());
        pane.pseudoClassStateChanged(LIGHT, look.scheme() == ColorScheme.LIGHT);
        if (look.number() > 0) {
            Label badge = CountBadge.of(look.number(), "status-icon-badge");
            StackPane.setAlignment(badge, Pos.TOP_RIGHT);
            pane.getChildren().add(badge);
        }
        Image image = painter.paint(pane, size);
        int[] argb = new int[size * size];
        image.getPixelReader().getPixels(0, 0, size, size, PixelFormat.getIntArgbInstance(), argb, 0, size);
        return new Picture(size, argb);
    }

    private static SVGPath path(String content, String style) {
        SVGPath path = new SVGPath();
        path.setContent(content);
        path.getStyleClass().add(style);
        return path;
    }
}
