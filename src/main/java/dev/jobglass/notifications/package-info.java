/**
 * What is worth telling the user, and by which channel? Changes of the boards are found, held back by the policy that
 * the user chose, and handed to channels. JavaFX thread only.
 */
package dev.jobglass.notifications;
