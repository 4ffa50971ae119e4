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
     * {@return what failed of the same together, in the order of the first of each}
     *
     * @param failed in their order
     */
    public static List<List<Job>> of(List<Job> failed) {
        Map<String, List<Job>> equal = failed.stream()
                .collect(Collectors.groupingBy(Job::errorSignature, LinkedHashMap::new, Collectors.toList()));
        return List.copyOf(equal.values());
    }
}
