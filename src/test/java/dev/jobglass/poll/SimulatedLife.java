package dev.jobglass.poll;

import static dev.jobglass.testing.Invariant.check;

import dev.jobglass.history.History;
import dev.jobglass.history.SimulatedHistory;
import dev.jobglass.model.DisplayState;
import dev.jobglass.model.Job;
import dev.jobglass.monitor.Workspace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** One life of the program, from its start to its kill: the history and all servers that are watched. */
final class SimulatedLife {
    final Workspace workspace;
    final List<SimulatedWatch> watches = new ArrayList<>();
    private final History history;
    private final SimulatedTime time;
    private final Random random;
    private final int slots;

    SimulatedLife(List<SimulatedSite> sites, SimulatedTime time, SimulatedDisk disk, Random random, int slots) {
        this.time = time;
        this.random = random;
        this.slots = slots;
        history = SimulatedHistory.open(disk.folder(), time::instant, new SimulatedThread(time));
        workspace = new Workspace(history);
        sites.stream().filter(site -> !site.known().off).forEach(this::watch);
        workspace.start();
    }

    private void watch(SimulatedSite site) {
        site.server().forgetAsker();
        SimulatedWatch watch = new SimulatedWatch(site, time, random, slots, history);
        watches.add(watch);
        workspace.add(watch.monitor.monitored());
    }

    /** {@return a server that is watched} */
    SimulatedWatch any() {
        return watches.get(random.nextInt(watches.size()));
    }

    /** {@return the watch of a job, or null when it is over} */
    SimulatedWatch of(Job job) {
        return watches.stream().filter(watch -> watch.monitor.monitored() == workspace.of(job)).findFirst()
                .orElse(null);
    }

    /** The user has a server watched again, or no more. */
    void turn(SimulatedSite site) {
        if (site.known().off) {
            site.known().off = false;
            watch(site);
        } else if (watches.size() > 1) {
            SimulatedWatch watch = watches.stream().filter(one -> one.site == site).findFirst().orElseThrow();
            workspace.remove(watch.monitor.monitored());
            watches.remove(watch);
            site.known().off = true;
        }
    }

    boolean arrived() {
        return watches.stream().anyMatch(SimulatedWatch::arrived);
    }

    void step() {
        List.copyOf(watches).forEach(SimulatedWatch::step);
    }

    /** {@return when any of them wants to be ticked next, in monotonic nanoseconds} */
    long nextWake() {
        return watches.stream().mapToLong(watch -> watch.monitor.nextWake()).min().orElse(Long.MAX_VALUE);
    }

    /** Checks that the whole is what its parts are. */
    void checkCounts() {
        watches.forEach(SimulatedWatch::checkCounts);
        for (DisplayState state : DisplayState.values()) {
            check(workspace.count(state) == workspace.jobs().filter(job -> job.view().state() == state).count(),
                    "wrong count of " + state + " over all servers");
        }
        check(workspace.size() == watches.stream().mapToInt(watch -> watch.board.jobs().size()).sum(),
                "jobs of a server that is not watched");
        Set<Job> open = watches.stream().flatMap(watch -> watch.board.failures().open().stream())
                .collect(Collectors.toSet());
        check(new HashSet<>(workspace.failures()).equals(open) && workspace.failures().size() == open.size(),
                "other failures are open than those of the servers");
    }

    /** What is left over of it does nothing that counts any more. */
    void end() {
        workspace.close();
        history.close();
    }
}
