package dev.jobglass.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each language fits into a window of the usual size. A process for each, since texts are read once. */
class ClippedTextsTest {
    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "zh", "ar"})
    void nothingIsCutOff(String language) throws Exception {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.language=" + language, "-Dstdout.encoding=UTF-8", "--enable-native-access=ALL-UNNAMED", "-cp",
                Path.of("target", "test-classes") + File.pathSeparator + System.getProperty("jdk.module.path"),
                ClippedTexts.class.getName()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        List<String> said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines()
                .toList();
        assertThat(process.waitFor()).as(() -> said.toString()).isZero();
        assertThat(said).as("cut off").hasSize(1);
        assertThat(Integer.parseInt(said.getFirst())).as("texts looked at").isGreaterThan(40);
    }
}
