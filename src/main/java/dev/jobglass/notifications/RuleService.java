package dev.jobglass.notifications;

import dev.jobglass.model.DisplayState;
import dev.jobglass.model.Job;
import dev.jobglass.monitor.FxThread;
import dev.jobglass.monitor.MonitoredServer;
import dev.jobglass.monitor.UiClock;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.rules.Finding;
import dev.jobglass.rules.ObservedRun;
import dev.jobglass.rules.RuleWatch;
import dev.jobglass.settings.WatchRule.Kind;
import dev.jobglass.settings.WatchRule;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.util.Subscription;

/**
 * Watches the jobs for the user's rules, beginning with what is remembered of them. What holds already when it begins
 * is not told. JavaFX thread only.
 */
public final class RuleService implements AutoCloseable {
    /** Longer ago than any rule looks back. */
    private static final Duration LOOK_BACK = Duration.ofDays(31);
    private static final Duration LONGEST_FIRST_LOOK = Duration.ofMinutes(1);
    /** What holds only because time has passed is looked for so often. */
    private static final int SECONDS_BETWEEN_LOOKS = 5;

    private final Workspace workspace;
    private final UiClock clock;
    private final Consumer<List<Finding>> taker;
    private final Subscription followed;
    private final ChangeListener<Instant> tick = (_, _, time) -> look(time);
    private List<RuleWatch> watches = List.of();
    /** Whether all is seen that was there before. */
    private boolean begun;
    private final Set<MonitoredServer> looked = Collections.newSetFromMap(new WeakHashMap<>());
    private boolean changed;
    private boolean closed;
    /** Until when servers may tell of what succeeded while nobody watched. */
    private Instant settled = Instant.MAX;

    /**
     * Begins.
     *
     * @param workspace whose jobs are watched
     * @param clock the ticking time
     * @param rules the user's rules
     * @param taker takes what is found at the same time, at least one
     */
    public RuleService(Workspace workspace, UiClock clock, ObjectProperty<List<WatchRule>> rules,
            Consumer<List<Finding>> taker) {
        this.workspace = workspace;
        this.clock = clock;
        this.taker = taker;
        workspace.revisionProperty().addListener((_, _, _) -> workspace.lastChanged().forEach(this::see));
        clock.timeProperty().addListener(tick);
        followed = rules.subscribe((List<WatchRule> now) -> begin(now));
    }

    private void begin(List<WatchRule> rules) {
        List<RuleWatch> next = rules.stream().filter(WatchRule::on).map(RuleWatch::new).toList();
        boolean first = settled.equals(Instant.MAX);
        settled = first ? clock.get().plus(LONGEST_FIRST_LOOK) : settled;
        watches = next;
        begun = false;
        looked.clear();
        if (next.isEmpty()) {
            return;
        }
        List<String> servers = MonitoredServer.addresses(workspace.servers());
        Instant from = clock.get().minus(LOOK_BACK);
        // Until that is done nobody else uses them. What is not over is seen on the boards, if it is still there.
        FxThread.take(CompletableFuture
                .runAsync(() -> ObservedRun.remembered(workspace.history(), servers, from).stream()
                        .filter(run -> run.ended() != null).forEach(run -> next.forEach(watch -> watch.see(run)))),
                _ -> begun(next, first));
    }

    private void begun(List<RuleWatch> next, boolean first) {
        if (closed || watches != next) {
            return; // others have come meanwhile
        }
        begun = true;
        seeServersThatWereLookedAt();
        // What holds now did so before; but of what has not happened nobody else tells, also not of the time before.
        watches.stream().filter(watch -> !first || !ofAbsence(watch)).forEach(watch -> watch.look(clock.get()));
    }

    private static boolean ofAbsence(RuleWatch watch) {
        return watch.rule().kind() == Kind.NO_SUCCESS;
    }

    /** {@return whether it is known what succeeded meanwhile; a server that does not answer is not waited for long} */
    private boolean settled(Instant now) {
        return now.isAfter(settled) || workspace.servers().stream().allMatch(looked::contains);
    }

    /** Of a server whose jobs were not all looked at once nothing is news; they are seen when that is over. */
    private void see(Job job) {
        boolean there = workspace.contains(job);
        if (!begun || there && !looked.contains(workspace.of(job))) {
            return;
        }
        changed = true;
        if (there && job.view().state() != DisplayState.GONE) {
            ObservedRun.of(job, clock.get()).ifPresent(run -> watches.forEach(watch -> watch.see(run)));
        } else {
            watches.forEach(watch -> watch.gone(job.key()));
        }
    }

    private void look(Instant now) {
        if (!begun) {
            return;
        }
        boolean silent = seeServersThatWereLookedAt();
        if (!silent && !changed && now.getEpochSecond() % SECONDS_BETWEEN_LOOKS != 0) {
            return;
        }
        changed = false;
        boolean settled = !silent && settled(now);
        List<Finding> found = watches.stream().filter(watch -> settled || !ofAbsence(watch))
                .flatMap(watch -> watch.look(now).stream()).toList();
        if (!silent && !found.isEmpty()) {
            taker.accept(found);
        }
    }

    /** {@return whether there are any since this was asked last: what holds of their jobs was so before} */
    private boolean seeServersThatWereLookedAt() {
        List<MonitoredServer> fresh = workspace.servers().stream()
                .filter(server -> server.view().looked() && looked.add(server)).toList();
        fresh.forEach(server -> server.board().jobs().forEach(this::see));
        return !fresh.isEmpty();
    }

    @Override
    public void close() {
        closed = true;
        clock.timeProperty().removeListener(tick);
        followed.unsubscribe();
    }
}
