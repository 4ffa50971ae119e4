package dev.jobglass.ui.failures;

import dev.jobglass.model.Job;
import dev.jobglass.model.JobOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.TreeItem;

/**
 * Failed jobs by what their errors have in common, the newest first. A group with a new failure stays where it is until
 * {@link #sort}, so that nothing moves under the mouse; a new group comes before those of which none failed later.
 * JavaFX thread only.
 */
final class FailureGroups {
    private static final Comparator<Job> NEWEST_FIRST = JobOrder.BY_END.reversed();

    private final TreeItem<FailureEntry> root = new TreeItem<>();
    private final Map<String, TreeItem<FailureEntry>> groups = new HashMap<>();
    /** The signature each job is filed under, for its error may change. */
    private final Map<Job, String> signatures = new HashMap<>();
    private final ReadOnlyIntegerWrapper size = new ReadOnlyIntegerWrapper(this, "size");

    /** {@return the item that has all groups as its children, each of which has its jobs if they are several} */
    TreeItem<FailureEntry> root() {
        return root;
    }

    /** {@return how many jobs there are} */
    ReadOnlyIntegerProperty sizeProperty() {
        return size.getReadOnlyProperty();
    }

    /** {@return all jobs, in the order in which they are shown} */
    List<Job> jobs() {
        return root.getChildren().stream().flatMap(group -> group.getValue().jobs().stream()).toList();
    }

    /** {@return whether a job is there; of null that none is} */
    boolean contains(Job job) {
        return signatures.containsKey(job);
    }

    /** Puts the group first of which a job failed last. */
    void sort() {
        FXCollections.sort(root.getChildren(),
                Comparator.comparing(FailureGroups::first, NEWEST_FIRST));
    }

    /** Adds those that are not there yet. */
    void add(List<? extends Job> failed) {
        SequencedMap<String, List<Job>> added = new LinkedHashMap<>(); // the newest first
        List<? extends Job> newestFirst = failed.stream().sorted(NEWEST_FIRST).toList();
        for (Job job : newestFirst) {
            if (!signatures.containsKey(job)) {
                String signature = job.errorSignature();
                signatures.put(job, signature);
                added.computeIfAbsent(signature, _ -> new ArrayList<>()).add(job);
            }
        }
        added.reversed().forEach(this::addToGroup); // each goes above those before
        size.set(signatures.size());
    }

    private void addToGroup(String signature, List<Job> newest) {
        TreeItem<FailureEntry> group = groups.get(signature);
        if (group == null) {
            TreeItem<FailureEntry> first = new TreeItem<>(new FailureEntry(signature, newest));
            first.getChildren().setAll(leaves(first.getValue()));
            groups.put(signature, first);
            root.getChildren().add(place(newest.getFirst()), first);
            return;
        }
        FailureEntry before = group.getValue();
        group.setValue(new FailureEntry(signature,
                Stream.concat(newest.stream(), before.jobs().stream()).sorted(NEWEST_FIRST).toList()));
        if (before.several()) {
            insert(newest, group.getChildren(), signature);
        } else {
            group.getChildren().setAll(leaves(group.getValue()));
        }
    }

    /** Some at a time, for the tree looks at all of its rows for each change. */
    private static void insert(List<Job> newest, List<TreeItem<FailureEntry>> leaves, String signature) {
        int place = 0;
        int done = 0;
        while (done < newest.size()) {
            while (place < leaves.size() && NEWEST_FIRST.compare(first(leaves.get(place)), newest.get(done)) < 0) {
                place++;
            }
            int end = done + 1;
            while (end < newest.size() && (place == leaves.size()
                    || NEWEST_FIRST.compare(newest.get(end), first(leaves.get(place))) < 0)) {
                end++;
            }
            leaves.addAll(place, newest.subList(done, end).stream().map(job -> leaf(signature, job)).toList());
            place += end - done;
            done = end;
        }
    }

    private static Job first(TreeItem<FailureEntry> item) {
        return item.getValue().jobs().getFirst();
    }

    /** {@return where a new group goes: first, unless it is back, for nothing else ended before what is there} */
    private int place(Job newest) {
        List<TreeItem<FailureEntry>> there = root.getChildren();
        int place = 0;
        while (place < there.size()
                && NEWEST_FIRST.compare(first(there.get(place)), newest) < 0) {
            place++;
        }
        return place;
    }

    /** A job alone is shown by its group. */
    private static List<TreeItem<FailureEntry>> leaves(FailureEntry group) {
        return group.several() ? group.jobs().stream().map(job -> leaf(group.signature(), job)).toList() : List.of();
    }

    private static TreeItem<FailureEntry> leaf(String signature, Job job) {
        return new TreeItem<>(new FailureEntry(signature, List.of(job)));
    }

    /** Takes some away. */
    void remove(Collection<? extends Job> gone) {
        Map<String, Set<Job>> removed = new HashMap<>();
        for (Job job : gone) {
            String signature = signatures.remove(job);
            if (signature != null) {
                removed.computeIfAbsent(signature, _ -> new HashSet<>()).add(job);
            }
        }
        removed.forEach(this::removeFromGroup);
        size.set(signatures.size());
    }

    private void removeFromGroup(String signature, Set<Job> gone) {
        TreeItem<FailureEntry> group = groups.get(signature);
        List<Job> left = group.getValue().jobs().stream().filter(job -> !gone.contains(job)).toList();
        if (left.isEmpty()) {
            groups.remove(signature);
            root.getChildren().remove(group);
            return;
        }
        group.setValue(new FailureEntry(signature, left));
        // At once: the tree looks at all of its rows for each change.
        group.getChildren().setAll(left.size() == 1
                ? List.of()
                : group.getChildren().stream().filter(leaf -> !gone.contains(leaf.getValue().jobs().getFirst()))
                        .toList());
    }

    /** {@return the group of a job that is there} */
    TreeItem<FailureEntry> groupOf(Job job) {
        return groups.get(signatures.get(job));
    }

    /** {@return the item of one job that is there, within its group} */
    TreeItem<FailureEntry> itemOf(Job job) {
        TreeItem<FailureEntry> group = groupOf(job);
        return group.getChildren().stream().filter(leaf -> leaf.getValue().jobs().contains(job)).findFirst()
                .orElse(group);
    }
}
