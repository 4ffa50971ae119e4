package dev.jobglass.model;

import dev.jobglass.api.JobKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** One watched job: the same object for as long as it is on the board, with a view that changes. */
public final class Job implements JobRow {
    private final ReadOnlyObjectWrapper<JobSnapshot> view;
    private final ProgressHistory trail = new ProgressHistory();
    private final JobKey key;
    private final ReadOnlyObjectProperty<ServerStatus> server;
    private final AgentStatistics statistics;
    private String error;
    private String errorSignature = ErrorSignature.of(null);

    /** Knows of its server how it stands with it, and how long such jobs take there. */
    Job(JobKey key, JobSnapshot first, ReadOnlyObjectProperty<ServerStatus> server, AgentStatistics statistics) {
        this.key = key;
        this.server = server;
        this.statistics = statistics;
        view = new ReadOnlyObjectWrapper<>(this, "view", first);
    }

    /** {@return what tells it from all others} */
    public JobKey key() {
        return key;
    }

    /** {@return the job's id, which another server may have given too} */
    public String id() {
        return key.id();
    }

    /** {@return how it stands with its server} */
    public ServerStatus server() {
        return server.get();
    }

    /** {@return whether it was made by a board, though it may have been taken off since} */
    public boolean isOf(Board board) {
        return server == board.serverProperty();
    }

    /**
     * {@return what its error has in common with others; empty when it tells of none} Computed once for each error,
     * since filters and windows ask again and again. JavaFX thread only.
     */
    public String errorSignature() {
        String now = view().status() == null ? null : view().status().error();
        if (!Objects.equals(error, now)) {
            error = now;
            errorSignature = ErrorSignature.of(now);
        }
        return errorSignature;
    }

    /** {@return what is known of it now} */
    public JobSnapshot view() {
        return view.get();
    }

    /** {@return what is known of it, observable} */
    public ReadOnlyObjectProperty<JobSnapshot> viewProperty() {
        return view.getReadOnlyProperty();
    }

    /** {@return how far it was when, as seen in this run} */
    public ProgressHistory trail() {
        return trail;
    }

    /**
     * {@return what is left of it, or null when there is no honest basis to say}
     *
     * @param now the present
     */
    public Eta eta(Instant now) {
        JobSnapshot shown = view();
        if (shown.state() != DisplayState.RUNNING || shown.recalled() || stale() || shown.status().startedAt() == null
                || !now.isAfter(shown.status().startedAt())) {
            return null;
        }
        Duration gap = trail.usualGap();
        String agent = shown.status().agentId();
        return Eta.of(trail.points(), shown.status().startedAt(), shown.percentage(), now,
                gap == null ? statistics.usualGap(agent) : gap, statistics.past(agent));
    }

    /**
     * {@return how full a bar is, 0 to 1, or -1 for a bar that only shows that something moves: a running job of
     * unknown percentage, as long as it is heard of}
     */
    public double barProgress() {
        return view().barProgress(server());
    }

    /** {@return whether what is shown of it may have changed since, for nobody answers} */
    public boolean stale() {
        return view().stale(server());
    }

    /**
     * {@return of when what is shown of it is: of its last response while its server does not answer}
     *
     * @param now the present
     */
    public Instant knownAt(Instant now) {
        Instant answered = view().answeredAt();
        return stale() && answered != null ? answered : now;
    }

    /** {@return whether it can be cancelled} */
    public boolean cancellable() {
        return !view().state().over();
    }

    /** {@return whether its server can be told to forget it} */
    public boolean deletable() {
        return view().status() != null && view().status().state().terminal();
    }

    void show(JobSnapshot next) {
        view.set(next);
    }
}
