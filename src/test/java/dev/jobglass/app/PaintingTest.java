package dev.jobglass.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What paints, by what Linux tells of the machine. */
@DisabledOnOs(OS.WINDOWS)
class PaintingTest {
    @TempDir
    private Path folder;

    private Path machine(String driver, String... modes) throws IOException {
        Path graphics = Files.createDirectory(folder.resolve("drm"));
        Path driverFolder = Files.createDirectories(folder.resolve("drivers").resolve(driver));
        Files.createDirectories(graphics.resolve("renderD128/device"));
        Files.createSymbolicLink(graphics.resolve("renderD128/device/driver"), driverFolder);
        for (int i = 0; i < modes.length; i++) {
            Path screen = Files.createDirectories(graphics.resolve("card1-DP-" + i));
            Files.writeString(screen.resolve("modes"), modes[i]);
        }
        Files.writeString(graphics.resolve("version"), "drm 1.1.0 20060810");
        return graphics;
    }

    @ParameterizedTest
    @CsvSource({"i915, 3840x2160, 'es2,sw'", "amdgpu, 3840x2160, 'es2,sw'", "nvidia, 5120x2880, 'es2,sw'",
            "i915, 1920x1080, sw", "i915, 3440x1440, sw", "i915, '', sw", "i915, nonsense, sw", "i915, 99999999x9, sw",
            "virtio_gpu, 3840x2160, sw", "vmwgfx, 3840x2160, sw"})
    void aCardPaintsLargeScreens(String driver, String mode, String expected) throws IOException {
        assertThat(Painting.order(machine(driver, mode + "\n1024x768\n"))).isEqualTo(expected);
    }

    @Test
    void theLargestOfTheScreensCounts() throws IOException {
        assertThat(Painting.order(machine("i915", "1920x1080\n", "", "3840x2160i\n1920x1080\n"))).isEqualTo("es2,sw");
    }

    @Test
    void withoutACardOrAnyWordTheProcessorPaints() throws IOException {
        assertThat(Painting.order(folder.resolve("nothing"))).isEqualTo("sw");
        assertThat(Painting.order(Files.createDirectory(folder.resolve("empty")))).isEqualTo("sw");
    }
}
