package dev.jobglass.ui.jobs;

import dev.jobglass.model.Job;
import dev.jobglass.model.JobOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * All jobs in order. Only those that have changed are sorted and put in their places among the others, which costs a
 * hundredth of sorting all when there are many.
 */
final class IncrementalSorter {
    private final Set<Job> known = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Job> changed = Collections.newSetFromMap(new IdentityHashMap<>());
    private List<Job> jobs = List.of();
    private Comparator<Job> order = JobOrder.TROUBLE_FIRST;
    private boolean drifting;

    /** {@return all, in the order of the last sorting, those that came since at the end; never modified} */
    List<Job> list() {
        return jobs;
    }

    /**
     * Sorts by something else from the next sorting on.
     *
     * @param drifts whether the order of live jobs changes although nothing about them does, as by elapsed time
     */
    void order(Comparator<Job> next, boolean drifts) {
        order = next;
        drifting = drifts;
        changed.addAll(jobs);
    }

    boolean contains(Job job) {
        return known.contains(job);
    }

    /** Something about it has changed. */
    void changed(Job job) {
        changed.add(job);
    }

    void add(List<Job> some) {
        known.addAll(some);
        changed.addAll(some);
        List<Job> all = new ArrayList<>(jobs);
        all.addAll(some);
        jobs = all;
    }

    void remove(Set<Job> some) {
        jobs = jobs.stream().filter(job -> !some.contains(job)).toList();
        known.removeAll(some);
        changed.removeAll(some);
    }

    void sort() {
        List<Job> settled = new ArrayList<>(jobs.size());
        List<Job> moving = new ArrayList<>();
        for (Job job : jobs) {
            boolean moves = changed.contains(job) || drifting && !job.view().state().over();
            (moves ? moving : settled).add(job);
        }
        changed.clear();
        moving.sort(order);
        jobs = merged(settled, moving);
    }

    private List<Job> merged(List<Job> settled, List<Job> moving) {
        List<Job> merged = new ArrayList<>(settled.size() + moving.size());
        int taken = 0;
        for (Job job : moving) {
            int place = taken + Collections.binarySearch(settled.subList(taken, settled.size()), job, order);
            int before = place >= taken ? place : 2 * taken - place - 1;
            merged.addAll(settled.subList(taken, before));
            merged.add(job);
            taken = before;
        }
        merged.addAll(settled.subList(taken, settled.size()));
        return merged;
    }
}
