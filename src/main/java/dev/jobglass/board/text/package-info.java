/** How jobs, times and durations read. Shared by all windows; from any thread. */
package dev.jobglass.board.text;
