/** The window that tells of failed jobs. */
package dev.jobglass.failures;
