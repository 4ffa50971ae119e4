package dev.jobglass.rules;

import dev.jobglass.api.JobState;
import dev.jobglass.settings.WatchRule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Tries a rule on what was: tells when it would have told. Pure. */
public final class RuleTrial {
    /** What holds only because time has passed is looked for so often. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(5);

    private RuleTrial() {
    }

    /** Something that was seen of a run. */
    private record Event(Instant at, ObservedRun run) {
    }

    /**
     * {@return what a rule would have found, the oldest first}
     *
     * @param rule which
     * @param runs what is remembered, in no order; those before {@code from} are seen, and nothing is told of them
     * @param from since when
     * @param to until when
     */
    public static List<Finding> findings(WatchRule rule, List<ObservedRun> runs, Instant from, Instant to) {
        RuleWatch watch = new RuleWatch(rule);
        List<Finding> found = new ArrayList<>();
        List<Event> events = events(runs).stream().filter(event -> !event.at().isAfter(to)).toList();
        if (events.isEmpty()) {
            return found;
        }
        // Of a time before anything is remembered it is not known that nothing was.
        Instant first = events.getFirst().at();
        Instant next = first.isAfter(from) ? first : from;
        for (Event event : events) {
            for (; next.isBefore(event.at()); next = next.plus(BETWEEN_LOOKS)) {
                found.addAll(told(watch.look(next), from));
            }
            watch.see(event.run());
            if (!event.at().isBefore(from)) {
                found.addAll(told(watch.look(event.at()), from));
            }
        }
        for (; !next.isAfter(to); next = next.plus(BETWEEN_LOOKS)) {
            found.addAll(told(watch.look(next), from));
        }
        return found;
    }

    /** What holds at the very beginning came to hold before. */
    private static List<Finding> told(List<Finding> found, Instant from) {
        return found.stream().filter(finding -> finding.at().isAfter(from)).toList();
    }

    private static List<Event> events(List<ObservedRun> runs) {
        List<Event> events = new ArrayList<>();
        for (ObservedRun run : runs) {
            if (run.created() != null) {
                events.add(new Event(run.created(), at(run, JobState.QUEUED)));
            }
            if (run.started() != null) {
                events.add(new Event(run.started(), at(run, JobState.RUNNING)));
            }
            if (run.ended() != null) {
                events.add(new Event(run.ended(), run));
            }
        }
        events.sort(Comparator.comparing(Event::at).thenComparing(event -> event.run().state().terminal()));
        return events;
    }

    /** As it was before it ended. */
    private static ObservedRun at(ObservedRun run, JobState state) {
        return new ObservedRun(run.key(), run.agent(), state, run.created(), run.started(), null, null);
    }
}
