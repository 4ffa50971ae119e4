package dev.jobglass.app;

import dev.jobglass.desktop.Registry;
import dev.jobglass.text.Link;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Has Windows open links with the program that is installed, for this user: unlike those of Linux and macOS, the
 * packages that jpackage makes there cannot say so.
 */
final class WindowsLinks {
    private static final System.Logger LOG = System.getLogger(WindowsLinks.class.getName());

    private WindowsLinks() {
    }

    /** {@return the commands that write it into the registry, to be run without a shell} */
    static List<List<String>> commands(String program) {
        String key = "HKCU\\Software\\Classes\\" + Link.SCHEME.replace(":", "");
        return List.of(
                List.of("reg", "add", key, "/ve", "/d", "URL:Jobglass", "/f"),
                List.of("reg", "add", key, "/v", "URL Protocol", "/d", "", "/f"),
                List.of("reg", "add", key + "\\shell\\open\\command", "/ve", "/d",
                        "\"" + program + "\" \"%1\"", "/f"));
    }

    /**
     * Registers them in the background.
     *
     * @param osName as in the system property {@code os.name}
     * @param program where the program is installed, or null when it is not
     */
    static void register(String osName, Path program) {
        if (osName.startsWith("Windows") && program != null) {
            Thread.startVirtualThread(() -> commands(program.toString()).forEach(WindowsLinks::run));
        }
    }

    private static void run(List<String> command) {
        try {
            Registry.did(command);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.INFO, "Links will not be opened by this program: {0}", e.toString());
        }
    }
}
