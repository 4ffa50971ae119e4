/** The pane beside the table that tells more of the selected job. */
package dev.jobglass.details;
