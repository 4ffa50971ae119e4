package dev.jobglass.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts together what failed of the same. JavaFX thread only. */
public final class EqualFailures {
    private EqualFailures() {
    }

    /**
     * {@return what failed of the same together, newest first, and what failed last before all} Servers tell of some
     * failures late, such as the older pages of their lists.
     *
     * @param failed in any order
     */
    public static List<List<Job>> of(List<Job> failed) {
        Map<String, List<Job>> equal = failed.stream()
                .sorted(JobOrder.BY_END.reversed())
                .collect(Collectors.groupingBy(Job::errorSignature, LinkedHashMap::new, Collectors.toList()));
        return List.copyOf(equal.values());
    }
}
