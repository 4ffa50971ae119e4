package dev.jobglass.desktop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** A file that has a program started at login: of XDG autostart, or a LaunchAgent of macOS. */
final class FileLoginEntry implements LoginEntry {
    private static final Pattern SWITCHED_OFF = Pattern
            .compile("(?m)^(Hidden\\s*=\\s*true|X-GNOME-Autostart-enabled\\s*=\\s*false)\\s*$");

    private final Path file;
    private final String content;

    private FileLoginEntry(Path file, String content) {
        this.file = file;
        this.content = content;
    }

    /** That of Linux desktops; {@code TryExec} has them pass over it when the program was removed. */
    static FileLoginEntry autostart(Path program, Path home, String configHome) {
        Path config = configHome == null || !Path.of(configHome).isAbsolute()
                ? home.resolve(".config")
                : Path.of(configHome);
        return new FileLoginEntry(config.resolve("autostart").resolve("jobglass.desktop"), """
                [Desktop Entry]
                Type=Application
                Name=Jobglass
                Exec=%s %s
                TryExec=%s
                Icon=jobglass
                Terminal=false
                X-GNOME-Autostart-enabled=true
                """.formatted(quoted(program.toString()), ARGUMENT, program.toString().replace("\\", "\\\\")));
    }

    /** As the specification of desktop entries has it: once for the argument, once more for the value. */
    private static String quoted(String text) {
        String argument = text.replaceAll("([\"`$\\\\])", "\\\\$1").replace("%", "%%");
        return '"' + argument.replace("\\", "\\\\") + '"';
    }

    static FileLoginEntry launchAgent(Path program, Path home) {
        return new FileLoginEntry(home.resolve("Library").resolve("LaunchAgents").resolve("dev.jobglass.plist"), """
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
                <plist version="1.0">
                <dict>
                  <key>Label</key><string>dev.jobglass</string>
                  <key>ProgramArguments</key><array><string>%s</string><string>%s</string></array>
                  <key>RunAtLoad</key><true/>
                </dict>
                </plist>
                """.formatted(program.toString().replace("&", "&amp;").replace("<", "&lt;"), ARGUMENT));
    }

    @Override
    public boolean isOn() {
        try {
            return !SWITCHED_OFF.matcher(Files.readString(file)).find();
        } catch (IOException _) {
            return false; // there is none
        }
    }

    @Override
    public void turn(boolean on) throws IOException {
        if (on) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        } else {
            Files.deleteIfExists(file);
        }
    }
}
