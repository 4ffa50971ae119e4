package dev.jobglass.history;

import java.time.Instant;
import java.util.List;

/**
 * What a range of the history tells, in sums.
 *
 * @param query what was asked
 * @param all figures of all runs of the range
 * @param allBefore of the range before
 * @param agents a line for each agent with runs in one of the two ranges, in no order
 * @param errors what failures of the range have in common, in no order
 * @param bars the range in equal parts, the oldest first
 * @param slots half hours of the range in which runs ended, the oldest first
 * @param since when the first run ended that is known of, to half an hour; null when none is
 * @param unsummed how many jobs are in no sum yet, as an earlier version left them; more come by themselves
 */
public record Insights(InsightsQuery query, RunFigures all, RunFigures allBefore, List<Agent> agents,
        List<ErrorKind> errors, List<Bar> bars, List<Slot> slots, Instant since,
        int unsummed) {
    /**
     * An agent.
     *
     * @param name or an empty text
     * @param now figures of the range
     * @param before of the range before
     * @param bars of the range before and of the range, as long as those of the range; the oldest first
     */
    public record Agent(String name, RunFigures now, RunFigures before, List<Bar> bars) {
    }

    /**
     * A part of a range.
     *
     * @param from when it begins
     * @param succeeded how many runs did in it
     * @param failed how many did
     * @param cancelled how many were
     * @param queued how many jobs waited in the queue on average; 0 for an agent's
     */
    public record Bar(Instant from, int succeeded, int failed, int cancelled, double queued) {
        /** {@return how many runs ended in it} */
        public int runs() {
            return succeeded + failed + cancelled;
        }
    }

    /**
     * Half an hour.
     *
     * @param from when it begins
     * @param runs how many ended in it
     * @param failed how many of them failed
     */
    public record Slot(Instant from, int runs, int failed) {
    }

    /**
     * Failures whose errors are the same but for numbers, ids, times, paths and addresses.
     *
     * @param signature what they have in common; empty when they failed without a word
     * @param failures how many in the range
     * @param agents of whom, by name; may hold an empty text
     * @param first when the first was, in the range or before
     * @param last when the last was
     * @param quietDays how many whole days without one lie before those of the range, when at least a week; else 0
     * @param note what a user noted of it, or an empty text
     * @param owner who, or an empty text
     * @param bars how many failures in each part of the range, the oldest first
     */
    public record ErrorKind(String signature, int failures, List<String> agents, Instant first, Instant last,
            int quietDays, String note, String owner, List<Integer> bars) {
    }
}
