package dev.jobglass.model;

import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The failed jobs a user has not dismissed yet, newest first. Each failure enters once; what was dismissed stays
 * dismissed, also across restarts, since the ids are handed to {@code remember}.
 */
public final class OpenFailures {
    /** After so many more the server has forgotten the job itself. */
    private static final int MOST_DISMISSED = 20_000;

    private final ObservableList<Job> open = FXCollections.observableArrayList();
    private final ObservableList<Job> openReadOnly = FXCollections.unmodifiableObservableList(open);
    /** The same, for there may be thousands. */
    private final Set<Job> isOpen = new HashSet<>();
    private final Set<String> dismissed;
    private final Set<String> fresh = new LinkedHashSet<>();
    private final Consumer<Set<String>> remember;

    /**
     * Begins with none open.
     *
     * @param dismissed ids whose failures are done with, the oldest first
     * @param remember takes more such ids, likewise, whenever there are some
     */
    public OpenFailures(Set<String> dismissed, Consumer<Set<String>> remember) {
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
        } else if (isOpen.add(job)) {
            open.addFirst(job);
        }
    }

    /** A job is failed no more, or no longer watched. */
    void over(Job job) {
        if (isOpen.remove(job)) {
            open.remove(job);
        }
    }

    /** The user has read these. */
    void dismiss(Set<Job> read) {
        open.removeAll(read);
        isOpen.removeAll(read);
        read.forEach(job -> {
            if (dismissed.add(job.id())) {
                fresh.add(job.id());
            }
            job.show(job.view().dismiss());
        });
    }

    /** Hands on what was dismissed since the last call: once for many, since there may be thousands. */
    void rememberDismissed() {
        if (!fresh.isEmpty()) {
            Iterator<String> oldest = dismissed.iterator();
            for (int tooMany = dismissed.size() - MOST_DISMISSED; tooMany > 0; tooMany--) {
                oldest.next();
                oldest.remove();
            }
            remember.accept(Collections.unmodifiableSet(new LinkedHashSet<>(fresh)));
            fresh.clear();
        }
    }
}
