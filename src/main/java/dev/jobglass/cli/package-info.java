/** What scripts ask on the command line: plain Java, no window and no JavaFX. */
package dev.jobglass.cli;
