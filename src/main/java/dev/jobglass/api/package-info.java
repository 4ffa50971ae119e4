/**
 * What does the server say? Records for its answers, the HTTP client, and the problems it can meet.
 *
 * <p>Plain Java without JavaFX: every type here may be used from any thread.
 */
package dev.jobglass.api;
