/** Tells a person of what happens, in the measure they chose: found on the board, held back by rules, told by means. */
package dev.jobglass.notifications;
