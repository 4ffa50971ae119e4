package dev.jobglass.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.testing.RunsServer.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What scripts and their users read: tables, complaints, what shells need. */
class ScriptOutputTest extends ScriptTest {
    @Test
    void columnsAreAsWideAsTerminalsPaintThem() {
        server.job("run_1", "queued", 0, Map.of("agent_id", "新闻分析", "progress", Map.of("current_step", "x")));
        server.job("run_2", "queued", 0, Map.of("agent_id", "cafe\u0301 ✅"));
        assertThat(ask("status", "run_1", "run_2").out().lines()).contains("run_1  queued  —         新闻分析  x",
                "run_2  queued  0%        cafe\u0301 ✅   Step of run_2");
    }

    @Test
    void whatCannotBeWrittenIsNoSuccess() {
        server.job("run_1", "queued", 0, Map.of());
        PrintStream full = new PrintStream(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        }, true, StandardCharsets.UTF_8);
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Main.run(new String[]{"list", "--server", server.url(), "--config-dir", folder.toString()},
                Map.of(), full, new PrintStream(err, true, StandardCharsets.UTF_8));
        assertThat(status).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("could not be written");
    }

    @Test
    void shellsOfferWhatIsTyped() {
        for (String shell : List.of("bash", "zsh", "fish")) {
            assertThat(run(Map.of(), new ArrayList<>(List.of("completion", shell))).out()).as(shell)
                    .contains("high-contrast").contains("queued")
                    .doesNotContain("HIGH_CONTRAST").doesNotContain("UNKNOWN").doesNotContain("QUEUED");
        }
    }

    @Test
    void whatAServerSaysDoesNothingToATerminal() {
        server.insteadOfAll(new Reply(500, "application/json", "{\"detail\": \"oops \\u001b[31m\\nnext\"}"));
        Ended ended = ask("status", "run_1");
        assertThat(ended.out()).doesNotContain("\u001b").hasLineCount(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "wait", "wait run_1 --timeout soon", "wait run_1 --timeout 0",
            "wait run_1 --timeout 9999999d", "list --state new",
            "list --limit -1", "completion tcsh", "completion", "list run_1", "status run_1 --bogus"})
    void wrongUsageIsOneSentence(String line) {
        Ended ended = ask(line.split(" "));
        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).startsWith("jobglass: ").hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource({"status, ''", "wait, ''", "wait, '  '", "status, ','"})
    void whatNamesNoJobIsNoSuccess(String command, String job) {
        Ended ended = ask(command, job);
        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err()).contains("is no job id").hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void shellsLearnTheCommands(String shell) {
        Ended ended = run(Map.of(), List.of("completion", shell));
        assertThat(ended.status()).isZero();
        assertThat(ended.out()).contains("status", "list", "wait", "completion", "timeout", "server");
    }
}
