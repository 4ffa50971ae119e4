package dev.jobglass.ui.details;

import dev.jobglass.model.Job;
import dev.jobglass.model.JobSnapshot;
import dev.jobglass.model.ServerStatus;
import dev.jobglass.monitor.UiClock;
import dev.jobglass.monitor.Workspace;
import java.time.Instant;
import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/** The selected jobs, and the one of them that is shown: also while a filter hides its row. JavaFX thread only. */
final class Selection implements AutoCloseable {
    private final ObservableList<Job> selected;
    private final Workspace workspace;
    private final UiClock clock;
    private final ListChangeListener<Job> choice = _ -> choose();
    private final ChangeListener<Instant> tick = (_, _, _) -> changed();
    private final ChangeListener<JobSnapshot> jobChange = (_, _, _) -> changed();
    private final ChangeListener<List<ServerStatus>> serverChange = (_, _, _) -> changed();
    private Runnable onChange;
    private Job shown;
    private boolean closed;

    Selection(ObservableList<Job> selected, Workspace workspace, UiClock clock) {
        this.selected = selected;
        this.workspace = workspace;
        this.clock = clock;
    }

    /** Calls back now and whenever jobs, servers or the time change, until it is closed; never when it is already. */
    void follow(Runnable action) {
        if (closed) {
            return;
        }
        onChange = action;
        selected.addListener(choice);
        clock.timeProperty().addListener(tick);
        workspace.viewsProperty().addListener(serverChange);
        choose();
    }

    private void choose() {
        // A filter that hides the row for a moment is no reason to tell nothing of it.
        if (!selected.isEmpty() || shown == null || !workspace.contains(shown)) {
            listenTo(selected.isEmpty() ? null : selected.getLast());
        }
        changed();
    }

    private void changed() {
        if (shown != null && !workspace.contains(shown)) {
            listenTo(null); // taken off the board while a filter hid it
        }
        onChange.run();
    }

    private void listenTo(Job job) {
        if (shown != null) {
            shown.viewProperty().removeListener(jobChange);
        }
        shown = job;
        if (shown != null) {
            shown.viewProperty().addListener(jobChange);
        }
    }

    /** {@return the job to show, or null; of several the last} */
    Job shown() {
        return shown;
    }

    /** {@return the selected jobs, not those that a filter hides} */
    List<Job> jobs() {
        return List.copyOf(selected);
    }

    /** {@return the selected jobs, or what is still shown of them} */
    List<Job> jobsOrShown() {
        return selected.isEmpty() && shown != null ? List.of(shown) : jobs();
    }

    @Override
    public void close() {
        closed = true;
        selected.removeListener(choice);
        clock.timeProperty().removeListener(tick);
        workspace.viewsProperty().removeListener(serverChange);
        listenTo(null);
    }
}
