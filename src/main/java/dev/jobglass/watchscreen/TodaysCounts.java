package dev.jobglass.watchscreen;

import dev.jobglass.board.Job;
import dev.jobglass.board.JobFilter;
import dev.jobglass.board.JobView;
import dev.jobglass.board.ShownState;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/** How many jobs are in each state; of those that are over, only today's. */
record TodaysCounts(Map<ShownState, Integer> counts) {
    static TodaysCounts of(Stream<Job> jobs, JobFilter filter, Instant now, ZoneId zone) {
        Instant midnight = now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
        Map<ShownState, Integer> counts = new EnumMap<>(ShownState.class);
        jobs.forEach(job -> {
            JobView view = job.view();
            if ((!view.state().over() || !view.ended().isBefore(midnight)) && filter.test(job)) {
                counts.merge(view.state(), 1, Integer::sum);
            }
        });
        return new TodaysCounts(counts);
    }

    int of(ShownState state) {
        return counts.getOrDefault(state, 0);
    }
}
