package dev.jobglass.settings;

/** What the table's rows are grouped by. */
public enum Grouping {
    /** Nothing: one list. */
    NONE,
    /** The agent that does the jobs. */
    AGENT,
    /** The session they belong to. */
    SESSION,
    /** The server that knows them; worth a choice when there are several. */
    SERVER
}
