/**
 * How does the process start, and how are the parts wired?
 *
 * <p>{@link dev.jobglass.app.Main} reads the command line and chooses the platform,
 * {@link dev.jobglass.app.JobglassApp} makes the parts and hands each what it needs. Nothing else knows all of them.
 * {@code JobglassApp} runs on the JavaFX thread but for its {@code init}.
 */
package dev.jobglass.app;
