package dev.jobglass.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** How Windows and macOS are asked for light. */
class OtherWakeLocksTest {
    @Test
    void windowsIsAskedByOneThreadForAllItsLife() throws Exception {
        BlockingQueue<Integer> states = new LinkedBlockingQueue<>();
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        WakeLock lock = new WindowsWakeLock(state -> {
            threads.add(Thread.currentThread());
            states.add(state);
            return 0; // which is said, and harms nothing
        });
        lock.hold(true);
        lock.hold(false);
        assertThat(states.poll(30, TimeUnit.SECONDS)).isEqualTo(0x80000003);
        assertThat(states.poll(30, TimeUnit.SECONDS)).isEqualTo(0x80000000);
        assertThat(threads).hasSize(1);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onMacOsAProgramRunsMeanwhile(@TempDir Path folder) throws Exception {
        Path pids = folder.resolve("pids");
        WakeLock lock = new MacWakeLock(List.of("/bin/sh", "-c", "echo $$ >> '" + pids + "'; exec sleep 1000"));
        ProcessHandle first = started(lock, pids, 1);
        lock.hold(false);
        first.onExit().get(30, TimeUnit.SECONDS);
        ProcessHandle second = started(lock, pids, 2);
        second.destroy(); // by somebody else
        second.onExit().get(30, TimeUnit.SECONDS);
        ProcessHandle third = started(lock, pids, 3);
        lock.hold(false);
        third.onExit().get(30, TimeUnit.SECONDS);
        assertThat(Files.readAllLines(pids)).hasSize(3);
    }

    /** Held again and again, as the watch screen does: that a process has ended comes to be known a moment later. */
    private static ProcessHandle started(WakeLock lock, Path pids, int times) throws Exception {
        TestBus.until("started", () -> {
            lock.hold(true);
            return Files.exists(pids) && Files.readAllLines(pids).size() >= times;
        });
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(pids).getLast())).orElseThrow();
    }

    @Test
    void whereThereIsNoSuchProgramNothingHappens() {
        WakeLock lock = new MacWakeLock(List.of("/nowhere/caffeinate"));
        lock.hold(true);
        lock.hold(false);
    }
}
