package dev.jobglass.board;

import dev.jobglass.api.JobStatus;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which jobs a person wants to see.
 *
 * @param words all must occur, in any order, in id, step, agent, session, error or state; lower case
 * @param states one of these, or any when empty
 */
public record JobFilter(List<String> words, Set<ShownState> states) implements Predicate<Job> {
    /** Everything. */
    public static final JobFilter ALL = new JobFilter(List.of(), Set.of());

    /**
     * {@return the filter for a text as typed}
     *
     * @param text any, blank for all
     * @param states one of these, or any when empty
     */
    public static JobFilter of(String text, Set<ShownState> states) {
        return new JobFilter(
                Stream.of(text.toLowerCase(Locale.ROOT).split("\\s+")).filter(word -> !word.isEmpty()).toList(),
                Set.copyOf(states));
    }

    @Override
    public boolean test(Job job) {
        JobView view = job.view();
        return (states.isEmpty() || states.contains(view.state()))
                && words.stream().allMatch(word -> fields(view).anyMatch(field -> contains(field, word)));
    }

    private static Stream<String> fields(JobView view) {
        JobStatus status = view.status();
        return status == null
                ? Stream.of(view.jobId())
                : Stream.of(view.jobId(), status.progress().currentStep(), status.agentId(), status.sessionId(),
                        status.error(), view.state().name());
    }

    private static boolean contains(String field, String word) {
        return field != null && field.toLowerCase(Locale.ROOT).contains(word);
    }
}
