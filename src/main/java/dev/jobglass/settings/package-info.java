/**
 * What did the user choose? One tree of observable properties, which owns every choice and belongs to the JavaFX
 * thread, and {@link dev.jobglass.settings.SettingsFile}, which writes it to a file that only its owner can read, on a
 * thread of its own.
 */
package dev.jobglass.settings;
