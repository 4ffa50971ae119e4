package dev.jobglass.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * Where the mini window was.
 *
 * @param x left edge in pixels
 * @param y upper edge
 * @param atRight whether it clings to the right edge of its screen, whatever its size
 * @param atBottom whether it clings to the lower edge
 */
public record MiniWindowSettings(double x, double y, boolean atRight, boolean atBottom) {
    /** {@return what a file says, or null where that makes no sense} */
    static MiniWindowSettings read(JsonNode file) {
        return file.path("x").isNumber() && file.path("y").isNumber() && Double.isFinite(file.path("x").doubleValue())
                && Double.isFinite(file.path("y").doubleValue())
                        ? new MiniWindowSettings(file.path("x").doubleValue(), file.path("y").doubleValue(),
                                file.path("atRight").asBoolean(), file.path("atBottom").asBoolean())
                        : null;
    }

    static JsonNode write(MiniWindowSettings place) {
        return JsonNodeFactory.instance.objectNode().put("x", place.x).put("y", place.y)
                .put("atRight", place.atRight).put("atBottom", place.atBottom);
    }
}
