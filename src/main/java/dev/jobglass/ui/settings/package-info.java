/** The window of everything a user may choose, bound to the settings. JavaFX thread only. */
package dev.jobglass.ui.settings;
