/**
 * The window that looks back: every change that was seen, searched and exported. Reading happens in the background;
 * all else on the JavaFX thread.
 */
package dev.jobglass.ui.history;
