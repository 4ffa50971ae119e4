/** The insights window: what the history tells of a range of time, in sums. */
package dev.jobglass.ui.insights;
