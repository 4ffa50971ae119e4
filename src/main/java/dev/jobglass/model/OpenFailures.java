package dev.jobglass.model;

import dev.jobglass.api.RunTimes;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The failed jobs a user has not dismissed yet, newest first. Each failure enters once; what was dismissed stays
 * dismissed, also across restarts, since the ids are handed to {@code remember}. A job that ran again and failed again
 * is another failure.
 */
public final class OpenFailures {
    /** After so many more the server has forgotten the job itself. */
    private static final int MOST_DISMISSED = 20_000;

    private final ObservableList<Job> open = FXCollections.observableArrayList();
    private final ObservableList<Job> openReadOnly = FXCollections.unmodifiableObservableList(open);
    /** The same, for there may be thousands. */
    private final Set<Job> isOpen = new LinkedHashSet<>();
    private final Set<String> dismissed;
    /** Those runs of them that were dismissed, as far as known. */
    private final Map<String, DismissedRun> dismissedRuns = new HashMap<>();
    private final Set<String> fresh = new LinkedHashSet<>();
    private final Set<String> unread = new HashSet<>();
    private final Consumer<Set<String>> remember;
    private final Consumer<Set<String>> forget;

    /**
     * A run whose failure was dismissed.
     *
     * @param times its own
     * @param ranSince whether the job was seen at work since
     */
    private record DismissedRun(RunTimes times, boolean ranSince) {
        DismissedRun(RunTimes times) {
            this(times, false);
        }

        boolean mayBe(RunTimes failed) {
            return ranSince ? times.is(failed) : times.mayBe(failed);
        }
    }

    /**
     * Begins with none open.
     *
     * @param dismissed ids whose failures are done with, the oldest first
     * @param remember takes more such ids, likewise, whenever there are some
     * @param forget takes those of them that have failed again
     */
    public OpenFailures(Set<String> dismissed, Consumer<Set<String>> remember, Consumer<Set<String>> forget) {
        this.forget = forget;
        this.dismissed = new LinkedHashSet<>(dismissed);
        this.remember = remember;
    }

    /** {@return those of which nothing is remembered} */
    public static OpenFailures ofThisRun() {
        return new OpenFailures(Set.of(), _ -> {
        }, _ -> {
        });
    }

    /** {@return the open failures, newest first, observable} */
    public ObservableList<Job> open() {
        return openReadOnly;
    }

    /** A job has been found failed. */
    void found(Job job, boolean beforeFirstLook) {
        if (!staysDismissed(job)) {
            if (beforeFirstLook) {
                dismiss(Set.of(job));
            } else if (isOpen.add(job)) {
                open.addFirst(job);
            }
        }
    }

    /** Failed jobs are back on the board. */
    void restored(List<Job> failed) {
        open.addAll(0, failed.stream().filter(job -> !staysDismissed(job) && isOpen.add(job)).toList());
    }

    private boolean staysDismissed(Job job) {
        boolean stays = dismissed.contains(job.id()) && !failedAgain(job);
        if (stays) {
            job.show(job.view().dismiss());
        }
        return stays;
    }

    /** Then it is dismissed no longer. */
    private boolean failedAgain(Job job) {
        RunTimes now = job.view().status().run();
        DismissedRun run = dismissedRuns.get(job.id());
        if (run == null || !run.times().known()) {
            run = new DismissedRun(now);
        }
        if (!run.mayBe(now)) {
            undismiss(job);
            return true;
        }
        dismissedRuns.put(job.id(), new DismissedRun(run.times()));
        return false;
    }

    /** A job has not failed, so that what fails next is another failure, unless the dismissed run is told of again. */
    void notFailed(Job job) {
        over(job);
        DismissedRun run = dismissedRuns.get(job.id());
        if (run != null && run.times().known()) {
            dismissedRuns.put(job.id(), new DismissedRun(run.times(), true));
        } else if (dismissed.contains(job.id())) {
            undismiss(job);
        }
    }

    private void undismiss(Job job) {
        dismissed.remove(job.id());
        dismissedRuns.remove(job.id());
        fresh.remove(job.id());
        unread.add(job.id());
        job.show(job.view().unread());
    }

    /** A job is as it was remembered from an earlier run. */
    void recalled(Job job) {
        if (job.view().state() == DisplayState.FAILED) {
            found(job, false);
        } else {
            notFailed(job);
        }
    }

    private void over(Job job) {
        if (isOpen.remove(job)) {
            open.remove(job);
        }
    }

    /** Jobs are no longer watched. */
    void removed(Collection<Job> gone) {
        List<Job> were = gone.stream().filter(isOpen::remove).toList();
        open.removeAll(new HashSet<>(were)); // at once, for there may be thousands
    }

    /** The user has read these. */
    void dismiss(Set<Job> read) {
        read.forEach(job -> {
            if (dismissed.add(job.id())) {
                fresh.add(job.id());
                unread.remove(job.id());
            }
            dismissedRuns.put(job.id(), new DismissedRun(job.view().status().run()));
            job.show(job.view().dismiss());
        });
        isOpen.removeAll(read); // last: whoever follows them sees why they went
        open.removeAll(read);
    }

    /**
     * Another window of the user's has dismissed the failures of jobs, of which some may not be here yet.
     *
     * @return those that were open here
     */
    Set<Job> dismissedElsewhere(Collection<String> jobIds) {
        Set<String> ids = new HashSet<>(jobIds);
        Set<Job> here = isOpen.stream().filter(job -> ids.contains(job.id()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        dismiss(here);
        dismissed.addAll(ids);
        return here;
    }

    /** {@return whether a job has failed and that was dismissed} */
    boolean dismissed(Job job) {
        return job.view().state() == DisplayState.FAILED && dismissed.contains(job.id());
    }

    /** The user wants to see these again, which were dismissed. */
    void reopen(List<Job> read) {
        read.forEach(this::undismiss);
        isOpen.addAll(read);
        open.addAll(0, read);
    }

    /** Hands on what was dismissed, or failed again, since the last call: once for many, for there may be thousands. */
    void rememberDismissed() {
        if (!unread.isEmpty()) {
            forget.accept(Set.copyOf(unread));
            unread.clear();
        }
        if (!fresh.isEmpty()) {
            Iterator<String> oldest = dismissed.iterator();
            for (int tooMany = dismissed.size() - MOST_DISMISSED; tooMany > 0; tooMany--) {
                dismissedRuns.remove(oldest.next());
                oldest.remove();
            }
            remember.accept(Collections.unmodifiableSet(new LinkedHashSet<>(fresh)));
            fresh.clear();
        }
    }
}
