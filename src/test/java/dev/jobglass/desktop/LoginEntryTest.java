package dev.jobglass.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starting at login, as each platform writes it down. */
class LoginEntryTest {
    @TempDir
    private Path home;

    private LoginEntry linux(String program) {
        return LoginEntry.of("Linux", Path.of(program), home, Map.of()).orElseThrow();
    }

    private Path file() {
        return home.resolve(".config/autostart/jobglass.desktop");
    }

    @Test
    void linuxHasAFileThatComesAndGoes() throws Exception {
        LoginEntry entry = linux("/opt/jobglass/bin/jobglass");
        assertThat(entry.isOn()).isFalse();
        entry.turn(true);
        assertThat(entry.isOn()).isTrue();
        assertThat(file()).content()
                .startsWith("[Desktop Entry]\n")
                .contains("\nExec=\"/opt/jobglass/bin/jobglass\" --background\n")
                .contains("\nTryExec=/opt/jobglass/bin/jobglass\n"); // nothing is started when it was removed
        entry.turn(false);
        entry.turn(false);
        assertThat(entry.isOn()).isFalse();
        assertThat(file()).doesNotExist();
    }

    @Test
    void whatTheDesktopsOwnSettingsSwitchedOffIsOff() throws Exception {
        LoginEntry entry = linux("/usr/bin/jobglass");
        entry.turn(true);
        String on = Files.readString(file());
        for (String off : new String[]{on + "Hidden=true\n", on.replace("enabled=true", "enabled=false")}) {
            Files.writeString(file(), off);
            assertThat(entry.isOn()).as(off).isFalse();
        }
        entry.turn(true);
        assertThat(entry.isOn()).isTrue();
    }

    @Test
    void aPathIsQuotedAsTheSpecificationHasIt() throws Exception {
        linux("/home/me/my $apps/100% \"b\\c/jobglass").turn(true);
        assertThat(file()).content()
                .contains("\nExec=\"/home/me/my \\\\$apps/100%% \\\\\"b\\\\\\\\c/jobglass\" --background\n")
                .contains("\nTryExec=/home/me/my $apps/100% \"b\\\\c/jobglass\n");
    }

    @Test
    void theFolderOfSettingsMayBeElsewhere() throws Exception {
        LoginEntry.of("Linux", Path.of("/usr/bin/jobglass"), Path.of("/nowhere"),
                Map.of("XDG_CONFIG_HOME", home.resolve("conf").toString())).orElseThrow().turn(true);
        assertThat(home.resolve("conf/autostart/jobglass.desktop")).exists();
        LoginEntry.of("Linux", Path.of("/usr/bin/jobglass"), home, Map.of("XDG_CONFIG_HOME", "relative"))
                .orElseThrow().turn(true);
        assertThat(file()).exists();
    }

    @Test
    void whatCannotBeWrittenIsSaid() throws Exception {
        Files.writeString(home.resolve(".config"), "a file where a folder should be");
        LoginEntry entry = linux("/usr/bin/jobglass");
        assertThat(entry.isOn()).isFalse();
        assertThatThrownBy(() -> entry.turn(true)).isInstanceOf(IOException.class);
    }

    @Test
    void macHasALaunchAgent() throws Exception {
        LoginEntry entry = LoginEntry.of("Mac OS X", Path.of("/Applications/A&B.app/jobglass"), home, Map.of())
                .orElseThrow();
        entry.turn(true);
        assertThat(entry.isOn()).isTrue();
        assertThat(home.resolve("Library/LaunchAgents/dev.jobglass.plist")).content()
                .contains("<string>/Applications/A&amp;B.app/jobglass</string><string>--background</string>");
    }

    @Test
    void windowsHasAKeyInTheRegistry() {
        RegistryLoginEntry entry = new RegistryLoginEntry(Path.of("C:\\Program Files\\Jobglass\\Jobglass.exe"));
        assertThat(entry.command(true)).containsExactly("reg", "add",
                "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run", "/v", "Jobglass", "/d",
                "\"C:\\Program Files\\Jobglass\\Jobglass.exe\" --background", "/f");
        assertThat(entry.command(false)).startsWith("reg", "delete");
        assertThat(LoginEntry.of("Windows 11", Path.of("x"), home, Map.of()).orElseThrow())
                .isInstanceOf(RegistryLoginEntry.class);
    }

    @Test
    void whatIsNotInstalledCannotBeStarted() {
        assertThat(LoginEntry.of("Linux", null, home, Map.of())).isEmpty();
    }
}
