package dev.jobglass.model;

import java.util.Locale;

/** A job's state as a user sees it: the server's states and Jobglass's own. In the order trouble sorts. */
public enum DisplayState {
    FAILED,
    /** Running, but nothing has moved for too long. */
    STALLED,
    RUNNING,
    QUEUED,
    /** A word of the server that we don't know, shown as it came. */
    UNKNOWN,
    /** Not answered yet. */
    WAITING,
    /** The server no longer knows it. */
    GONE,
    CANCELLED,
    SUCCEEDED;

    /** {@return its name as the API and filters write it, such as {@code failed}} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return a style class for it, such as {@code state-failed}} */
    public String styleClass() {
        return "state-" + word();
    }

    /** {@return whether the job may be at work, as far as we know: a state that is not ours may be any} */
    public boolean moving() {
        return this == RUNNING || this == STALLED || this == UNKNOWN;
    }

    /** {@return whether the job will never change again, as far as we know} */
    public boolean over() {
        return this == FAILED || this == CANCELLED || this == SUCCEEDED || this == GONE;
    }
}
