/** The main window: job table, tiles, filter, banner and status bar. JavaFX thread only. */
package dev.jobglass.dashboard;
