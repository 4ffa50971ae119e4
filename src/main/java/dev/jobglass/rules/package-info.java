/** When a user wants to be told: rules over what jobs do. */
package dev.jobglass.rules;
