package dev.jobglass.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpServer;
import dev.jobglass.testing.RunsServer;
import dev.jobglass.testing.RunsServer.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.util.WaitForAsyncUtils;

/** What scripts ask on the command line, of real servers. */
class ScriptCommandsTest {
    @TempDir
    private Path folder;
    private RunsServer server;

    private record Ended(int status, String out, String err) {
        JsonNode json() throws Exception {
            return new JsonMapper().readTree(out);
        }
    }

    @BeforeEach
    void serve() throws Exception {
        server = new RunsServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Ended run(Map<String, String> environment, List<String> arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<String> all = new ArrayList<>(arguments);
        all.addAll(List.of("--config-dir", folder.toString()));
        int status = Main.run(all.toArray(String[]::new), environment,
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Ended(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Ended ask(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--server", server.url()));
        return run(Map.of(), all);
    }

    /** On a thread of its own: clients need those of the common pool, which may have one only. */
    private CompletableFuture<Ended> inBackground(String... arguments) {
        CompletableFuture<Ended> ended = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> ended.complete(ask(arguments)));
        return ended;
    }

    @Test
    void statusTellsOfEachJob() {
        server.job("run_1", "running", 42, Map.of("agent_id", "recipe:news"));
        server.failed("run_2", "It \u001b[31mbroke\n");
        Ended ended = ask("status", "run_2", "run_1", server.url() + "/api/v1/runs/run_1");
        assertThat(ended.out()).isEqualTo("""
                JOB    STATE    PROGRESS  AGENT        DETAIL
                run_2  failed   30%       —            It broke
                run_1  running  42%       recipe:news  Step of run_1
                """);
        assertThat(ended.status()).isZero();
        assertThat(ended.err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"succeeded, 0", "failed, 1", "cancelled, 1"})
    void waitEndsAsItsJobs(String state, int status) {
        server.job("run_1", "succeeded", 100, Map.of());
        server.job("run_2", state, 100, Map.of());
        assertThat(ask("wait", "run_1", "run_2").status()).isEqualTo(status);
        assertThat(ask("status", "run_1", "run_2").status()).as("to be asked for is enough").isZero();
    }

    @Test
    void waitPollsAsTheServerAsksUntilTheJobIsOver() throws Exception {
        server.job("run_1", "running", 42, Map.of("retry_after", 1));
        CompletableFuture<Ended> ended = inBackground("wait", "run_1", "--json");
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> server.asked("run_1") >= 2);
        server.job("run_1", "succeeded", 100, Map.of());
        Ended over = ended.get(20, TimeUnit.SECONDS);
        assertThat(over.status()).isZero();
        assertThat(over.json().get(0).path("state").asText()).isEqualTo("succeeded");
        assertThat(server.asked("run_1")).isLessThan(10);
    }

    @Test
    void theTimeToWaitEnds() throws Exception {
        server.job("run_1", "running", 42, Map.of("retry_after", 3_600));
        Ended ended = ask("wait", "run_1", "--timeout", "1s", "--json");
        assertThat(ended.status()).isEqualTo(4);
        assertThat(ended.json().get(0).path("percentage").asInt()).isEqualTo(42);
        assertThat(server.asked("run_1")).isOne();
    }

    @Test
    void theTimeToWaitEndsWhateverTroublesTheServer() {
        server.insteadOfAll(new Reply(500, "text/plain", "out of order"));
        assertThat(ask("wait", "run_1", "--timeout", "1s").status()).isEqualTo(4);
        assertThat(ask("status", "run_1").status()).isEqualTo(5);
    }

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

    @ParameterizedTest
    @ValueSource(strings = {"status", "wait"})
    void whatNoServerKnowsIsSaid(String command) throws Exception {
        server.job("run_1", "succeeded", 100, Map.of());
        Ended ended = ask(command, "run_1", "run_nowhere", "--json");
        assertThat(ended.status()).isEqualTo(3);
        assertThat(ended.json().get(1).path("job_id").asText()).isEqualTo("run_nowhere");
        assertThat(ended.json().get(1).path("state").isNull()).isTrue();
        assertThat(ended.json().get(1).path("problem").asText()).contains("does not know it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "wait"})
    void oneOfSeveralServersKnowsIt(String command) throws Exception {
        try (RunsServer other = new RunsServer()) {
            other.job("run_2", "succeeded", 100, Map.of());
            Ended ended = ask(command, "run_2", "--json", "--server", other.url());
            assertThat(ended.status()).isZero();
            assertThat(ended.json().get(0).path("server").asText()).isEqualTo(other.url());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "wait", "list"})
    void aRefusedKeyEndsIt(String command) {
        server.insteadOfAll(new Reply(401, "application/json", "{\"detail\": \"No\"}"));
        Ended ended = command.equals("list") ? ask(command) : ask(command, "run_1");
        assertThat(ended.status()).isEqualTo(5);
        assertThat(ended.out() + ended.err()).contains(server.url()).contains("key");
    }

    @Test
    void aServerThatIsDownIsWaitedForAndSaid() throws Exception {
        int port = server.port();
        server.close();
        CompletableFuture<Ended> ended = inBackground("wait", "run_1");
        assertThat(ask("status", "run_1").status()).isEqualTo(5);
        server = new RunsServer(port);
        server.job("run_1", "succeeded", 100, Map.of());
        Ended over = ended.get(60, TimeUnit.SECONDS);
        assertThat(over.status()).isZero();
    }

    @Test
    void theNewestAreListed() throws Exception {
        for (int i = 0; i < 120; i++) {
            server.job("run_" + i, i % 2 == 0 ? "running" : "succeeded", 10, Map.of());
        }
        assertThat(ask("list", "--json").json()).hasSize(100);
        assertThat(ask("list", "--json", "--limit", "110").json()).hasSize(110);
        assertThat(ask("list", "--json", "--state", "running").json()).hasSize(60)
                .allMatch(job -> job.path("state").asText().equals("running"));
        assertThat(ask("list", "--limit", "2").out().lines()).hasSize(3);
    }

    /** Pages smaller than asked for, and one that comes twice. */
    @Test
    void allPagesAreReadWhateverTheirSize() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        HttpServer small = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        small.createContext("/", exchange -> {
            int page = Math.min(asked.incrementAndGet(), 3);
            String jobs = IntStream.range(0, 2).mapToObj(i -> """
                    {"job_id": "run_%d", "status": "%s"}""".formatted(page * 2 + i, i == 0 ? "running" : "failed"))
                    .collect(Collectors.joining(","));
            byte[] body = ("{\"jobs\": [" + jobs + "], \"total\": 6}").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        small.start();
        try {
            String url = "http://127.0.0.1:" + small.getAddress().getPort();
            assertThat(run(Map.of(), List.of("list", "--json", "--server", url)).json()).hasSize(6);
            asked.set(0);
            assertThat(run(Map.of(), List.of("list", "--json", "--state", "running", "--server", url)).json())
                    .hasSize(3).allMatch(job -> job.path("state").asText().equals("running"));
        } finally {
            small.stop(0);
        }
    }

    @Test
    void whatAServerSaysDoesNothingToATerminal() {
        server.insteadOfAll(new Reply(500, "application/json", "{\"detail\": \"oops \\u001b[31m\\nnext\"}"));
        Ended ended = ask("status", "run_1");
        assertThat(ended.out()).doesNotContain("\u001b").hasLineCount(2);
    }

    @Test
    void whatNobodyHasAnsweredIsInTheAnswerToo() throws Exception {
        int port = server.port();
        server.close();
        Ended ended = run(Map.of(), List.of("wait", "run_1", "--timeout", "1", "--json", "--server",
                "http://127.0.0.1:" + port));
        assertThat(ended.json()).hasSize(1);
        assertThat(ended.json().get(0).path("state").isNull()).isTrue();
        assertThat(ended.status()).isBetween(4, 5);
        server = new RunsServer();
    }

    @Test
    void settingsSayWhomToAskAndWithWhichKey() throws Exception {
        server.job("run_1", "succeeded", 100, Map.of());
        Files.writeString(folder.resolve("settings.json"), """
                {"servers": [{"url": "nonsense"}, {"url": "%s", "key": "s3cret", "on": true}]}"""
                .formatted(server.url()));
        assertThat(run(Map.of(), List.of("status", "run_1")).status()).isZero();
        assertThat(server.keys()).containsOnly("s3cret");
    }

    @Test
    void theKeyOfTheEnvironmentGoesToTheServerOfTheEnvironment() {
        server.job("run_1", "succeeded", 100, Map.of());
        assertThat(run(Map.of("PRAISONAI_BASE_URL", server.url(), "JOBGLASS_API_KEY", "s3cret"),
                List.of("status", "run_1")).status()).isZero();
        assertThat(server.keys()).containsOnly("s3cret");
    }

    @Test
    void settingsThatMakeNoSenseAreSaid() throws Exception {
        Files.writeString(folder.resolve("settings.json"), "{");
        Ended ended = run(Map.of(), List.of("status", "run_1"));
        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err()).startsWith("jobglass: ").contains("settings.json").hasLineCount(1);
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
