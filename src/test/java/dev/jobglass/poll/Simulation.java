package dev.jobglass.poll;

import dev.jobglass.api.JobState;
import dev.jobglass.api.JobStatus;
import dev.jobglass.model.Board;
import dev.jobglass.model.DisplayState;
import dev.jobglass.model.Job;
import dev.jobglass.model.PollBatch;
import dev.jobglass.model.PollEvent;
import dev.jobglass.monitor.SimulatedMonitor;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import javafx.application.Platform;
import org.testfx.api.FxToolkit;

/**
 * Life after life of the program against a {@link SimulatedServer}, in one thread on {@link SimulatedTime}, all of it
 * from one seed. Whatever happens, what must hold is checked at each step: see the methods called {@code check…}.
 */
final class Simulation {
    private static final int SLOTS = 16;
    private static final long GATHER = 50_000_000L;
    private static final long LONGEST_SILENCE = 24 * 3_600 * SimulatedTime.SECOND;
    /** Longer than any retry_after and backoff, and than it takes from one walk of the whole list to the next. */
    private static final long CALM = 420 * SimulatedTime.SECOND;

    private final Random random;
    private final SimulatedTime time = new SimulatedTime();
    private final SimulatedServer server;
    private final World world;
    private final SimulatedDisk disk;
    private final FailureLedger failures = new FailureLedger();
    private final Map<String, Long> shown = new HashMap<>();
    private SimulatedLife life;
    private SimulatedMonitor monitor;
    /** What the user took off last in this life. */
    private List<Job> removedLast = List.of();
    /** What the user has dismissed last in this life. */
    private List<Job> dismissedLast = List.of();
    private Board board;
    /** Whether the first look was over before what is checked. */
    private boolean looked;
    private int lives;
    private int ticksWithoutTime;
    private long answersBefore;
    private long answeredAt;

    private Simulation(long seed, World world, Path folder) {
        random = new Random(seed);
        this.world = world;
        disk = new SimulatedDisk(folder);
        server = new SimulatedServer(time, new Random(seed + 1), 1 + random.nextInt(world.mostJobs()), SLOTS,
                world.serverFails());
    }

    /**
     * What there is in it.
     *
     * @param mostJobs that live at first
     * @param serverFails whether the server has faults
     * @param kills whether the program is killed, and the machine sleeps
     * @param user whether there is one
     */
    record World(int mostJobs, boolean serverFails, boolean kills, boolean user) {
        static final World WHOLE = new World(300, true, true, true);
    }

    /** What a run came to. */
    record Outcome(long answers, int lives) {
    }

    /**
     * {@return what a run came to in which all held}
     *
     * @param seed of all that happens
     * @param world what there is
     * @param folder empty, for what the program writes
     * @param answers how many statuses the server is to tell
     * @throws AssertionError when something did not hold
     */
    static Outcome run(long seed, World world, Path folder, long answers) throws Exception {
        FxToolkit.registerPrimaryStage();
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        Platform.runLater(() -> { // to which the board belongs
            try {
                outcome.complete(new Simulation(seed, world, folder).run(answers));
            } catch (Throwable e) {
                outcome.completeExceptionally(new AssertionError("seed " + seed + ": " + e.getMessage(), e));
            }
        });
        return outcome.join();
    }

    private Outcome run(long answers) {
        begin();
        while (server.answers < answers) {
            step();
            happen();
        }
        server.calmDown();
        long end = time.nanos() + CALM;
        while (time.nanos() < end) {
            step();
        }
        checkThatTheBoardEqualsTheServer();
        life.end();
        disk.clear();
        return new Outcome(server.answers, lives);
    }

    /** What users and machines do, now and then. */
    private void happen() {
        int what = random.nextInt(6_000);
        if (what < 150 && world.kills()) {
            kill();
        } else if (what == 150 && world.kills()) {
            time.machineSleeps((long) (random.nextDouble() * 900 * SimulatedTime.SECOND));
        } else if (what >= 151 && what < 250 && world.user()) {
            removeOrWatch(server.anyId());
        } else if (what >= 250 && what < 350 && world.user()) {
            dismiss();
        } else if (what >= 350 && what < 370 && world.user()) {
            life.askAnew();
        } else if (what >= 370 && what < 400 && world.user()) {
            askNow();
        }
    }

