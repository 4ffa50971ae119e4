/**
 * What does the server say? Records for its responses, the client that asks, and the problems it can meet.
 *
 * <p>Plain Java without JavaFX: every type here may be used from any thread, and owns nothing.
 */
package dev.jobglass.api;
