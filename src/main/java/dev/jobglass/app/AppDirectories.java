package dev.jobglass.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Where the platform wants a program to keep its files. Neither folder need exist.
 *
 * @param config for settings and logs
 * @param data for what is remembered
 */
record AppDirectories(Path config, Path data) {

    /**
     * {@return the directories of the user whose process this is}
     *
     * @param environment the process's environment
     */
    static AppDirectories of(Map<String, String> environment) {
        return of(System.getProperty("os.name"), Path.of(System.getProperty("user.home")), environment);
    }

    /**
     * {@return the directories}
     *
     * @param osName as in the system property {@code os.name}
     * @param home the user's home folder
     * @param environment the process's environment
     */
    static AppDirectories of(String osName, Path home, Map<String, String> environment) {
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            Path local = home.resolve("AppData");
            return new AppDirectories(
                    named(environment, "APPDATA", local.resolve("Roaming")).resolve("Jobglass"),
                    named(environment, "LOCALAPPDATA", local.resolve("Local")).resolve("Jobglass"));
        }
        if (os.startsWith("mac")) {
            Path both = home.resolve("Library").resolve("Application Support").resolve("Jobglass");
            return new AppDirectories(both, both);
        }
        return new AppDirectories(
                named(environment, "XDG_CONFIG_HOME", home.resolve(".config")).resolve("jobglass"),
                named(environment, "XDG_DATA_HOME", home.resolve(".local").resolve("share")).resolve("jobglass"));
    }

    /** The XDG specification has relative paths ignored; on Windows there are none. */
    private static Path named(Map<String, String> environment, String variable, Path usual) {
        String value = environment.get(variable);
        return value != null && Path.of(value).isAbsolute() ? Path.of(value) : usual;
    }
}