    /** The user has read some failures. */
    private void dismiss() {
        if (random.nextInt(4) == 0) {
            board.reopen(dismissedLast);
            dismissedLast.stream().filter(job -> job.view().failureOpen()).forEach(failures::reopened);
            dismissedLast = List.of();
            return;
        }
        List<Job> read = board.failures().open().stream().filter(_ -> random.nextBoolean()).toList();
        read.forEach(failures::dismissed);
        board.dismiss(read, "");
        dismissedLast = read;
    }

    private void kill() {
        SimulatedLife before = life;
        boolean powerFails = disk.kill(random);
        before.end();
        begin();
        if (!powerFails) {
            life.checkThatNothingIsLost(before.recordedBy(time.instant().minusSeconds(1)));
        }
    }

    private void removeOrWatch(String id) {
        if (random.nextInt(3) == 0) {
            removedLast.forEach(job -> {
                failures.askedAnew(job.id());
                server.userWants(job.id());
            });
            monitor.monitored().restore(removedLast);
            removedLast = List.of();
        } else if (disk.removed.contains(id)) {
            failures.askedAnew(id);
            server.userWants(id);
            monitor.monitored().watch(Set.of(id));
            removedLast = List.of();
        } else if (board.job(id).isPresent()) {
            removedLast = List.of(board.job(id).get());
            monitor.monitored().remove(removedLast);
        }
    }

    private void askNow() {
        String id = server.anyId();
        board.job(id).ifPresent(job -> {
            server.userAsks(id);
            monitor.monitored().askNow(List.of(job));
        });
    }

    /** Another life of the program. */
    private void begin() {
        lives++;
        shown.clear();
        server.forgetAsker();
        time.forgetArrivals();
        removedLast = List.of();
        dismissedLast = List.of();
        life = new SimulatedLife(time, server, disk, random, SLOTS, failures, this::checkEvents);
        board = life.board;
        monitor = life.monitor;
        looked = board.serverProperty().get().looked();
    }

    private void step() {
        long began = time.nanos();
        monitor.tick();
        life.tick(time.instant());
        if (random.nextInt(50) == 0) {
            checkCounts();
        }
        long wake = monitor.nextWake();
        long before = time.nanos();
        time.sleepUntil(Math.min(wake, before + 3_600 * SimulatedTime.SECOND));
        if (time.nanos() < wake) {
            time.sleepUntil(Math.min(wake, Math.max(time.nanos(), before + GATHER)));
        }
        ticksWithoutTime = time.nanos() == began ? ticksWithoutTime + 1 : 0;
        check(ticksWithoutTime < 1_000, "it ticks and ticks while no time passes");
        check(time.nanos() - lastAnswer() < LONGEST_SILENCE, "nothing is learned any more");
    }

    private long lastAnswer() {
        if (server.answers != answersBefore) {
            answersBefore = server.answers;
            answeredAt = time.nanos();
        }
        return answeredAt;
    }

    /** What a later request brought is never replaced by what an earlier one brings. */
    private void checkEvents(PollBatch batch) {
        for (PollEvent event : batch.events()) {
            if (event instanceof PollEvent.Answered(JobStatus status, _)) {
                long sent = Long.parseLong(status.sessionId());
                Long before = shown.put(status.jobId(), sent);
                check(before == null || before <= sent, "an older state of " + status.jobId() + " is shown");
                board.job(status.jobId()).filter(job -> job.view().state() == DisplayState.FAILED)
                        .ifPresent(job -> failures.check(job, !looked));
            }
        }
        looked = board.serverProperty().get().looked();
    }

    private void checkCounts() {
        Map<DisplayState, Long> counted = board.jobs().stream()
                .collect(Collectors.groupingBy(job -> job.view().state(), Collectors.counting()));
        for (DisplayState state : DisplayState.values()) {
            check(board.count(state) == counted.getOrDefault(state, 0L), "wrong count of " + state);
        }
        check(board.failures().open().stream().allMatch(job -> job.view().failureOpen()),
                "a failure is open that is not");
    }

    private void checkThatTheBoardEqualsTheServer() {
        for (SimulatedJob job : server.all()) {
            if (disk.removed.contains(job.id)) {
                check(board.job(job.id).isEmpty(), job.id + " was removed and is there");
                continue;
            }
            Job row = board.job(job.id).orElse(null);
            if (row == null && life.selection.excludes(job.status(0))) {
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
            check(!live || server.all().stream().anyMatch(job -> job.id.equals(row.id())
                    && (job.state == JobState.RUNNING || job.state == JobState.QUEUED)),
                    row.id() + " is shown as live and is not");
        }
        checkCounts();
    }

    private void check(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what + ", at " + time.nanos() / 1e9 + " s, life " + lives);
        }
    }
}
