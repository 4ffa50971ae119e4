package dev.jobglass.settings;

/** Which colours the windows wear. */
public enum Theme {
    DARK,
    LIGHT,
    /** As the desktop says, followed live. */
    SYSTEM
}
