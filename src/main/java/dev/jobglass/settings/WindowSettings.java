package dev.jobglass.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.stream.Stream;

/**
 * Where the main window was.
 *
 * @param x left edge in pixels
 * @param y upper edge
 * @param width positive
 * @param height positive
 * @param maximized whether it filled the screen
 */
public record WindowSettings(double x, double y, double width, double height, boolean maximized) {
    /** {@return what a file says, or null where that makes no sense} */
    static WindowSettings read(JsonNode file) {
        boolean usable = Stream.of("x", "y", "width", "height")
                .map(file::path)
                .allMatch(value -> value.isNumber() && Double.isFinite(value.doubleValue()));
        return usable && file.path("width").doubleValue() > 0 && file.path("height").doubleValue() > 0
                ? new WindowSettings(file.path("x").doubleValue(), file.path("y").doubleValue(),
                        file.path("width").doubleValue(), file.path("height").doubleValue(),
                        file.path("maximized").asBoolean())
                : null;
    }

    static JsonNode write(WindowSettings place) {
        return JsonNodeFactory.instance.objectNode()
                .put("x", place.x)
                .put("y", place.y)
                .put("width", place.width)
                .put("height", place.height)
                .put("maximized", place.maximized);
    }
}
