package dev.jobglass.rules;

import dev.jobglass.api.JobKey;
import dev.jobglass.api.JobState;
import dev.jobglass.api.ServerAddress;
import dev.jobglass.model.JobFilter;
import dev.jobglass.settings.WatchRule;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Watches for one rule. What holds is found once, and again when it has ceased to hold meanwhile. For one thread; knows
 * no clock of its own.
 */
public final class RuleWatch {
    /** Of fewer runs no part is told. */
    private static final int ENOUGH = 5;
    private static final int PERCENT = 100;
    private static final int MOST_OVER = 200_000;

    private final WatchRule rule;
    private final Duration time;
    private final Map<JobKey, ObservedRun> live = new HashMap<>();
    /** So that no end counts twice. */
    private final Map<JobKey, ObservedRun> over = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<JobKey, ObservedRun> eldest) {
            return size() > MOST_OVER;
        }
    };
    private final Map<Source, AgentRuns> agents = new HashMap<>();
    private Set<Subject> holding = Set.of();
    private Instant lastSuccess;
    /** When the first run was seen to end, whatever came of it. */
    private Instant firstEnd;

    /** Whose runs are counted together: what an agent does on one server says nothing of another. */
    private record Source(ServerAddress server, String agent) {
    }

    /** Of what it holds. */
    private record Subject(ServerAddress server, String agent, JobKey job) {
        static final Subject ALL = new Subject(null, "", null);
    }

    /**
     * Has seen nothing yet.
     *
     * @param rule for which
     */
    public RuleWatch(WatchRule rule) {
        this.rule = rule;
        this.time = Duration.ofMinutes(rule.minutes());
    }

    /**
     * Takes in how it is with a run; the same again changes nothing.
     *
     * @param run as it is now
     */
    public void see(ObservedRun run) {
        if (!rule.agent().isBlank() && !JobFilter.called(run.agent(), rule.agent())) {
            return;
        }
        if (!run.state().terminal()) {
            live.put(run.key(), run);
            return;
        }
        live.remove(run.key());
        if (!run.sameEnd(over.put(run.key(), run)) && run.state() != JobState.CANCELLED) {
            agents.computeIfAbsent(new Source(run.key().server(), run.agent()), _ -> new AgentRuns(rule.number()))
                    .ended(run.state(), run.ended());
            firstEnd = firstEnd == null || run.ended().isBefore(firstEnd) ? run.ended() : firstEnd;
            if (run.state() == JobState.SUCCEEDED && (lastSuccess == null || run.ended().isAfter(lastSuccess))) {
                lastSuccess = run.ended();
            }
        }
    }

    /** {@return for which rule} */
    public WatchRule rule() {
        return rule;
    }

    /**
     * Takes in that a job is no longer there.
     *
     * @param job which
     */
    public void gone(JobKey job) {
        live.remove(job);
    }

    /**
     * {@return what has come to hold since this was asked last}
     *
     * @param now the present, not earlier than before
     */
    public List<Finding> look(Instant now) {
        if (lastSuccess == null) {
            lastSuccess = firstEnd == null ? now : firstEnd; // what was before is not known
        }
        Set<Subject> next = new HashSet<>(holding(now).toList());
        List<Finding> found = next.stream().filter(subject -> !holding.contains(subject))
                .map(subject -> new Finding(rule, subject.server(), subject.agent(), subject.job(), now)).toList();
        holding = next;
        return found;
    }

    private Stream<Subject> holding(Instant now) {
        Instant from = now.minus(time);
        agents.values().forEach(runs -> runs.forget(from));
        return switch (rule.kind()) {
            case FAILED_IN_A_ROW -> agents.entrySet().stream()
                    .filter(agent -> agent.getValue().failedInARow()).map(RuleWatch::subject);
            case FAILED_OFTEN -> agents.entrySet().stream().filter(agent -> agent.getValue().failed() >= rule.number())
                    .map(RuleWatch::subject);
            case SUCCEEDED_SELDOM -> agents.entrySet().stream().filter(agent -> seldom(agent.getValue()))
                    .map(RuleWatch::subject);
            case QUEUE_LONG -> queued().count() > rule.number() ? Stream.of(Subject.ALL) : Stream.empty();
            case QUEUE_OLD -> queued().map(ObservedRun::created).filter(Objects::nonNull).anyMatch(from::isAfter)
                    ? Stream.of(Subject.ALL)
                    : Stream.empty();
            case NO_SUCCESS -> lastSuccess.isBefore(from) ? Stream.of(Subject.ALL) : Stream.empty();
            case RUNS_LONG -> live.values().stream()
                    .filter(run -> run.state() == JobState.RUNNING && run.started() != null
                            && run.started().isBefore(from))
                    .map(run -> new Subject(run.key().server(), run.agent(), run.key()));
        };
    }

    private boolean seldom(AgentRuns runs) {
        return runs.told() >= ENOUGH
                && (runs.told() - runs.failed()) * PERCENT < rule.number() * runs.told();
    }

    private static Subject subject(Map.Entry<Source, AgentRuns> agent) {
        return new Subject(agent.getKey().server(), agent.getKey().agent(), null);
    }

    private Stream<ObservedRun> queued() {
        return live.values().stream().filter(run -> run.state() == JobState.QUEUED);
    }
}
