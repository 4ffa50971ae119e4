package dev.jobglass.model;

import dev.jobglass.api.JobStatus;
import dev.jobglass.api.ServerAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;

/**
 * What is known of all jobs of a server. It owns when the first look at them is over: once a poller has caught up, or
 * from the beginning when that was so in an earlier run; what had failed before is not reported. JavaFX thread only.
 */
public final class Board {
    private final ServerAddress address;
    private final OpenFailures failures;
    private final BoardListener listener;
    private final JobTiming timing;
    private final BoardJobs jobs;
    private final JobUpdates updates;
    private boolean looked;
    /** Whether the changes of the present revision belong to the first look. */
    private boolean firstLook;
    private Set<Job> lastChanged = Set.of();
    private final ReadOnlyObjectWrapper<ServerStatus> server;
    private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper(this, "revision");

    /**
     * Makes an empty board.
     *
     * @param address the server's
     * @param name what the user calls the server
     * @param stalledAfter how long a running job may stand still, positive
     * @param failures where failures go
     * @param lookedBefore whether the first look was over in an earlier run: failures found at once are reported
     * @param excluded whether a job was taken off as the server says it is; what was on its way brings none back
     * @param listener is called with what happens
     */
    public Board(ServerAddress address, String name, Duration stalledAfter, OpenFailures failures, boolean lookedBefore,
            Predicate<JobStatus> excluded, BoardListener listener) {
        this.address = address;
        this.timing = new JobTiming(stalledAfter);
        this.failures = failures;
        this.looked = lookedBefore;
        this.firstLook = !lookedBefore;
        this.listener = listener;
        this.server = new ReadOnlyObjectWrapper<>(this, "server",
                ServerStatus.of(name, PollReport.BEGINNING, lookedBefore));
        this.jobs = new BoardJobs(address, serverProperty(), timing.agents());
        this.updates = new JobUpdates(jobs, timing, failures, excluded, listener);
    }

    /** {@return the server's address} */
    public ServerAddress address() {
        return address;
    }

    /** {@return what the user calls the server} */
    public String name() {
        return server.get().name();
    }

    /**
     * Calls the server otherwise.
     *
     * @param name what the user calls it from now on
     */
    public void rename(String name) {
        assertThread();
        server.set(server.get().renamed(name));
    }

    /**
     * Is patient with jobs for another time from the next answer on.
     *
     * @param patience how long a running job may stand still, positive
     */
    public void stalledAfter(Duration patience) {
        assertThread();
        timing.stalledAfter(patience);
    }

    /** {@return all jobs in the order they came, observable for additions and removals} */
    public ObservableList<Job> jobs() {
        return jobs.all();
    }

    /** {@return how it stands with the server} */
    public ReadOnlyObjectProperty<ServerStatus> serverProperty() {
        return server.getReadOnlyProperty();
    }

    /** {@return a number that changes once after each batch of changes} */
    public ReadOnlyIntegerProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    /** {@return the open failures} */
    public OpenFailures failures() {
        return failures;
    }

    /** {@return whether the changes of the present revision were found by the first look, and so are not reported} */
    public boolean firstLook() {
        return firstLook;
    }

    /** {@return the jobs that came, went or changed with the present revision} */
    public Set<Job> lastChanged() {
        return lastChanged;
    }

    /**
     * {@return how many jobs are in a state}
     *
     * @param state which
     */
    public int count(DisplayState state) {
        return jobs.count(state);
    }

    /**
     * {@return the job with an id}
     *
     * @param jobId the id
     */
    public Optional<Job> job(String jobId) {
        return jobs.get(jobId);
    }

    /**
     * Takes in what a tick has learned, in one go.
     *
     * @param batch from the poller
     */
    public void apply(PollBatch batch) {
        assertThread();
        firstLook = !looked;
        for (PollEvent event : batch.events()) {
            switch (event) {
                case PollEvent.Answered answered ->
                    updates.answered(answered, batch.nextPolls().get(answered.jobId()), firstLook);
                case PollEvent.Unanswered unanswered -> updates.unanswered(unanswered);
            }
        }
        batch.nextPolls().forEach(jobs::due);
        looked |= batch.report().caughtUp();
        if (jobs.anyTouched()) {
            publishChanges(); // before it is said that these were all
        }
        server.set(ServerStatus.of(name(), batch.report(), looked).after(server.get()));
    }

