package dev.jobglass.settings;

/** What a user can be told of. */
public enum NotificationKind {
    /** A job failed. */
    FAILED,
    /** A running job stands still. */
    STALLED,
    /** A job runs longer than 95 of 100 of its kind. */
    OVERDUE,
    /** A job succeeded. */
    SUCCEEDED,
    /** A job that the user asked about by itself has ended; always told. */
    ENDED,
    /** The last live job is over. */
    ALL_DONE,
    /** The server does not answer any more. */
    SERVER_LOST,
    /** It answers again. */
    SERVER_BACK,
    /** The server's clock differs from this machine's by more than a minute; told once. */
    CLOCK_DIFFERS,
    /** What the user asked for by a rule holds; always told. */
    RULE,
    /** A rule holds, and the program or the address that was to be told could not; always told. */
    RULE_NOT_TOLD,
    /** What came of something the user just did, or why it was not done; told in the window alone. */
    ANSWER
}
