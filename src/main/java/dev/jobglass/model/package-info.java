/**
 * What is known of each job now? Observable state for the windows to show; no window, no timer, no thread, no HTTP.
 *
 * <p><strong>The thread rule:</strong> the model belongs to the JavaFX thread; everything else never touches it.
 * {@link dev.jobglass.model.Board} owns it and asserts that.
 *
 * <p>A set or map of jobs that is gone through keeps their order, for the hash of a job is another each time the
 * program runs, and the same answers are to have the same effect.
 */
package dev.jobglass.model;
