package dev.jobglass.app;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Paint;
import javafx.scene.text.Text;

/** Whether texts stand out from what is painted behind them: at least 4.5 to 1, as WCAG 2 wants it. */
final class TextContrast {
    private static final double LEAST = 4.5;

    private TextContrast() {
    }

    /** {@return the texts that do not, a line each}; what is disabled may be dim */
    static List<String> low(Scene scene) {
        List<String> low = new ArrayList<>();
        Color ground = scene.getFill() instanceof Color fill ? fill : Color.WHITE;
        visit(scene.getRoot(), ground, 1, low);
        return low;
    }

    private static void visit(Node node, Color below, double opacity, List<String> low) {
        if (!node.isVisible() || node.isDisabled() || node.getOpacity() == 0) {
            return;
        }
        double seen = opacity * node.getOpacity();
        Color ground = below;
        if (node instanceof Region region && region.getBackground() != null) {
            for (BackgroundFill fill : region.getBackground().getFills()) {
                ground = over(ground, fill.getFill(), seen);
            }
        }
        if (node instanceof Text text && !text.getText().isBlank() && text.getFill() instanceof Color fill) {
            double contrast = contrast(over(ground, fill, seen), ground);
            if (contrast < LEAST) {
                low.add("contrast %.1f: %s".formatted(contrast, LayoutRules.name(
                        node.getParent() == null ? node : node.getParent())));
            }
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                visit(child, ground, seen, low);
            }
        }
    }

    private static Color over(Color ground, Paint paint, double opacity) {
        Color colour = switch (paint) {
            case Color plain -> plain;
            case LinearGradient gradient -> gradient.getStops().getFirst().getColor();
            default -> Color.TRANSPARENT;
        };
        return ground.interpolate(Color.color(colour.getRed(), colour.getGreen(), colour.getBlue()),
                colour.getOpacity() * opacity);
    }

    /** {@return the ratio of the luminances of two opaque colours, 1 to 21} */
    static double contrast(Color one, Color other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed()) + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
