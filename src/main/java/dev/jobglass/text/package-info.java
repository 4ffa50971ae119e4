/**
 * How are things said? Messages of the user's language, times, durations, reports and exports. It owns no state; from
 * any thread.
 */
package dev.jobglass.text;
