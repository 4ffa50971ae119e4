package dev.jobglass.poll;

import static dev.jobglass.testing.Invariant.check;

import dev.jobglass.api.JobState;
import dev.jobglass.api.JobStatus;
import dev.jobglass.history.History;
import dev.jobglass.history.StoredJob;
import dev.jobglass.model.Board;
import dev.jobglass.model.BoardListener;
import dev.jobglass.model.DisplayState;
import dev.jobglass.model.Job;
import dev.jobglass.model.OpenFailures;
import dev.jobglass.model.PollBatch;
import dev.jobglass.model.PollEvent;
import dev.jobglass.monitor.HistoryRecorder;
import dev.jobglass.monitor.JobSelection;
import dev.jobglass.monitor.SimulatedMonitor;
import dev.jobglass.notifications.SimulatedNotifier;
import dev.jobglass.settings.NotificationKind;
import dev.jobglass.settings.Settings;
import dev.jobglass.testing.Servers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One server as it is watched until the program is killed or the server is switched off: poller, board and
 * notifications. Whatever happens, what must hold is checked: see the methods called {@code check…}.
 */
final class SimulatedWatch {
    private static final int MOST_RECALLED = 10_000;
    private static final Duration POLL_LIST = Duration.ofSeconds(5);

    final SimulatedSite site;
    final Board board;
    final SimulatedMonitor monitor;
    private final String address;
    private final JobSelection selection;
    private final SimulatedArrivals arrivals;
    private final Random random;
    private final int slots;
    private final SimulatedNotifier notifier;
    /** What the history was last handed about a job. */
    private final Map<String, Recorded> recorded = new HashMap<>();
    private final Map<String, JobStatus> remembered = new HashMap<>();
    private final List<StoredJob> recalled;
    /** When what is shown of a job was asked for. */
    private final Map<String, Long> shown = new HashMap<>();
    /** Whether the first look was over before what is checked. */
    private boolean looked;
    private final SimulatedTime time;
    private Instant lastSecond;

    /** A change that was answered at one time and handed on at another: in between the machine may have slept. */
    private record Recorded(Instant answered, Instant handedOn) {
    }

    SimulatedWatch(SimulatedSite site, SimulatedTime time, Random random, int slots, History history) {
        this.site = site;
        this.time = time;
        this.random = random;
        this.slots = slots;
        arrivals = new SimulatedArrivals(time);
        SimulatedDisk.Known known = site.known();
        selection = new JobSelection(known.watched, known.removed,
                JobSelection.Listener.keeping(known.watched, known.removed));
        OpenFailures open = new OpenFailures(known.dismissed, known.dismissed::addAll, known.dismissed::removeAll);
        var its = Servers.address(site.server().name);
        address = its.toString();
        board = new Board(its, site.server().name, Duration.ofMinutes(5), open, known.looked, selection::excludes,
                recording(new HistoryRecorder(history, address, time::instant)));
        board.serverProperty().addListener((_, _, after) -> known.looked |= after.looked());
        monitor = new SimulatedMonitor(board, poller(), site.server(), finishedKept(), selection, this::checkEvents);
        Settings settings = new Settings();
        settings.notifications().kinds().addAll(List.of(NotificationKind.values()));
        settings.notifications().quietFromProperty().set("00:03");
        settings.notifications().quietToProperty().set("00:12");
        lastSecond = time.truth();
        notifier = new SimulatedNotifier(board, settings.notifications(), time.instant(), (kind, jobId) -> {
            if (kind == NotificationKind.FAILED) {
                site.failures().announced(board.job(jobId).orElseThrow().view().status());
            }
        });
        recalled = history.jobs(address, MOST_RECALLED);
        recall();
    }

    private void recall() {
        Map<String, JobStatus> last = new HashMap<>();
        recalled.forEach(job -> last.put(job.status().jobId(), job.status()));
        site.failures().recalled(last);
        for (StoredJob job : recalled.reversed()) {
            monitor.monitored().recall(job.status(), job.changedAt(), job.gone());
        }
        board.recalled();
        looked = board.serverProperty().get().looked();
    }

    private ServerPoller poller() {
        return new ServerPoller(site.server(), new PollSettings(1 + random.nextInt(slots), random.nextInt(4) > 0, true,
                POLL_LIST), selection::excludes, time::instant, time::nanos, new Random(random.nextLong()), arrivals);
    }

    private int finishedKept() {
        return 20 + random.nextInt(random.nextBoolean() ? 100 : 10_000);
    }

    /** The user chooses other settings. */
    void askAnew() {
        monitor.monitored().askAnew(poller(), site.server(), finishedKept());
    }

