package dev.jobglass.desktop;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.ValueLayout;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.IntUnaryOperator;

/** Asks Windows for light. It belongs to the thread that asks, so that one stays for as long as the program runs. */
final class WindowsWakeLock implements WakeLock {
    private static final System.Logger LOG = System.getLogger(WindowsWakeLock.class.getName());
    /** Of {@code winbase.h}. */
    static final int CONTINUOUS = 0x80000000;
    static final int SYSTEM_REQUIRED = 1;
    static final int DISPLAY_REQUIRED = 2;

    private final Executor thread = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("wake-lock").factory());
    private final IntUnaryOperator setState;

    /**
     * Holds nothing yet.
     *
     * @param setState the function of Windows: returns the state of before, or 0 when it could not be set
     */
    WindowsWakeLock(IntUnaryOperator setState) {
        this.setState = setState;
    }

    @Override
    public void hold(boolean held) {
        int state = held ? CONTINUOUS | SYSTEM_REQUIRED | DISPLAY_REQUIRED : CONTINUOUS;
        thread.execute(() -> {
            if (setState.applyAsInt(state) == 0) {
                LOG.log(System.Logger.Level.INFO, "Windows does not keep the screen from going dark");
            }
        });
    }

    static int setThreadExecutionState(int state) {
        try {
            return (int) NativeFunctions.call(NativeFunctions.of("kernel32", "SetThreadExecutionState",
                    FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT)), state);
        } catch (IOException _) {
            return 0;
        }
    }
}
