/** What did the user choose? Observable properties, and one JSON file that only its owner can read. */
package dev.jobglass.settings;
