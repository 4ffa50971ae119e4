/**
 * What is known of each job now? Observable state for the windows to show; no window, no timer, no thread, no HTTP.
 *
 * <p><strong>The thread rule:</strong> the model belongs to the JavaFX thread; everything else never touches it.
 * {@link dev.jobglass.model.Board} owns it and asserts that.
 */
package dev.jobglass.model;
