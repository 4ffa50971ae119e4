/** The window that looks back: every change that was seen, searched and exported. */
package dev.jobglass.historywindow;