    private BoardListener recording(BoardListener recorder) {
        return new BoardListener() {
            @Override
            public void changed(JobStatus status, Instant at) {
                recorder.changed(status, at);
                JobStatus before = remembered.put(status.jobId(), status);
                if (before != null && status.differsFrom(before)) { // else it may be remembered already, just like this
                    recorded.put(status.jobId(), new Recorded(at, time.truth()));
                }
            }

            @Override
            public void gone(String jobId, Instant at) {
                recorder.gone(jobId, at);
                remembered.remove(jobId);
            }

            @Override
            public void dismissed(Collection<String> jobIds, String note) {
                recorder.dismissed(jobIds, note);
            }

            @Override
            public void reopened(Collection<String> jobIds) {
                recorder.reopened(jobIds);
            }
        };
    }

    boolean arrived() {
        return arrivals.any();
    }

    /** Does what is due. */
    void step() {
        if (arrivals.any() || time.nanos() >= monitor.nextWake()) {
            monitor.tick();
        }
        Instant now = time.truth();
        if (!now.isBefore(lastSecond.plusSeconds(1))) {
            lastSecond = now;
            notifier.tick(time.instant());
        }
    }

    /** What was recorded by one clock cannot be compared with what is by another. */
    void clockWasSet() {
        recorded.clear();
    }

    /** {@return when those jobs last changed whose change was handed on by a time} */
    Map<String, Instant> recordedBy(Instant until) {
        return recorded.entrySet().stream().filter(last -> !last.getValue().handedOn().isAfter(until))
                .collect(Collectors.toMap(Map.Entry::getKey, last -> last.getValue().answered()));
    }

    /** Checks that what an earlier life had recorded was there when this one began. */
    void checkThatNothingIsLost(Map<String, Instant> recordedBefore) {
        Map<String, Instant> found = new HashMap<>();
        recalled.forEach(job -> found.put(job.status().jobId(), job.changedAt()));
        recordedBefore.forEach((jobId, at) -> check(
                found.containsKey(jobId) && !found.get(jobId).isBefore(at.truncatedTo(ChronoUnit.MILLIS)),
                "the history has lost what became of " + jobId + " at " + at + ", it has " + found.get(jobId)));
    }

    /** What a later request brought is never replaced by what an earlier one brings. */
    private void checkEvents(PollBatch batch) {
        for (PollEvent event : batch.events()) {
            if (event instanceof PollEvent.Answered(JobStatus status, _)) {
                long sent = Long.parseLong(status.sessionId());
                Long before = shown.put(status.jobId(), sent);
                check(before == null || before <= sent, "an older state of " + status.jobId() + " is shown");
                board.job(status.jobId()).ifPresentOrElse(job -> {
                    if (job.view().state() == DisplayState.FAILED) {
                        site.failures().checkFailure(job, !looked);
                    }
                }, () -> site.failures().trimmed(status.jobId()));
            }
        }
        looked = board.serverProperty().get().looked();
    }

    void checkCounts() {
        Map<DisplayState, Long> counted = board.jobs().stream()
                .collect(Collectors.groupingBy(job -> job.view().state(), Collectors.counting()));
        for (DisplayState state : DisplayState.values()) {
            check(board.count(state) == counted.getOrDefault(state, 0L), "wrong count of " + state);
        }
        Set<Job> waiting = board.jobs().stream().filter(job -> job.view().failureOpen()).collect(Collectors.toSet());
        check(Set.copyOf(board.failures().open()).equals(waiting), "other failures are open than those on the board");
        check(board.jobs().stream().allMatch(job -> job.server() == board.serverProperty().get()),
                "a job knows nothing of its server");
    }

    void checkThatTheBoardEqualsTheServer() {
        List<SimulatedJob> all = site.server().all();
        for (SimulatedJob job : all) {
            if (site.known().removed.contains(job.id)) {
                check(board.job(job.id).isEmpty(), job.id + " was removed and is there");
                continue;
            }
            Job row = board.job(job.id).orElse(null);
            if (row == null && selection.excludes(site.server().told(job, 0))) {
                continue; // over for so long that it is kept in the history only
            }
            check(row != null, job.id + " is not on the board");
            check(row.view().status() != null && row.view().status().state() == job.state,
                    job.id + " is " + job.state + ", but shown as " + row.view().state());
            check(row.view().status().progress().percentage() == job.percentage, job.id + " has another percentage");
            if (!job.state.terminal() && job.retryAfter != null) {
                long age = time.nanos() - shown.get(job.id);
                check(age < (job.retryAfter + 3) * SimulatedTime.SECOND, job.id + " was not asked for when it was due");
            }
        }
        for (Job row : board.jobs()) {
            boolean live = row.view().status() != null && !row.view().status().state().terminal()
                    && row.view().state() != DisplayState.GONE;
            check(!live || all.stream().anyMatch(job -> job.id.equals(row.id())
                    && (job.state == JobState.RUNNING || job.state == JobState.QUEUED)),
                    row.id() + " is shown as live and is not");
        }
        checkCounts();
    }
}
