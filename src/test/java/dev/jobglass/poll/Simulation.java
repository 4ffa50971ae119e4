package dev.jobglass.poll;

import static dev.jobglass.testing.Invariant.check;

import dev.jobglass.model.Job;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javafx.application.Platform;
import org.testfx.api.FxToolkit;

/**
 * Life after life of the program against {@link SimulatedServer}s, in one thread on {@link SimulatedTime}, all of it
 * from one seed. Whatever happens, what must hold is checked at each step: see the methods called {@code check…} here
 * and in {@link SimulatedLife}, {@link SimulatedWatch} and {@link FailureLedger}.
 */
final class Simulation {
    private static final int SLOTS = 16;
    private static final long LONGEST_SILENCE = 24 * 3_600 * SimulatedTime.SECOND;
    /** Longer than any retry_after and backoff, and than it takes from one walk of the whole list to the next. */
    private static final long CALM = 420 * SimulatedTime.SECOND;

    /** How far the machine's clock may be ahead. */
    private static final List<Duration> CLOCKS = List.of(Duration.ZERO, Duration.ofSeconds(7), Duration.ofMinutes(-11),
            Duration.ofHours(1), Duration.ofHours(-2), Duration.ofDays(1));

    private final Random random;
    private final SimulatedTime time = new SimulatedTime();
    private final List<SimulatedSite> sites;
    private final World world;
    private final SimulatedDisk disk;
    private SimulatedLife life;
    /** What the user took off in this life, the last first. */
    private final Deque<List<Job>> removed = new ArrayDeque<>();
    /** What the user has dismissed in this life, likewise. */
    private final Deque<List<Job>> dismissed = new ArrayDeque<>();
    /** How often this life is killed: most are short. */
    private int killed;
    private int lives;
    private int ticksWithoutTime;
    private long answersBefore;
    private long answeredAt;

    private Simulation(long seed, World world, Path folder) {
        random = new Random(seed);
        this.world = world;
        disk = new SimulatedDisk(folder);
        int servers = 1 + random.nextInt(world.mostServers());
        sites = IntStream.range(0, servers).mapToObj(i -> new SimulatedSite(
                new SimulatedServer("simulated" + i, time, new Random(seed + 1 + i),
                        1 + random.nextInt(world.mostJobs() / servers + 1), SLOTS, world.serverFails()),
                new SimulatedDisk.Known(), new FailureLedger())).toList();
    }

    /**
     * What there is in it.
     *
     * @param mostServers how many servers at most
     * @param mostJobs that live at first
     * @param serverFails whether servers have faults
     * @param kills whether the program is killed, and the machine sleeps
     * @param user whether there is one
     */
    record World(int mostServers, int mostJobs, boolean serverFails, boolean kills, boolean user) {
        static final World WHOLE = new World(3, 300, true, true, true);
    }

    /**
     * What a run came to.
     *
     * @param asked stands for all that was asked for, when, and in which order
     */
    record Outcome(long answers, int lives, long asked) {
    }

    /**
     * {@return what a run came to in which all held}
     *
     * @param seed of all that happens
     * @param world what there is
     * @param folder empty, for what the program writes
     * @param answers how many statuses the servers are to tell
     * @throws AssertionError when something did not hold
     */
    static Outcome run(long seed, World world, Path folder, long answers) throws Exception {
        FxToolkit.registerPrimaryStage();
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        Platform.runLater(() -> { // to which the board belongs
            Simulation simulation = new Simulation(seed, world, folder);
            try {
                outcome.complete(simulation.run(answers));
            } catch (Throwable e) {
                outcome.completeExceptionally(new AssertionError("seed %d: %s, at %s s, life %d".formatted(seed,
                        e.getMessage(), simulation.time.nanos() / 1e9, simulation.lives), e));
            }
        });
        return outcome.join();
    }

    private Outcome run(long answers) {
        begin();
        while (answers() < answers) {
            step();
            happen();
        }
        sites.forEach(site -> site.server().calmDown());
        sites.stream().filter(site -> site.known().off).forEach(life::turn);
        long end = time.nanos() + CALM;
        while (time.nanos() < end) {
            step();
        }
        life.watches.forEach(SimulatedWatch::checkThatTheBoardEqualsTheServer);
        life.checkCounts();
        life.end();
        disk.clear();
        long asked = sites.stream().mapToLong(site -> site.server().asked).reduce(0, (all, one) -> 31 * all + one);
        return new Outcome(answers(), lives, asked);
    }

    private long answers() {
        return sites.stream().mapToLong(site -> site.server().answers).sum();
    }

