/** What did the person choose? One JSON file, readable by its owner only. */
package dev.jobglass.settings;