    /**
     * Takes in how far a running job is by its stream, between two responses.
     *
     * @param job on the board
     * @param percentage 0 to 100, or null when not told
     * @param step or null when not told
     * @param at the present
     */
    public void streamed(Job job, Double percentage, String step, Instant at) {
        assertThread();
        if (updates.streamed(job, percentage, step, at)) {
            changed();
        }
    }

    /**
     * Takes off what has been over for longest, when it is a good many too many or too long; open failures stay.
     *
     * @param most how many that are over may stay, positive
     * @return those taken off
     */
    public List<Job> trim(int most) {
        assertThread();
        List<Job> oldest = BoardBounds.tooMany(jobs, failures, most);
        if (!oldest.isEmpty()) {
            remove(oldest);
        }
        return oldest;
    }

    /** {@return how long each agent's jobs take} */
    public AgentStatistics times() {
        return timing.agents();
    }

    /**
     * Puts a job on the board as it is remembered from an earlier run; does nothing when it is there or was taken off.
     *
     * @param status as last seen
     * @param changedAt when it last changed
     * @param gone whether the server had forgotten it
     * @return whether it is on the board by this, and the server is to be asked about it
     */
    public boolean recall(JobStatus status, Instant changedAt, boolean gone) {
        assertThread();
        return updates.recall(status, changedAt, gone);
    }

    /** Says that all that was to be recalled is on the board. */
    public void recalled() {
        assertThread();
        changed();
    }

    /**
     * Puts a job on the board before anything is known of it; does nothing when it is there.
     *
     * @param jobId its id
     * @return whether it is new
     */
    public boolean watch(String jobId) {
        assertThread();
        if (job(jobId).isPresent()) {
            return false;
        }
        jobs.add(jobId);
        changed();
        return true;
    }

    /**
     * Takes jobs off the board.
     *
     * @param gone which
     */
    public void remove(Collection<Job> gone) {
        assertThread();
        jobs.remove(gone);
        failures.removed(gone);
        changed();
    }

    /**
     * Puts removed jobs back as they were.
     *
     * @param back which
     */
    public void restore(List<Job> back) {
        assertThread();
        failures.restored(back.stream().filter(jobs::putBack).filter(job -> job.view().failureOpen()).toList());
        changed();
    }

    /**
     * The user is done with these failures.
     *
     * @param read failed jobs
     * @param note what the user has to say about it, or empty
     */
    public void dismiss(Collection<Job> read, String note) {
        assertThread();
        listener.dismissed(read.stream().map(Job::id).toList(), note);
        failures.dismiss(new LinkedHashSet<>(read));
        jobs.touch(read);
        changed();
    }

    /**
     * The user is done with failures in another window, which tells the history.
     *
     * @param jobIds of jobs, which need not be here; those that are dismissed already are left out
     */
    public void dismissedElsewhere(Collection<String> jobIds) {
        assertThread();
        Set<Job> here = failures.dismissedElsewhere(jobIds);
        if (!here.isEmpty()) {
            jobs.touch(here);
            changed();
        }
    }

    /**
     * Undoes {@link #dismiss}.
     *
     * @param read the same, also as another board had them; those that are not on this one are left out
     */
    public void reopen(List<Job> read) {
        assertThread();
        List<Job> back = read.stream().map(Job::id).map(this::job).flatMap(Optional::stream)
                .filter(failures::dismissed).toList();
        listener.reopened(back.stream().map(Job::id).toList());
        failures.reopen(back);
        jobs.touch(back);
        changed();
    }

    private void changed() {
        firstLook = !looked;
        publishChanges();
    }

    private void publishChanges() {
        failures.rememberDismissed();
        lastChanged = jobs.takeTouched();
        revision.set(revision.get() + 1);
    }

    private static void assertThread() {
        assert Platform.isFxApplicationThread() : "the board belongs to the JavaFX thread";
    }
}
