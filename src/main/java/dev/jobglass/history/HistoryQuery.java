package dev.jobglass.history;

import dev.jobglass.api.JobState;
import java.time.Instant;
import java.util.Map;

/**
 * What to look for in the history.
 *
 * @param words begin words of id, step, error, session or agent, or are a part of an id; all must occur; blank for any
 * @param names what a user calls states ({@link JobState}) and kinds of change ({@link Change.Kind}); words that begin
 *        words of these find them too
 * @param state or null for any
 * @param server a base address, or null for any
 * @param from not earlier, or null
 * @param to earlier than this, or null
 * @param most how many changes at most, the newest first, positive
 */
public record HistoryQuery(String words, Map<Enum<?>, String> names, JobState state, String server, Instant from,
        Instant to, int most) {
    /** Makes one without names, see {@link HistoryQuery}. */
    public HistoryQuery(String words, JobState state, String server, Instant from, Instant to, int most) {
        this(words, Map.of(), state, server, from, to, most);
    }

    /** {@return this without a bound on how many} */
    public HistoryQuery all() {
        return first(Integer.MAX_VALUE);
    }

    /** {@return this for so many changes at most} */
    public HistoryQuery first(int some) {
        return new HistoryQuery(words, names, state, server, from, to, some);
    }

    /** {@return all of the newest changes} */
    public static HistoryQuery newest(int most) {
        return new HistoryQuery("", null, null, null, null, most);
    }
}
