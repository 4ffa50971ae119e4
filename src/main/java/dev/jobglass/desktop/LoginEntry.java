package dev.jobglass.desktop;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Has the desktop start the program, without a window, when its user logs in. Where that is written down is its only
 * memory: the desktop's own settings change it too. Blocks for a moment, so it is not for the JavaFX thread.
 */
public interface LoginEntry {
    /** What the program is started with then. */
    String ARGUMENT = "--background";

    /** {@return whether it is started} */
    boolean isOn();

    /**
     * Has it started from now on, or not.
     *
     * @param on which
     * @throws IOException when that cannot be written down
     */
    void turn(boolean on) throws IOException;

    /**
     * {@return that of a desktop, or nothing when the program is not installed}
     *
     * @param osName as in the system property {@code os.name}
     * @param program that is to be started, or null when it is not installed
     * @param home the user's folder
     * @param environment of this process
     */
    static Optional<LoginEntry> of(String osName, Path program, Path home, Map<String, String> environment) {
        if (program == null) {
            return Optional.empty();
        }
        return Optional.of(switch (OperatingSystem.of(osName)) {
            case WINDOWS -> new RegistryLoginEntry(program);
            case MAC -> FileLoginEntry.launchAgent(program, home);
            case OTHER -> FileLoginEntry.autostart(program, home, environment.get("XDG_CONFIG_HOME"));
        });
    }
}
