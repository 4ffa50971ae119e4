package dev.jobglass.model;

import dev.jobglass.api.JobKey;
import dev.jobglass.api.ServerAddress;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The jobs of a board, counted, with those that came, went or changed lately. JavaFX thread only. */
final class BoardJobs {
    private final ServerAddress address;
    private final ReadOnlyObjectProperty<ServerStatus> server;
    private final AgentStatistics agents;
    private final Map<String, Job> byId = new HashMap<>();
    private final ObservableList<Job> jobs = FXCollections.observableArrayList();
    private final ObservableList<Job> readOnly = FXCollections.unmodifiableObservableList(jobs);
    private final Map<DisplayState, Integer> counts = new EnumMap<>(DisplayState.class);
    private long textLength;
    private Set<Job> touched = new LinkedHashSet<>();

    BoardJobs(ServerAddress address, ReadOnlyObjectProperty<ServerStatus> server, AgentStatistics agents) {
        this.address = address;
        this.server = server;
        this.agents = agents;
    }

    /** {@return all in the order they came, observable for additions and removals} */
    ObservableList<Job> all() {
        return readOnly;
    }

    Optional<Job> get(String jobId) {
        return Optional.ofNullable(byId.get(jobId));
    }

    /** A job that is here is polled next at a time, in monotonic nanoseconds. */
    void due(String jobId, long when) {
        get(jobId).filter(job -> job.view().nextPoll() != when).ifPresent(job -> show(job, job.view().due(when)));
    }

    boolean contains(Job job) {
        return byId.get(job.id()) == job;
    }

    int count(DisplayState state) {
        return counts.getOrDefault(state, 0);
    }

    /** {@return how many are over} */
    int over() {
        return Stream.of(DisplayState.values()).filter(DisplayState::over).mapToInt(this::count).sum();
    }

    /** {@return how long the texts of all are, in characters} */
    long textLength() {
        return textLength;
    }

    /** {@return a new job, of which nothing is known} */
    Job add(String jobId) {
        Job job = new Job(new JobKey(address, jobId), JobSnapshot.unasked(jobId), server, agents);
        putBack(job);
        return job;
    }

    /** Adds a job as it is, unless there is one of its id: {@return whether there was none} */
    boolean putBack(Job job) {
        if (byId.putIfAbsent(job.id(), job) != null) {
            return false;
        }
        jobs.add(job);
        count(job, 1);
        return true;
    }

    void remove(Collection<Job> gone) {
        gone.forEach(job -> {
            if (byId.remove(job.id(), job)) { // not another of its id
                count(job, -1);
            }
        });
        jobs.removeAll(new HashSet<>(gone));
    }

    /** Shows a job as it is from now on. */
    void show(Job job, JobSnapshot next) {
        count(job, -1);
        job.show(next);
        count(job, 1);
    }

    private void count(Job job, int difference) {
        counts.merge(job.view().state(), difference, Integer::sum);
        textLength += (long) difference * job.view().textLength();
        touched.add(job);
    }

    /** Jobs changed by somebody else. */
    void touch(Collection<Job> changed) {
        touched.addAll(changed);
    }

    boolean anyTouched() {
        return !touched.isEmpty();
    }

    /** {@return those that came, went or changed since the last call} */
    Set<Job> takeTouched() {
        Set<Job> taken = Collections.unmodifiableSet(touched);
        touched = new LinkedHashSet<>();
        return taken;
    }
}
