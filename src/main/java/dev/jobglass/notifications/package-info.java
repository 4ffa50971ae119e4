/**
 * What is news, and by which channel is it told? Changes of the boards are found, held back by the policy that the user
 * chose, and told by channels. JavaFX thread only.
 */
package dev.jobglass.notifications;
