package dev.jobglass.notifications;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Notifications of Windows and macOS, by the program each has for that; those of Linux are {@link DesktopChannel}'s.
 * Where there is no such program nothing happens.
 */
public final class SystemChannel implements Channel {
    private static final System.Logger LOG = System.getLogger(SystemChannel.class.getName());
    private static final int PATIENCE_SECONDS = 30;
    /** Title and text come as arguments, so that nothing in them is taken for script. */
    private static final String APPLE_SCRIPT = """
            on run argv
            display notification (item 2 of argv) with title (item 1 of argv)
            end run""";
    private static final String POWER_SHELL = """
            Add-Type -AssemblyName System.Windows.Forms
            $icon = New-Object System.Windows.Forms.NotifyIcon
            $icon.Icon = [System.Drawing.SystemIcons]::Information
            $icon.Visible = $true
            $icon.ShowBalloonTip(8000, $env:JOBGLASS_TITLE, $env:JOBGLASS_TEXT, 'None')
            Start-Sleep -Seconds 8
            $icon.Dispose()""";

    /** What these programs have to know of where they are. */
    private static final Set<String> NEEDED = Set.of("PATH", "HOME", "USER", "LANG", "LC_ALL",
            "SystemRoot", "SYSTEMROOT", "windir", "TEMP", "TMP", "PATHEXT");

    private final String os;
    private final String path;

    /**
     * Prepares; nothing is run yet.
     *
     * @param osName as in the system property {@code os.name}
     * @param path the folders where programs are, as in the variable {@code PATH}
     */
    public SystemChannel(String osName, String path) {
        this.os = osName.toLowerCase(Locale.ROOT);
        this.path = path;
    }

    @Override
    public void tell(Notification notification) {
        command(notification).ifPresent(command -> Thread.startVirtualThread(() -> run(command, notification)));
    }

    private Optional<List<String>> command(Notification notification) {
        if (os.startsWith("windows")) {
            return program("powershell.exe")
                    .map(program -> List.of(program, "-NoProfile", "-NonInteractive", "-Command", POWER_SHELL));
        }
        if (os.startsWith("mac")) {
            return program("osascript").map(program -> List.of(program, "-e", APPLE_SCRIPT, notification.title(),
                    notification.text()));
        }
        return Optional.empty();
    }

    private Optional<String> program(String name) {
        return Stream.of(path.split(java.io.File.pathSeparator)).filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder).resolve(name)).filter(Files::isExecutable).map(Path::toString)
                .findFirst();
    }

    private static void run(List<String> command, Notification notification) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().retainAll(NEEDED); // our own has the key in it
        builder.environment().put("JOBGLASS_TITLE", notification.title());
        builder.environment().put("JOBGLASS_TEXT", notification.text());
        try {
            Process process = builder.start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.INFO, "The desktop takes no notification: {0}", e.toString());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
