package dev.jobglass.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigFolderTest {
    private static final Path HOME = Path.of("/home/p").toAbsolutePath();

    @Test
    void linuxFollowsXdg() {
        Path xdg = Path.of("/x").toAbsolutePath();
        assertThat(ConfigFolder.of("Linux", HOME, Map.of())).isEqualTo(HOME.resolve(".config/jobglass"));
        assertThat(ConfigFolder.of("Linux", HOME, Map.of("XDG_CONFIG_HOME", xdg.toString())))
                .isEqualTo(xdg.resolve("jobglass"));
        assertThat(ConfigFolder.of("Linux", HOME, Map.of("XDG_CONFIG_HOME", "relative")))
                .isEqualTo(HOME.resolve(".config/jobglass"));
    }

    @Test
    void windowsAndMac() {
        Path roaming = Path.of("/roaming").toAbsolutePath();
        assertThat(ConfigFolder.of("Windows 11", HOME, Map.of("APPDATA", roaming.toString())))
                .isEqualTo(roaming.resolve("Jobglass"));
        assertThat(ConfigFolder.of("Windows 11", HOME, Map.of())).isEqualTo(HOME.resolve("AppData/Roaming/Jobglass"));
        assertThat(ConfigFolder.of("Mac OS X", HOME, Map.of()))
                .isEqualTo(HOME.resolve("Library/Application Support/Jobglass"));
    }
}
