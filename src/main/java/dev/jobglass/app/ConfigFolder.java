package dev.jobglass.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where the platform wants a program's configuration to be. */
public final class ConfigFolder {
    private ConfigFolder() {
    }

    /**
     * {@return the folder, which need not exist}
     *
     * @param osName as in the system property {@code os.name}
     * @param home the user's home folder
     * @param environment the process's environment
     */
    public static Path of(String osName, Path home, Map<String, String> environment) {
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            String appData = environment.get("APPDATA");
            return (appData == null ? home.resolve("AppData").resolve("Roaming") : Path.of(appData))
                    .resolve("Jobglass");
        }
        if (os.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("Jobglass");
        }
        String xdg = environment.get("XDG_CONFIG_HOME");
        // The XDG specification has relative paths ignored.
        boolean usable = xdg != null && Path.of(xdg).isAbsolute();
        return (usable ? Path.of(xdg) : home.resolve(".config")).resolve("jobglass");
    }
}
