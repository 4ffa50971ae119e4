package dev.jobglass.board;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The failed jobs a person has not dismissed yet, newest first. Each failure enters once; what was dismissed stays
 * dismissed, also across restarts, since the ids are handed to {@code remember}.
 */
public final class Failures {
    private final ObservableList<Job> open = FXCollections.observableArrayList();
    private final ObservableList<Job> openReadOnly = FXCollections.unmodifiableObservableList(open);
    private final Set<String> dismissed;
    private final Consumer<Set<String>> remember;

    /**
     * Begins with none open.
     *
     * @param dismissed ids whose failures are done with
     * @param remember takes all such ids whenever they change
     */
    public Failures(Set<String> dismissed, Consumer<Set<String>> remember) {
        this.dismissed = new LinkedHashSet<>(dismissed);
        this.remember = remember;
    }

    /** {@return the open failures, newest first, observable} */
    public ObservableList<Job> open() {
        return openReadOnly;
    }

    /** A job has been found failed. */
    void found(Job job, boolean beforeFirstLook) {
        if (dismissed.contains(job.id())) {
            job.show(job.view().dismiss());
        } else if (beforeFirstLook) {
            dismiss(Set.of(job));
        } else if (!open.contains(job)) {
            open.addFirst(job);
        }
    }

    /** A job is not failed, or no longer watched: whatever was remembered of an earlier failure is void. */
    void over(Job job) {
        open.remove(job);
    }

    /**
     * The person has read these.
     *
     * @param jobs failed jobs
     */
    public void dismiss(Set<Job> jobs) {
        jobs.forEach(job -> {
            dismissed.add(job.id());
            job.show(job.view().dismiss());
        });
        open.removeAll(jobs);
        remember.accept(Set.copyOf(dismissed));
    }
}
