package dev.jobglass.board;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** One watched job: the same object for as long as it is on the board, with a view that changes. */
public final class Job implements JobRow {
    private final ReadOnlyObjectWrapper<JobView> view;

    Job(JobView first) {
        view = new ReadOnlyObjectWrapper<>(this, "view", first);
    }

    /** {@return the job's id} */
    public String id() {
        return view().jobId();
    }

    /** {@return what is known of it now} */
    public JobView view() {
        return view.get();
    }

    /** {@return what is known of it, observable} */
    public ReadOnlyObjectProperty<JobView> viewProperty() {
        return view.getReadOnlyProperty();
    }

    void show(JobView next) {
        view.set(next);
    }
}
