package dev.jobglass.ui.jobs;

import dev.jobglass.model.Job;
import dev.jobglass.model.JobFilter;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.settings.SavedView;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How many jobs each saved view has; kept up by looking only at jobs that have changed. JavaFX thread only. */
final class ViewCounts {
    private final Workspace workspace;
    private final Map<SavedView, Matches> views = new HashMap<>();

    /** Which jobs pass a view's filter. */
    private record Matches(JobFilter filter, Set<Job> jobs) {
        void look(Job job, boolean there) {
            if (there && filter.test(job)) {
                jobs.add(job);
            } else {
                jobs.remove(job);
            }
        }
    }

    ViewCounts(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Counts for these views from now on, looking at all jobs. */
    void begin(List<SavedView> next) {
        views.clear();
        for (SavedView view : next) {
            Matches matches = new Matches(
                    JobFilter.of(view.filter(), FilterModel.states(view), InstantSource.system()), new HashSet<>());
            workspace.jobs().forEach(job -> matches.look(job, true));
            views.put(view, matches);
        }
    }

    /** Looks again at the jobs that have changed last. */
    void changed() {
        for (Job job : views.isEmpty() ? Set.<Job>of() : workspace.lastChanged()) {
            boolean there = workspace.contains(job);
            views.values().forEach(matches -> matches.look(job, there));
        }
    }

    int count(SavedView view) {
        return views.get(view).jobs().size();
    }
}
