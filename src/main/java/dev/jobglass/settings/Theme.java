package dev.jobglass.settings;

/** Colours. */
public enum Theme {
    /** Dark. */
    DARK,
    /** Light. */
    LIGHT,
    /** Black and white, for who sees little. */
    HIGH_CONTRAST,
    /** As the system says. */
    SYSTEM
}
