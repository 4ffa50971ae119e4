package dev.jobglass.ui.watchscreen;

import dev.jobglass.model.DisplayState;
import dev.jobglass.model.Job;
import dev.jobglass.model.JobFilter;
import dev.jobglass.model.JobSnapshot;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/** How many jobs are in each state; of those that are over, only today's. */
record TodaysCounts(Map<DisplayState, Integer> counts) {
    static TodaysCounts of(Stream<Job> jobs, JobFilter filter, Instant now, ZoneId zone) {
        Instant midnight = now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
        Map<DisplayState, Integer> counts = new EnumMap<>(DisplayState.class);
        jobs.forEach(job -> {
            JobSnapshot view = job.view();
            if ((!view.state().over() || !view.ended().isBefore(midnight)) && filter.test(job)) {
                counts.merge(view.state(), 1, Integer::sum);
            }
        });
        return new TodaysCounts(counts);
    }

    int of(DisplayState state) {
        return counts.getOrDefault(state, 0);
    }
}
