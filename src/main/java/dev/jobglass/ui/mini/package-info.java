/**
 * The mini window: how it stands, in the corner of one's eye, while one works with something else. It owns its place on
 * the screen. JavaFX thread only.
 */
package dev.jobglass.ui.mini;
