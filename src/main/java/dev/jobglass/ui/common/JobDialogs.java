package dev.jobglass.ui.common;

import dev.jobglass.model.Job;
import java.util.Collection;
import javafx.beans.value.ObservableBooleanValue;
import javafx.stage.Window;

/** Has a server do something with jobs, after asking the user. JavaFX thread only. */
public interface JobDialogs {
    /** {@return whether nothing is to be done, so that nothing is offered either} */
    ObservableBooleanValue readOnly();

    /**
     * Cancels those of the jobs that are not over, after asking.
     *
     * @param selected any jobs
     * @param owner the window asked in front of
     */
    void cancel(Collection<Job> selected, Window owner);

    /**
     * Has the server forget those of the jobs that are over, after asking, and takes them off the list.
     *
     * @param selected any jobs
     * @param owner the window asked in front of
     */
    void delete(Collection<Job> selected, Window owner);
}
