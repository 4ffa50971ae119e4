package dev.jobglass.ui.watchscreen;

/**
 * What would be a dialog if nobody's wall were covered by it.
 *
 * @param title in a few words
 * @param text the rest, any length
 */
public record Notice(String title, String text) {
}
