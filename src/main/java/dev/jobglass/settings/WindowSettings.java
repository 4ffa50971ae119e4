package dev.jobglass.settings;

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
}
