package dev.jobglass.settings;

/** What becomes of the program when the user closes its window. */
public enum WhenClosed {
    /** It goes on watching where its icon shows how to get back, and asks where none does. */
    ASK,
    /** It goes on watching. */
    KEEP_WATCHING,
    /** It ends. */
    QUIT
}
