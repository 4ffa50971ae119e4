package dev.jobglass.app;

import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import java.nio.file.InvalidPathException;
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
     * @throws UsageException when there is no home, or a name that this system's encoding of files cannot write
     */
    static AppDirectories of(Map<String, String> environment) throws UsageException {
        Path home = Path.of(System.getProperty("user.home"));
        AppDirectories directories;
        try {
            directories = of(System.getProperty("os.name"), home, environment);
        } catch (InvalidPathException e) {
            throw new UsageException(Messages.of("app.bad.folder", PlainText.line(e.getInput())));
        }
        if (!directories.config().isAbsolute() || !directories.data().isAbsolute()) { // Java's home of nobody is "?"
            throw new UsageException(Messages.of("app.bad.home"));
        }
        return directories;
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
