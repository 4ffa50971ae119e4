/**
 * The table of jobs with its tiles, filter and chart. It owns what is selected, sorted and filtered; what is known of
 * the jobs it asks {@code monitor} and {@code model}. JavaFX thread only.
 */
package dev.jobglass.ui.jobs;
