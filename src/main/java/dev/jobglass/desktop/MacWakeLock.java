package dev.jobglass.desktop;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/**
 * Keeps macOS' screens lit by the system's own program for that, which holds an {@code IOPMAssertion} and ends with the
 * process it is told of.
 */
final class MacWakeLock implements WakeLock {
    /** Of displays ({@code -d}), for as long as this process runs ({@code -w}). */
    static final List<String> COMMAND = List.of("/usr/bin/caffeinate", "-d", "-w",
            String.valueOf(ProcessHandle.current().pid()));
    private static final System.Logger LOG = System.getLogger(MacWakeLock.class.getName());

    private final Executor thread = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("wake-lock").factory());
    private final List<String> command;
    /** Of that thread: null while it is not held. */
    private Process holder;

    /**
     * Holds nothing yet.
     *
     * @param command what keeps the screens lit as long as it runs
     */
    MacWakeLock(List<String> command) {
        this.command = command;
    }

    @Override
    public void hold(boolean held) {
        thread.execute(() -> {
            if (held && (holder == null || !holder.isAlive())) {
                holder = start();
            } else if (!held && holder != null) {
                holder.destroy();
                holder = null;
            }
        });
    }

    private Process start() {
        try {
            return new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.INFO, "Nobody here keeps the screen from going dark: {0}", e.getMessage());
            return null;
        }
    }
}