    /** What users and machines do, now and then. */
    private void happen() {
        int what = random.nextInt(6_000);
        if (what < killed && world.kills()) {
            kill();
        } else if (what == 2_000 && world.kills()) {
            time.machineSleeps((long) (random.nextDouble() * 900 * SimulatedTime.SECOND));
        } else if (what == 2_001 && world.kills()) {
            time.setClock(CLOCKS.get(random.nextInt(CLOCKS.size())));
            life.watches.forEach(SimulatedWatch::clockWasSet);
        } else if (what > 2_001 && what < 2_100 && world.user()) {
            removeOrWatch(life.any());
        } else if (what >= 2_100 && what < 2_200 && world.user()) {
            dismiss();
        } else if (what >= 2_200 && what < 2_220 && world.user()) {
            life.any().askAnew();
        } else if (what >= 2_220 && what < 2_250 && world.user()) {
            askNow(life.any());
        } else if (what >= 2_250 && what < 2_300 && world.user()) {
            life.turn(sites.get(random.nextInt(sites.size())));
        }
    }

    /** The user has read some failures, or takes that back. */
    private void dismiss() {
        if (random.nextInt(4) == 0) {
            List<Job> again = dismissed.isEmpty() ? List.of() : dismissed.pop();
            // A server may have been switched off and on meanwhile, and its jobs be others.
            List<Job> now = again.stream().filter(job -> life.of(job) != null)
                    .map(job -> life.of(job).board.job(job.id())).flatMap(Optional::stream)
                    .filter(job -> !job.view().failureOpen()).toList();
            life.workspace.actions().reopen(again);
            now.stream().filter(job -> job.view().failureOpen())
                    .forEach(job -> life.of(job).site.failures().reopened(job));
            return;
        }
        List<Job> read = life.workspace.failures().stream().filter(_ -> random.nextBoolean()).toList();
        read.forEach(job -> life.of(job).site.failures().dismissed(job));
        life.workspace.actions().dismiss(read, "");
        dismissed.push(read);
    }

    private void kill() {
        Instant aSecondAgo = time.truth().minusSeconds(1);
        Map<SimulatedSite, Map<String, Instant>> recorded = new HashMap<>();
        life.watches.forEach(watch -> recorded.put(watch.site, watch.recordedBy(aSecondAgo)));
        SimulatedLife before = life;
        boolean powerFails = disk.kill(random);
        before.end();
        begin();
        if (!powerFails) {
            life.watches.forEach(watch -> watch.checkThatNothingIsLost(recorded.get(watch.site)));
        }
    }

    private void removeOrWatch(SimulatedWatch watch) {
        String id = watch.site.server().anyId();
        if (random.nextInt(3) == 0) {
            List<Job> again = removed.isEmpty() ? List.of() : removed.pop();
            again.stream().filter(job -> life.of(job) != null).forEach(job -> wants(life.of(job), job.id()));
            life.workspace.actions().restore(again);
        } else if (watch.site.known().removed.contains(id)) {
            wants(watch, id);
            watch.monitor.monitored().watch(Set.of(id));
        } else if (watch.board.job(id).isPresent()) {
            removed.push(List.of(watch.board.job(id).get()));
            life.workspace.actions().remove(removed.peek());
        }
    }

    private static void wants(SimulatedWatch watch, String id) {
        watch.site.failures().askedAnew(id);
        watch.site.server().userWants(id);
    }

    /** Often for many at once. */
    private void askNow(SimulatedWatch watch) {
        int one = 1 + random.nextInt(20);
        List<Job> some = watch.board.jobs().stream().filter(_ -> random.nextInt(one) == 0).toList();
        some.forEach(job -> watch.site.server().userAsks(job.id()));
        life.workspace.actions().askNow(some);
    }

    /** Another life of the program. */
    private void begin() {
        lives++;
        removed.clear();
        dismissed.clear();
        killed = random.nextInt(20) == 0 ? 10 : 1_000;
        life = new SimulatedLife(sites, time, disk, random, SLOTS);
    }

    private void step() {
        long began = time.nanos();
        life.step();
        if (random.nextInt(50) == 0) {
            life.checkCounts();
        }
        time.sleepUntil(Math.min(life.nextWake(), time.nanos() + 3_600 * SimulatedTime.SECOND), life::arrived);
        ticksWithoutTime = time.nanos() == began ? ticksWithoutTime + 1 : 0;
        check(ticksWithoutTime < 1_000, "it ticks and ticks while no time passes");
        check(time.nanos() - lastAnswer() < LONGEST_SILENCE, "nothing is learned any more");
    }

    private long lastAnswer() {
        if (answers() != answersBefore) {
            answersBefore = answers();
            answeredAt = time.nanos();
        }
        return answeredAt;
    }
}
