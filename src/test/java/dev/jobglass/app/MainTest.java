package dev.jobglass.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong on the command line is said in one line, before any window is thought of. */
class MainTest {
    @TempDir
    private Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(Map<String, String> environment, String... arguments) {
        return Main.run(arguments, environment, new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private void assertOneLine(String part) {
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("jobglass: ").contains(part)
                .doesNotContain("Exception", "\tat").satisfies(text -> assertThat(text.lines()).hasSize(1))
                .endsWith(". Try 'jobglass --help'.\n");
        assertThat(out.size()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"--nonsense|Unknown option --nonsense", "--server|Missing required parameter",
            "--server=ftp://h|must begin with http", "--server=http://u:p@h|Leave user name",
            "--api-key-file=/no/such/file|Cannot read the key file",
            "--theme=pink|choose dark, light, high-contrast or system",
            "?!|?!\" is no job id", "--watch=*.*|*.*\" is no job id",
            "http://127.0.0.1:8472|write --server http://127.0.0.1:8472",
            "--size=big|write it as 1280x800", "--after=soon|no number of seconds",
            "--demo --server=http://h|either --demo or --server"})
    void saysWhatToDo(String arguments, String part) {
        assertThat(run(Map.of(), arguments.split(" "))).isEqualTo(2);
        assertOneLine(part);
    }

    @Test
    void aPasswordInAnAddressIsNotRepeated() {
        assertThat(run(Map.of(), "--server=http://user:hunter2@127.0.0.1:9613")).isEqualTo(2);
        assertOneLine("http://…@127.0.0.1:9613");
        assertThat(err.toString(StandardCharsets.UTF_8)).doesNotContain("hunter2");
    }

    @Test
    void aKeyFileMayBeginWithTheMarkOfAnEditor() throws Exception {
        Path file = Files.writeString(folder.resolve("key"), "\uFEFFsecret\r\n");

        assertThat(run(Map.of(), "--config-dir", folder.toString(), "--api-key-file", file.toString())).isEqualTo(2);
        assertOneLine("--api-key-file needs a server"); // and nothing else is wrong
    }

    @Test
    void aKeyFileWithoutKey() throws Exception {
        Path file = Files.writeString(folder.resolve("key"), "two words\n");

        assertThat(run(Map.of(), "--api-key-file", file.toString())).isEqualTo(2);
        assertOneLine("holds no API key");
        assertThat(err.toString(StandardCharsets.UTF_8)).doesNotContain("two words");
    }

    @Test
    void aKeyFileWantsAServerNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("key"), "secret\n");

        assertThat(run(Map.of(), "--config-dir", folder.toString(), "--api-key-file", file.toString())).isEqualTo(2);
        assertOneLine("--api-key-file needs a server");
        assertThat(err.toString(StandardCharsets.UTF_8)).doesNotContain("secret");
    }

    @Test
    void theEnvironmentIsCheckedToo() {
        assertThat(run(Map.of("PRAISONAI_BASE_URL", "no where"))).isEqualTo(2);
        assertOneLine("PRAISONAI_BASE_URL is no server");
        err.reset();
        assertThat(run(Map.of("JOBGLASS_API_KEY", "a b"))).isEqualTo(2);
        assertOneLine("JOBGLASS_API_KEY holds no API key");
    }

    @Test
    void screensAreCountedFromOne() {
        assertThat(run(Map.of(), "--screen", "0", "--help")).isEqualTo(2);
        assertOneLine("0");
    }

    @Test
    void helpNamesEveryOption() {
        assertThat(run(Map.of(), "--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("--server", "--watch=", "--demo", "--watch-screen",
                "--config-dir", "--theme", "--snapshot", "--after", "--size", "--api-key-file", "--version",
                "PRAISONAI_BASE_URL", "JOBGLASS_API_KEY");
        assertThat(err.size()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"staus, status", "stats, status", "lst, list", "lists, list", "wiat, ''", "wai, wait",
            "compleshun, ''", "completio, completion"})
    void aMistypedCommandIsNoJob(String typed, String meant) {
        if (meant.isEmpty()) {
            assertThat(Main.similarCommand(typed)).isEmpty();
            return;
        }
        assertThat(run(Map.of(), typed, "run_1")).isEqualTo(2);
        assertOneLine("did you mean “" + meant + "”?");
    }

    @Test
    void version() {
        assertThat(run(Map.of(), "--version")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).matches("jobglass \\d+\\.\\d+\\.\\d+\\R");
    }
}
