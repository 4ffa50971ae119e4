/** The window of everything a person may choose: applied as they choose it, checked as they type. */
package dev.jobglass.settingswindow;
