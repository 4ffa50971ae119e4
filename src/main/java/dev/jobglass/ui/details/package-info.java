/**
 * The pane beside the table that tells more of the selected job. JavaFX thread only, but for the rendering of results,
 * which has threads of its own.
 */
package dev.jobglass.ui.details;
