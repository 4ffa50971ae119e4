/** The window that tells of failed jobs. Which of them are open belongs to {@code model}. JavaFX thread only. */
package dev.jobglass.ui.failures;
