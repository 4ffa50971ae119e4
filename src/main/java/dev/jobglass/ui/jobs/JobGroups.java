package dev.jobglass.ui.jobs;

import dev.jobglass.api.JobStatus;
import dev.jobglass.model.DisplayState;
import dev.jobglass.model.Job;
import dev.jobglass.model.JobGroup;
import dev.jobglass.model.JobRow;
import dev.jobglass.settings.Grouping;
import dev.jobglass.text.PlainText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Puts jobs that have something in common below one row that counts them and can hide them. */
final class JobGroups {
    /** Those without a name come last. */
    private static final Comparator<String> BY_NAME = Comparator.comparing(String::isEmpty)
            .thenComparing(Comparator.naturalOrder());

    private final Map<String, JobGroup> groups = new TreeMap<>(BY_NAME);
    /** Their names. */
    private final Set<String> collapsed;
    private Grouping by = Grouping.NONE;

    /**
     * Groups nothing yet.
     *
     * @param collapsed names of those whose jobs are hidden; changed when others are
     */
    JobGroups(Set<String> collapsed) {
        this.collapsed = collapsed;
    }

    void by(Grouping next) {
        if (by != Grouping.NONE && by != next) {
            collapsed.clear(); // other groups have other names
        }
        by = next;
        groups.clear();
    }

    /** Hides a group's jobs, or shows them again. */
    void collapse(JobGroup group, boolean hidden) {
        group.collapse(hidden);
        if (hidden) {
            collapsed.add(group.name());
        } else {
            collapsed.remove(group.name());
        }
    }

    /** {@return the group of a job, or null when jobs are not grouped} */
    JobGroup of(Job job) {
        return by == Grouping.NONE ? null : groups.get(name(job));
    }

    /** {@return jobs with their groups' rows between them, in the order given within each group} */
    List<? extends JobRow> rows(List<Job> jobs) {
        if (by == Grouping.NONE) {
            return jobs;
        }
        Map<String, List<Job>> members = new TreeMap<>(BY_NAME);
        for (Job job : jobs) {
            members.computeIfAbsent(name(job), _ -> new ArrayList<>()).add(job);
        }
        groups.keySet().retainAll(members.keySet());
        List<JobRow> rows = new ArrayList<>(jobs.size() + members.size());
        members.forEach((name, some) -> {
            JobGroup group = groups.computeIfAbsent(name, this::group);
            group.count(some.size(),
                    (int) some.stream().filter(job -> job.view().state() == DisplayState.FAILED).count());
            rows.add(group);
            if (!group.head().collapsed()) {
                rows.addAll(some);
            }
        });
        return rows;
    }

    private JobGroup group(String name) {
        JobGroup group = new JobGroup(name);
        group.collapse(collapsed.contains(name));
        return group;
    }

    private String name(Job job) {
        JobStatus status = job.view().status();
        return PlainText.line(switch (by) {
            case SERVER -> job.server().name();
            case AGENT -> status == null ? null : status.agentId();
            case SESSION -> status == null ? null : status.sessionId();
            case NONE -> null;
        });
    }
}
