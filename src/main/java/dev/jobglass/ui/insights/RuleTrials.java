package dev.jobglass.ui.insights;

import dev.jobglass.monitor.MonitoredServer;
import dev.jobglass.monitor.UiClock;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.rules.Finding;
import dev.jobglass.rules.ObservedRun;
import dev.jobglass.rules.RuleTrial;
import dev.jobglass.settings.WatchRule;
import dev.jobglass.text.Messages;
import dev.jobglass.text.Times;
import dev.jobglass.ui.common.Background;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Tries rules on what is remembered of the last week, in the background. JavaFX thread only. */
final class RuleTrials {
    private static final Duration TRIED_ON = Duration.ofDays(7);
    /** What was before it counts for what holds at its beginning. */
    private static final Duration BEFORE = Duration.ofDays(7);
    /** What was read is used again for so long, for rules are tried at each key typed. */
    private static final Duration READ_FOR = Duration.ofSeconds(30);

    private final Workspace workspace;
    private final UiClock clock;
    private final Background background;
    private final Times times = Times.here();
    /** Guarded by this, like when it was read: trials run beside each other. */
    private List<ObservedRun> runs = List.of();
    private Instant readAt = Instant.MIN;

    RuleTrials(Workspace workspace, UiClock clock, Background background) {
        this.workspace = workspace;
        this.clock = clock;
        this.background = background;
    }

    /** Tries a rule; {@code taker} takes what it would have found, the oldest first. */
    void begin(WatchRule rule, Consumer<List<Finding>> taker) {
        Instant now = clock.get();
        List<String> servers = MonitoredServer.addresses(workspace.servers());
        background.begin(() -> RuleTrial.findings(rule, runs(servers, now), now.minus(TRIED_ON), now), taker, _ -> {
            // The history has told the log.
        });
    }

    private synchronized List<ObservedRun> runs(List<String> servers, Instant now) {
        if (readAt.isBefore(now.minus(READ_FOR))) {
            runs = ObservedRun.remembered(workspace.history(), servers, now.minus(TRIED_ON).minus(BEFORE));
            readAt = now;
        }
        return runs;
    }

    /** {@return the same where the time is named already} */
    String shortWords(List<Finding> found) {
        return found.isEmpty()
                ? Messages.of("rules.trial.short.never")
                : Messages.of("rules.trial.short", found.size(), times.minutes(found.getLast().at(), clock.get()));
    }

    /** {@return in words how often a rule would have told} */
    String words(List<Finding> found) {
        return found.isEmpty()
                ? Messages.of("rules.trial.never")
                : Messages.of("rules.trial", found.size(), times.minutes(found.getLast().at(), clock.get()));
    }
}
