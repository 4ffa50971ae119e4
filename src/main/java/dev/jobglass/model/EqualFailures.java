package dev.jobglass.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Puts together what failed of the same, as often as it is shown. JavaFX thread only. */
public final class EqualFailures {
    /** Of the errors asked for last: to find one takes a while, and they are asked for each second. */
    private Map<String, String> signatures = Map.of();

    /**
     * {@return what failed of the same together, in the order of the first of each}
     *
     * @param failed in their order
     */
    public List<List<Job>> of(List<Job> failed) {
        Map<String, String> known = signatures;
        signatures = new HashMap<>();
        Map<String, List<Job>> equal = new LinkedHashMap<>();
        for (Job job : failed) {
            String error = Objects.requireNonNullElse(job.view().status().error(), "");
            String signature = signatures.computeIfAbsent(error,
                    one -> known.containsKey(one) ? known.get(one) : ErrorSignature.of(one));
            equal.computeIfAbsent(signature, _ -> new ArrayList<>()).add(job);
        }
        return List.copyOf(equal.values());
    }
}
