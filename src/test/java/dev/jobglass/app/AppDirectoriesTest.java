package dev.jobglass.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AppDirectoriesTest {
    private static final Path HOME = Path.of("/home/p").toAbsolutePath();

    private static Path config(String osName, Map<String, String> environment) {
        return AppDirectories.of(osName, HOME, environment).config();
    }

    private static Path data(String osName, Map<String, String> environment) {
        return AppDirectories.of(osName, HOME, environment).data();
    }

    @Test
    void linuxFollowsXdg() {
        Path xdg = Path.of("/x").toAbsolutePath();
        assertThat(config("Linux", Map.of())).isEqualTo(HOME.resolve(".config/jobglass"));
        assertThat(config("Linux", Map.of("XDG_CONFIG_HOME", xdg.toString())))
                .isEqualTo(xdg.resolve("jobglass"));
        assertThat(config("Linux", Map.of("XDG_CONFIG_HOME", "relative")))
                .isEqualTo(HOME.resolve(".config/jobglass"));
    }

    @Test
    void windowsAndMac() {
        Path roaming = Path.of("/roaming").toAbsolutePath();
        assertThat(config("Windows 11", Map.of("APPDATA", roaming.toString())))
                .isEqualTo(roaming.resolve("Jobglass"));
        assertThat(config("Windows 11", Map.of())).isEqualTo(HOME.resolve("AppData/Roaming/Jobglass"));
        assertThat(config("Mac OS X", Map.of()))
                .isEqualTo(HOME.resolve("Library/Application Support/Jobglass"));
    }

    @Test
    void dataLiesApartFromSettingsWhereThePlatformWantsItSo() {
        Path named = Path.of("/named").toAbsolutePath();
        assertThat(data("Linux", Map.of())).isEqualTo(HOME.resolve(".local/share/jobglass"));
        assertThat(data("Linux", Map.of("XDG_DATA_HOME", named.toString()))).isEqualTo(named.resolve("jobglass"));
        assertThat(data("Linux", Map.of("XDG_DATA_HOME", "relative"))).isEqualTo(HOME.resolve(".local/share/jobglass"));
        assertThat(data("Windows 11", Map.of("LOCALAPPDATA", named.toString()))).isEqualTo(named.resolve("Jobglass"));
        assertThat(data("Windows 11", Map.of())).isEqualTo(HOME.resolve("AppData/Local/Jobglass"));
        assertThat(data("Mac OS X", Map.of())).isEqualTo(config("Mac OS X", Map.of()));
    }
}
