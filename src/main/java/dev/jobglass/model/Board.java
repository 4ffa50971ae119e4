package dev.jobglass.model;

import dev.jobglass.api.JobKey;
import dev.jobglass.api.JobState;
import dev.jobglass.api.JobStatus;
import dev.jobglass.api.Progress;
import dev.jobglass.api.ServerAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What is known of all jobs of a server. JavaFX thread only. */
public final class Board {
    private static final int USUAL_GAPS = 5;
    /** A tenth too many, so that the long list is not gone through for each. */
    private static final int ROOM_FOR_TRIMMING = 10;
    /** In characters: of a hundred thousand jobs each may have an error of some thousand. */
    private static final long MOST_TEXT = 64_000_000;

    private final ServerAddress address;
    private Duration stalledAfter;
    private final OpenFailures failures;
    private final boolean lookedBefore;
    private final BoardListener chronicle;
    private final AgentStatistics times = new AgentStatistics();
    private final Map<String, Job> byId = new HashMap<>();
    /** Taken off by the person; answers that were on their way bring none of them back. */
    private final Set<String> removed = new HashSet<>();
    private final ObservableList<Job> jobs = FXCollections.observableArrayList();
    private final ObservableList<Job> jobsReadOnly = FXCollections.unmodifiableObservableList(jobs);
    /** Of all jobs, in characters. */
    private long textLength;
    private final Map<DisplayState, Integer> counts = new EnumMap<>(DisplayState.class);
    /** Jobs that came, went or changed since the last revision. */
    private Set<Job> touched = new HashSet<>();
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
     * @param lookedBefore whether this server was looked at in an earlier run, so that failures found at once are news
     * @param chronicle is told what happens
     */
    public Board(ServerAddress address, String name, Duration stalledAfter, OpenFailures failures, boolean lookedBefore,
            BoardListener chronicle) {
        this.address = address;
        this.stalledAfter = stalledAfter;
        this.failures = failures;
        this.lookedBefore = lookedBefore;
        this.chronicle = chronicle;
        this.server = new ReadOnlyObjectWrapper<>(this, "server", ServerStatus.of(name, PollReport.BEGINNING));
    }

    /** {@return the server's address} */
    public ServerAddress address() {
        return address;
    }

    /** {@return what the person calls the server} */
    public String name() {
        return server.get().name();
    }

    /**
     * Calls the server otherwise.
     *
     * @param name what the person calls it from now on
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
        stalledAfter = patience;
    }

    /** {@return all jobs in the order they came, observable for additions and removals} */
    public ObservableList<Job> jobs() {
        return jobsReadOnly;
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
        return counts.getOrDefault(state, 0);
    }

    /**
     * {@return the job with an id}
     *
     * @param jobId the id
     */
    public Optional<Job> job(String jobId) {
        return Optional.ofNullable(byId.get(jobId));
    }

    /**
     * Takes in what a tick has learned, in one go.
     *
     * @param batch from the poller
     */
    public void apply(PollBatch batch) {
        assertThread();
        for (PollEvent event : batch.events()) {
            switch (event) {
                case PollEvent.Answered answered -> answered(answered, batch.nextPolls().get(answered.jobId()));
                case PollEvent.Unanswered unanswered ->
                    job(unanswered.jobId()).ifPresent(job -> unanswered(job, unanswered));
            }
        }
        batch.nextPolls().forEach((jobId, when) -> job(jobId).filter(job -> job.view().nextPoll() != when)
                .ifPresent(job -> show(job, job.view().due(when))));
        server.set(ServerStatus.of(name(), batch.report()));
        failures.rememberDismissed();
        if (!touched.isEmpty()) {
            changed();
        }
    }

    /**
     * Takes in how far a running job is by its stream, between two answers.
     *
     * @param job on the board
     * @param percentage 0 to 100, or null when not told
     * @param step or null when not told
     * @param at the present
     */
    public void streamed(Job job, Double percentage, String step, Instant at) {
        assertThread();
        JobStatus status = job.view().status();
        if (byId.get(job.id()) == job && status != null && status.state() == JobState.RUNNING) {
            Progress before = status.progress();
            answered(new PollEvent.Answered(status.withProgress(new Progress(
                    percentage == null ? before.percentage() : percentage, step == null ? before.currentStep() : step,
                    before.stepsCompleted(), before.stepsTotal())), at, false), null);
            changed();
        }
    }

    private void unanswered(Job job, PollEvent.Unanswered unanswered) {
        JobSnapshot next = job.view().unanswered(unanswered.problem());
        if (next.state() == DisplayState.GONE && job.view().state() != DisplayState.GONE) {
            chronicle.gone(job.id(), unanswered.at());
        }
        show(job, next);
    }

    /** The next poll is told together with the answer, so that each cell is updated once. */
    private void answered(PollEvent.Answered answered, Long nextPoll) {
        if (removed.contains(answered.jobId())) {
            return;
        }
        Job job = byId.get(answered.jobId());
        boolean unseen = job == null || job.view().status() == null;
        if (job == null) {
            job = add(answered.jobId());
        }
        boolean wasFailed = job.view().state() == DisplayState.FAILED;
        learn(job, answered.status(), answered.at());
        JobSnapshot next = job.view().answered(answered.status(), answered.at(), stalledAfter(job, answered.status()),
                times.slowest(answered.status().agentId()));
        // Before it is shown: whoever looks back then finds it.
        if (next.news()) {
            chronicle.news(answered.status(), answered.at());
        }
        show(job, nextPoll == null ? next : next.due(nextPoll));
        boolean failed = answered.status().state() == JobState.FAILED;
        if (failed && !wasFailed) {
            failures.found(job, unseen && !lookedBefore && answered.firstLook());
        } else if (!failed && wasFailed) {
            failures.over(job);
        }
    }

