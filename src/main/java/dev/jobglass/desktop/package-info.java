/**
 * How does the program speak to the desktop around it, beside its windows? Where a desktop does not listen, nothing
 * happens. Plain Java, and nothing of ours.
 */
package dev.jobglass.desktop;
