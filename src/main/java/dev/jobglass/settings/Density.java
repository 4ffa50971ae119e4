package dev.jobglass.settings;

/** How high the table's rows are. */
public enum Density {
    /** Two lines a row. */
    COMFORTABLE,
    /** One line a row, for many jobs on one screen. */
    COMPACT
}
