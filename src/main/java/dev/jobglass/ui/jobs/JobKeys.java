package dev.jobglass.ui.jobs;

/** Keys for what can be done with the selected jobs, in the dashboard and in the menu of a row. */
public final class JobKeys {
    /** Asks for them now. */
    public static final String ASK_NOW = "F5";
    /** Asks for another run of those that are over. */
    public static final String RUN_AGAIN = "Shortcut+R";
    /** Asks for another run like one that is over, after the user has looked at it. */
    public static final String RUN_CHANGED = "Shortcut+Shift+R";
    /** Cancels them, after asking. */
    public static final String CANCEL = "Shortcut+Shift+X";
    /** Has their servers forget them, after asking. */
    public static final String DELETE = "Shift+Delete";
    /** Takes them off the list. */
    public static final String REMOVE = "Delete";
    /** Selects all rows. */
    public static final String SELECT_ALL = "Shortcut+A";
    /** Copies their ids. */
    public static final String COPY_IDS = "Shortcut+C";
    /** Copies command lines that ask for them. */
    public static final String COPY_CURL = "Shortcut+Shift+C";

    private JobKeys() {
    }
}
