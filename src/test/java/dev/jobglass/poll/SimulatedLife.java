package dev.jobglass.poll;

import dev.jobglass.api.JobStatus;
import dev.jobglass.history.History;
import dev.jobglass.history.SimulatedHistory;
import dev.jobglass.history.StoredJob;
import dev.jobglass.model.Board;
import dev.jobglass.model.BoardListener;
import dev.jobglass.model.OpenFailures;
import dev.jobglass.model.PollBatch;
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
import java.util.function.Consumer;

/** One life of the program, from its start to its kill: poller, board, history and notifications. */
final class SimulatedLife {
    static final String SERVER = "http://simulated";
    private static final int MOST_RECALLED = 10_000;
    private static final Duration POLL_LIST = Duration.ofSeconds(5);

    final Board board;
    final SimulatedMonitor monitor;
    final JobSelection selection;
    private final SimulatedServer server;
    private final Random random;
    private final int slots;
    private final History history;
    private final SimulatedNotifier notifier;
    /** What the history was last handed about a job. */
    private final Map<String, Recorded> recorded = new HashMap<>();
    private final List<StoredJob> recalled;
    private final SimulatedTime time;
    private Instant lastSecond;

    /** A change that was answered at one time and handed on at another: in between the machine may have slept. */
    private record Recorded(Instant answered, Instant handedOn) {
    }

    SimulatedLife(SimulatedTime time, SimulatedServer server, SimulatedDisk disk, Random random, int slots,
            FailureLedger failures, Consumer<PollBatch> applied) {
        this.time = time;
        this.server = server;
        this.random = random;
        this.slots = slots;
        selection = new JobSelection(disk.watched, disk.removed,
                JobSelection.Listener.keeping(disk.watched, disk.removed));
        history = SimulatedHistory.open(disk.folder(), time::instant, new SimulatedThread(time));
        OpenFailures open = new OpenFailures(disk.dismissed, disk.dismissed::addAll, disk.dismissed::removeAll);
        board = new Board(Servers.address("simulated"), "simulated", Duration.ofMinutes(5), open, disk.looked,
                selection::excludes, recording(new HistoryRecorder(history, SERVER, time::instant)));
        board.serverProperty().addListener((_, _, after) -> disk.looked |= after.looked());
        monitor = new SimulatedMonitor(board, poller(), server, finishedKept(), selection, applied);
        Settings settings = new Settings();
        settings.notifications().kinds().addAll(List.of(NotificationKind.values()));
        settings.notifications().quietFromProperty().set("01:00");
        settings.notifications().quietToProperty().set("01:30");
        lastSecond = time.instant();
        notifier = new SimulatedNotifier(board, settings.notifications(), lastSecond, (kind, jobId) -> {
            if (kind == NotificationKind.FAILED) {
                failures.announced(board.job(jobId).orElseThrow().view().status());
            }
        });
        recalled = history.jobs(SERVER, MOST_RECALLED);
        Map<String, JobStatus> known = new HashMap<>();
        recalled.forEach(job -> known.put(job.status().jobId(), job.status()));
        failures.recalled(known);
        for (StoredJob job : recalled.reversed()) {
            monitor.monitored().recall(job.status(), job.changedAt(), job.gone());
        }
        board.recalled();
        monitor.monitored().start();
    }

    private ServerPoller poller() {
        return new ServerPoller(server, new PollSettings(1 + random.nextInt(slots), random.nextInt(4) > 0, true,
                POLL_LIST), selection::excludes, time::instant, time::nanos, new Random(random.nextLong()), time);
    }

    private int finishedKept() {
        return 20 + random.nextInt(random.nextBoolean() ? 100 : 10_000);
    }

    /** The user chooses other settings. */
    void askAnew() {
        monitor.monitored().askAnew(poller(), server, finishedKept());
    }

    private BoardListener recording(BoardListener recorder) {
        return new BoardListener() {
            @Override
            public void changed(JobStatus status, Instant at, boolean firstSeen) {
                recorder.changed(status, at, firstSeen);
                if (!firstSeen) { // else it may be remembered already, just like this
                    recorded.put(status.jobId(), new Recorded(at, time.instant()));
                }
            }

            @Override
            public void gone(String jobId, Instant at) {
                recorder.gone(jobId, at);
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

    void tick(Instant now) {
        if (!now.isBefore(lastSecond.plusSeconds(1))) {
            lastSecond = now;
            notifier.tick(now);
        }
    }

    /** {@return when those jobs last changed whose change was handed on by a time} */
    Map<String, Instant> recordedBy(Instant until) {
        Map<String, Instant> by = new HashMap<>();
        recorded.forEach((jobId, last) -> {
            if (!last.handedOn().isAfter(until)) {
                by.put(jobId, last.answered());
            }
        });
        return by;
    }

    /** Checks that what an earlier life had recorded was there when this one began. */
    void checkThatNothingIsLost(Map<String, Instant> recordedBefore) {
        Map<String, Instant> found = new HashMap<>();
        recalled.forEach(job -> found.put(job.status().jobId(), job.changedAt()));
        recordedBefore.forEach((jobId, at) -> {
            if (!found.containsKey(jobId) || found.get(jobId).isBefore(at.truncatedTo(ChronoUnit.MILLIS))) {
                throw new AssertionError("the history has lost what became of " + jobId + " at " + at + ", it has "
                        + found.get(jobId));
            }
        });
    }

    /** What is left over of it does nothing that counts any more. */
    void end() {
        monitor.monitored().close();
        history.close();
    }
}
