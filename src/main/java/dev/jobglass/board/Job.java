package dev.jobglass.board;

import java.time.Duration;
import java.time.Instant;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** One watched job: the same object for as long as it is on the board, with a view that changes. */
public final class Job implements JobRow {
    private final ReadOnlyObjectWrapper<JobView> view;
    private final ProgressTrail trail = new ProgressTrail();
    private final Board board;

    Job(JobView first, Board board) {
        this.board = board;
        view = new ReadOnlyObjectWrapper<>(this, "view", first);
    }

    /** {@return the job's id} */
    public String id() {
        return view().jobId();
    }

    /** {@return the board of its server} */
    public Board board() {
        return board;
    }

    /** {@return what is known of it now} */
    public JobView view() {
        return view.get();
    }

    /** {@return what is known of it, observable} */
    public ReadOnlyObjectProperty<JobView> viewProperty() {
        return view.getReadOnlyProperty();
    }

    /** {@return how far it was when, as seen in this run} */
    public ProgressTrail trail() {
        return trail;
    }

    /**
     * {@return what is left of it, or null when there is no honest basis to say}
     *
     * @param now the present
     */
    public Eta eta(Instant now) {
        JobView shown = view();
        if (shown.state() != ShownState.RUNNING || shown.recalled() || shown.status().startedAt() == null
                || !now.isAfter(shown.status().startedAt())) {
            return null;
        }
        Duration gap = trail.usualGap();
        String agent = shown.status().agentId();
        AgentTimes times = board.times();
        return Eta.of(trail.points(), shown.status().startedAt(), shown.percentage(), now,
                gap == null ? times.usualGap(agent) : gap, times.past(agent));
    }

    /**
     * {@return how full a bar is, 0 to 1, or -1 for a bar that only shows that something moves: a running job of
     * unknown percentage, as long as it is heard of}
     */
    public double barProgress() {
        return view().barProgress(board.serverProperty().get());
    }

    /** {@return whether what is shown of it may have changed since, for nobody answers} */
    public boolean unheard() {
        return view().unheard(board.serverProperty().get());
    }

    void show(JobView next) {
        view.set(next);
    }
}
