/**
 * The screen on the wall: counts, running jobs as cards, open failures, the age of it all; nothing to click. JavaFX
 * thread only.
 */
package dev.jobglass.ui.watchscreen;
