package dev.jobglass.desktop;

/**
 * Keeps the screen from going dark. The desktop gives it back by itself when the program ends, in whatever way. Any
 * thread; nothing blocks.
 */
public interface WakeLock {
    /**
     * Holds it, or gives it back.
     *
     * @param held which; as it is already is fine
     */
    void hold(boolean held);

    /**
     * {@return that of a desktop}
     *
     * @param osName as in the system property {@code os.name}
     * @param bus by which Linux desktops are spoken to
     * @param reason why, in the user's words; desktops show it
     */
    static WakeLock of(String osName, MessageBus bus, String reason) {
        return switch (OperatingSystem.of(osName)) {
            case WINDOWS -> new WindowsWakeLock(WindowsWakeLock::setThreadExecutionState);
            case MAC -> new MacWakeLock(MacWakeLock.COMMAND);
            case OTHER -> new BusWakeLock(bus, reason);
        };
    }
}
