/** The icon in the desktop's panel: what it looks like and what its menu says. */
package dev.jobglass.ui.statusicon;