    /** What an answer tells about how long such jobs take, and how often they move. */
    private void learn(Job job, JobStatus status, Instant at) {
        JobSnapshot before = job.view();
        boolean wasOver = before.status() != null && before.state().over();
        if (status.state() == JobState.SUCCEEDED && !wasOver && status.agentId() != null && status.startedAt() != null
                && status.completedAt() != null && !status.completedAt().isBefore(status.startedAt())) {
            times.ran(status.agentId(), Duration.between(status.startedAt(), status.completedAt()));
        }
        if (status.state() == JobState.RUNNING && status.progress().percentage() != null) {
            boolean moved = before.status() != null && !before.recalled() && before.state() == DisplayState.RUNNING
                    && !status.progress().equals(before.status().progress());
            if (moved && status.agentId() != null) {
                times.progressed(status.agentId(), Duration.between(before.changedAt(), at));
            }
            job.trail().add(at, status.progress().percentage());
        }
    }

    /** A job may stand still for five times as long as it, or its agent's jobs, usually do. */
    private Duration stalledAfter(Job job, JobStatus status) {
        Duration own = job.trail().usualGap();
        Duration usual = own != null ? own : status.agentId() == null ? null : times.usualGap(status.agentId());
        return usual == null || usual.multipliedBy(USUAL_GAPS).compareTo(stalledAfter) < 0
                ? stalledAfter
                : usual.multipliedBy(USUAL_GAPS);
    }

    /**
     * Takes those jobs off the board that have been over for longest, when there are a good many too many or their
     * texts are too long, so that months of jobs need no more memory than days. Failures that nobody has dismissed stay. Unlike {@link #remove} it
     * lets them come back.
     *
     * @param most how many that are over may stay, positive
     * @return those taken off
     */
    public List<Job> trim(int most) {
        assertThread();
        int over = Stream.of(DisplayState.values()).filter(DisplayState::over).mapToInt(this::count).sum()
                - failures.open().size();
        if (over <= most + most / ROOM_FOR_TRIMMING && textLength <= MOST_TEXT) {
            return List.of();
        }
        List<Job> oldest = new ArrayList<>();
        long text = textLength;
        for (Job job : jobs.stream().filter(job -> job.view().state().over() && !job.view().failureOpen())
                .sorted(Comparator.comparing(job -> job.view().ended())).toList()) {
            if (over - oldest.size() <= most && text <= MOST_TEXT - MOST_TEXT / ROOM_FOR_TRIMMING) {
                break;
            }
            oldest.add(job);
            text -= job.view().textLength();
        }
        if (!oldest.isEmpty()) {
            takeOff(oldest);
        }
        return oldest;
    }

    /** {@return how long each agent's jobs take} */
    public AgentStatistics times() {
        return times;
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
        Job known = byId.get(status.jobId());
        if (removed.contains(status.jobId()) || known != null && known.view().status() != null) {
            return false;
        }
        Job job = known == null ? add(status.jobId()) : known;
        show(job, JobSnapshot.recalled(status, changedAt, gone));
        if (job.view().state() == DisplayState.FAILED) {
            failures.found(job, false);
        }
        return !job.view().state().over();
    }

    /** Says that all that was to be recalled is on the board. */
    public void recalled() {
        assertThread();
        failures.rememberDismissed();
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
        removed.remove(jobId);
        if (byId.containsKey(jobId)) {
            return false;
        }
        add(jobId);
        changed();
        return true;
    }

    private Job add(String jobId) {
        Job job = new Job(new JobKey(address, jobId), JobSnapshot.unasked(jobId), serverProperty(), times);
        byId.put(jobId, job);
        jobs.add(job);
        count(job, 1);
        return job;
    }

    private void show(Job job, JobSnapshot next) {
        count(job, -1);
        job.show(next);
        count(job, 1);
    }

    private void count(Job job, int difference) {
        counts.merge(job.view().state(), difference, Integer::sum);
        textLength += (long) difference * job.view().textLength();
        touched.add(job);
    }

    /**
     * Takes jobs off the board.
     *
     * @param gone which
     */
    public void remove(Collection<Job> gone) {
        assertThread();
        gone.forEach(job -> removed.add(job.id()));
        takeOff(gone);
    }

    private void takeOff(Collection<Job> gone) {
        gone.forEach(job -> {
            if (byId.remove(job.id()) != null) {
                count(job, -1);
            }
            failures.over(job);
        });
        jobs.removeAll(new HashSet<>(gone));
        changed();
    }

    /**
     * Puts removed jobs back as they were.
     *
     * @param back which
     */
    public void restore(List<Job> back) {
        assertThread();
        back.forEach(job -> removed.remove(job.id()));
        back.stream().filter(job -> byId.putIfAbsent(job.id(), job) == null).forEach(job -> {
            jobs.add(job);
            count(job, 1);
            if (job.view().failureOpen()) {
                failures.found(job, false);
            }
        });
        changed();
    }

    /**
     * The person is done with these failures.
     *
     * @param read failed jobs
     * @param note what the person has to say about it, or empty
     */
    public void dismiss(Collection<Job> read, String note) {
        assertThread();
        chronicle.dismissed(read.stream().map(Job::id).toList(), note);
        failures.dismiss(Set.copyOf(read));
        failures.rememberDismissed();
        touched.addAll(read);
        changed();
    }

    private void changed() {
        lastChanged = Collections.unmodifiableSet(touched);
        touched = new HashSet<>();
        revision.set(revision.get() + 1);
    }

    private static void assertThread() {
        assert Platform.isFxApplicationThread() : "the board belongs to the JavaFX thread";
    }
}
