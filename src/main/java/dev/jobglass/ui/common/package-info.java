/**
 * What all windows share: loading FXML, themes, background work, the clipboard, converters. JavaFX thread only, but for
 * the background work itself.
 */
package dev.jobglass.ui.common;
