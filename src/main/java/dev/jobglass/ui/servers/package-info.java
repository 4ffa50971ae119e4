/**
 * What a user sees of servers: the menu, the dialog, the banner and the dialogs of their trouble. JavaFX thread only.
 */
package dev.jobglass.ui.servers;
