/**
 * The main window: its frame, its commands, and who opens every other window. It owns what is open. JavaFX thread only.
 */
package dev.jobglass.ui.main;
