package dev.jobglass.ui.jobs;

import dev.jobglass.model.Job;
import dev.jobglass.model.JobFilter;
import dev.jobglass.model.JobGroup;
import dev.jobglass.model.JobOrder;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.settings.Grouping;
import dev.jobglass.ui.common.Pause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/**
 * The filtered, sorted and grouped jobs. Brought up to date once after each batch of changes, never per change: a
 * sorted list that follows every property freezes at some thousand rows. Only what has changed is looked at. Sorted at
 * most twice a second, and not under a user's hand, so that rows don't dance.
 */
public final class JobTableModel {
    private static final Duration BETWEEN_SORTS = Duration.ofMillis(500);

    private final Workspace workspace;
    private final IncrementalSorter ordered = new IncrementalSorter();
    private final JobGroups groups;
    private final RowList rows = new RowList();
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper(this, "count");
    private final Pause pause = new Pause(BETWEEN_SORTS, this::sortIfWanted);
    private final AnimationTimer scanning = new AnimationTimer() {
        @Override
        public void handle(long now) {
            goOnScanning();
        }
    };
    private JobFilter filter = JobFilter.ALL;
    private IncrementalFilter scan = new IncrementalFilter(List.of(), JobFilter.ALL);
    /** What the rows show while {@link #scan} goes on: all that passed the filter before. */
    private Set<Job> shownMeanwhile = new HashSet<>();
    private boolean scanGoesOn;
    private BooleanSupplier busyHand = () -> false;
    private boolean sortWanted;
    private Runnable onSorted = () -> {
    };

    /**
     * Follows a workspace's jobs from now on.
     *
     * @param workspace whose
     * @param collapsedGroups names of the groups whose jobs are hidden; changed when others are
     */
    public JobTableModel(Workspace workspace, Set<String> collapsedGroups) {
        this.workspace = workspace;
        this.groups = new JobGroups(collapsedGroups);
        workspace.revisionProperty().addListener((_, _, _) -> refresh(workspace.lastChanged()));
        refresh(workspace.jobs().collect(Collectors.toSet()));
    }

    /** {@return what the table shows} */
    public RowList rows() {
        return rows;
    }

    /** {@return the jobs among the rows, from the top} */
    Stream<Job> jobs() {
        return rows.stream().filter(Job.class::isInstance).map(Job.class::cast);
    }

    /** {@return how many jobs the filter lets through, also those that a collapsed group hides} */
    public ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /** Calls back each time that all rows are in their places. */
    void onSorted(Runnable action) {
        onSorted = action;
    }

    /** {@return whether all rows are in their places: what comes or changes stays where it is for a moment} */
    boolean sorted() {
        return !sortWanted;
    }

    /** Names what tells whether a user is just doing something with the rows. */
    void busyHand(BooleanSupplier busy) {
        busyHand = busy;
    }

    public void filter(JobFilter next) {
        if (!scanGoesOn) {
            shownMeanwhile = scan.passing();
        }
        filter = next;
        scan = new IncrementalFilter(ordered.list(), filter);
        scanGoesOn = true;
        scanning.start();
        goOnScanning();
    }

    private void goOnScanning() {
        if (scan.goOn()) {
            scanning.stop();
            scanGoesOn = false;
            shownMeanwhile = new HashSet<>();
            show();
        }
    }

    /**
     * Sorts by this, or trouble first for null; at once, since a user asked for it.
     *
     * @param drifts whether the order of live jobs changes by itself
     */
    void order(Comparator<Job> next, boolean drifts) {
        ordered.order(next == null ? JobOrder.TROUBLE_FIRST : next.thenComparing(JobOrder.TROUBLE_FIRST), drifts);
        sort();
    }

    public void group(Grouping by) {
        groups.by(by);
        show();
    }

    /** Hides a group's jobs, or shows them again. */
    void collapse(JobGroup group, boolean collapsed) {
        groups.collapse(group, collapsed);
        show();
    }

    /** Has a job's row shown, unless the filter hides it. */
    public void expandGroupOf(Job job) {
        JobGroup group = groups.of(job);
        if (group != null && group.head().collapsed()) {
            collapse(group, false);
        }
    }

    /** {@return whether the filter lets a job through} */
    public boolean passes(Job job) {
        return filter.test(job);
    }

    private void refresh(Set<Job> changed) {
        List<Job> added = new ArrayList<>();
        Set<Job> gone = new HashSet<>();
        boolean otherRows = false;
        for (Job job : changed) {
            if (!workspace.contains(job)) {
                gone.add(job);
            } else {
                if (ordered.contains(job)) {
                    ordered.changed(job);
                } else {
                    added.add(job);
                }
                otherRows |= scan.test(job);
            }
        }
        if (!gone.isEmpty()) {
            ordered.remove(gone);
            scan.remove(gone);
            shownMeanwhile.removeAll(gone);
            otherRows = true;
        }
        if (!added.isEmpty()) {
            added.sort(JobOrder.TROUBLE_FIRST);
            ordered.add(added);
        }
        if (otherRows) {
            show();
        }
        sortWanted = true;
        if (!pause.running()) {
            sortUnlessBusy();
        }
    }

    private void sortIfWanted() {
        if (sortWanted) {
            sortUnlessBusy();
        }
    }

    private void sortUnlessBusy() {
        // One of both a pulse is enough.
        if (!busyHand.getAsBoolean() && !scanGoesOn) {
            sort();
        }
        pause.begin();
    }

    /** Puts all rows in their places, whatever the user is doing. */
    void sort() {
        sortWanted = false;
        ordered.sort();
        show();
        onSorted.run();
    }

    private void show() {
        Set<Job> passing = scanGoesOn ? shownMeanwhile : scan.passing();
        List<Job> shown = passing.size() == ordered.list().size()
                ? ordered.list()
                : ordered.list().stream().filter(passing::contains).toList();
        rows.show(groups.rows(shown));
        count.set(shown.size());
    }

    /** {@return the job below the last of some that stays, or else the one above} */
    Optional<Job> next(List<Job> some) {
        List<Job> all = jobs().toList();
        int last = some.stream().mapToInt(all::indexOf).max().orElse(-1);
        Set<Job> gone = Set.copyOf(some);
        List<Job> above = all.subList(0, Math.max(0, last)).reversed();
        return Stream.concat(all.stream().skip(last + 1L), above.stream()).filter(job -> !gone.contains(job))
                .findFirst();
    }
}
