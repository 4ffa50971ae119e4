package dev.jobglass.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every view in every size, text, language and colour, with every content, any two of them together; with
 * {@code -Dlayout.all=true} all of them together, which takes hours. A process for each language, since texts are read
 * once.
 */
@Execution(ExecutionMode.CONCURRENT) // in processes of its own, whose log is not ours
class LayoutSweepTest {
    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "zh", "ar"})
    void theWindowHolds(String language) throws Exception {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java")
                .toString(), "-Duser.language=" + language, "-Dstdout.encoding=UTF-8",
                "-Djavafx.animation.fullspeed=true", // it waits for pulses, not for time
                "--enable-native-access=ALL-UNNAMED", "-cp", Path.of("target", "test-classes") + File.pathSeparator
                        + System.getProperty("jdk.module.path"),
                LayoutSweep.class.getName(), language));
        if (Boolean.getBoolean("layout.all")) {
            command.add("all");
        }
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines()
                .toList();
        assertThat(process.waitFor()).as(() -> lines.toString()).isZero();
        assertThat(lines.subList(0, lines.size() - 1)).as("pictures are in target/layout").isEmpty();
        assertThat(Integer.parseInt(lines.getLast())).as("views looked at").isGreaterThan(20);
    }
}
