package dev.jobglass.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.jobglass.testing.BesideOthers;
import dev.jobglass.testing.RunsServer;
import dev.jobglass.testing.RunsServer.Reply;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.util.WaitForAsyncUtils;

/** What scripts ask on the command line, of real servers. */
@BesideOthers
class ScriptCommandsTest extends ScriptTest {
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
    void aJobThatCannotBeReadIsSaidToBeLeftOut() throws Exception {
        server.job("run_1", "running", 42, Map.of());
        server.job("run_2", null, 42, Map.of());
        Ended ended = ask("list", "--json");
        assertThat(ended.json()).hasSize(1);
        assertThat(ended.err()).contains(server.url()).contains("One job in the list is too large or damaged");
    }

    @Test
    void oneThatIsTooLargeHidesNoneOfItsNeighbours() throws Exception {
        for (int i = 0; i < 20; i++) {
            server.job("run_" + i, "running", 10, Map.of());
        }
        server.failed("run_3", "x".repeat(5 << 20));
        Ended ended = ask("list", "--json");
        assertThat(ended.json()).hasSize(19);
        assertThat(ended.err()).contains(server.url()).contains("One job in the list is too large or damaged");
        assertThat(ended.status()).isZero();
    }

    @Test
    void aVariableThatNamesNoProxyIsNamedWithoutWhatItSays() throws Exception {
        server.job("run_1", "running", 42, Map.of());
        Ended ended = run(Map.of("http_proxy", "http://ann:secret@[::1", "ALL_PROXY", "socks5://proxy:1080"),
                List.of("list", "--json", "--server", server.url()));
        assertThat(ended.json()).hasSize(1);
        assertThat(ended.err()).contains("http_proxy").doesNotContain("secret").doesNotContain("ALL_PROXY");
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
}
