package dev.jobglass.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import dev.jobglass.rules.Finding;
import dev.jobglass.settings.NotificationSettings;
import dev.jobglass.settings.WatchRule;
import dev.jobglass.settings.WatchRule.Kind;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.util.WaitForAsyncUtils;

class RuleChannelsTest {
    private static final RuleMessage MESSAGE = RuleMessage.of(new Finding(
            new WatchRule(Kind.FAILED_IN_A_ROW, "", 3, 10, true), null, "invoice-audit", null,
            Instant.parse("2026-11-25T10:42:00Z")), 0);

    private final BlockingQueue<String> failures = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> bodies = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> signatures = new LinkedBlockingQueue<>();
    private final AtomicInteger calls = new AtomicInteger();
    private IntUnaryOperator status = _ -> 200;
    private HttpServer server;
    @TempDir
    private Path folder;

    @BeforeEach
    void serve() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            signatures.add(String.valueOf(exchange.getRequestHeaders().getFirst("X-Jobglass-Signature")));
            exchange.sendResponseHeaders(status.applyAsInt(calls.incrementAndGet()), -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void post(String secret) {
        post(new WebhookChannel(List.of(Duration.ofMillis(1), Duration.ofMillis(1))), secret);
    }

    private void post(WebhookChannel channel, String secret) {
        channel.tell("http://127.0.0.1:" + server.getAddress().getPort() + "/hook", secret, MESSAGE, failures::add);
    }

    private String taken(BlockingQueue<String> queue) throws Exception {
        return queue.poll(20, TimeUnit.SECONDS);
    }

    @Test
    void anAddressIsToldOnceAndSigned() throws Exception {
        post("hush");
        JsonNode json = new ObjectMapper().readTree(taken(bodies));
        assertThat(json.path("agent").asText()).isEqualTo("invoice-audit");
        assertThat(json.path("at").asText()).isEqualTo("2026-11-25T10:42:00Z");
        assertThat(taken(signatures)).isEqualTo(MESSAGE.signature("hush")).startsWith("sha256=").hasSize(71);
        post("");
        assertThat(taken(bodies)).isEqualTo(MESSAGE.json());
        assertThat(taken(signatures)).as("without a secret").isEqualTo("null");
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> calls.get() == 2);
        assertThat(failures).isEmpty();
    }

    @Test
    void anAddressThatIsBusyIsToldAgainAndThenNoMore() throws Exception {
        status = call -> call < 3 ? 503 : 204;
        post("");
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> calls.get() == 3);
        assertThat(bodies).allMatch(MESSAGE.json()::equals);
        status = _ -> 500;
        post("");
        assertThat(taken(failures)).contains("500");
        assertThat(calls.get()).isEqualTo(6);
    }

    @Test
    void oneThatWaitsHoldsUpNoOther() throws Exception {
        status = call -> call == 1 ? 503 : 204;
        try (WebhookChannel channel = new WebhookChannel(List.of(Duration.ofDays(1)))) {
            post(channel, "");
            taken(bodies);
            post(channel, "");
            assertThat(taken(bodies)).isEqualTo(MESSAGE.json());
            assertThat(failures).isEmpty();
        }
    }

    @Test
    void onlyAnAddressOverTlsOrOfThisComputerIsOne() {
        assertThat(List.of("", "https://hooks.example/x?y=1", "http://127.0.0.1:9/x", "http://localhost/",
                "http://[::1]/"))
                .allMatch(NotificationSettings::webhookOrEmpty);
        assertThat(List.of("http://hooks.example/", "https://", "ftp://127.0.0.1/", "http://127.0.0.1:99999/", "x y",
                "http://127.0.0.1.example/")).noneMatch(NotificationSettings::webhookOrEmpty);
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 302, 403, 404})
    void aRefusalIsFinal(int code) throws Exception {
        status = _ -> code;
        post("");
        assertThat(taken(failures)).contains(Integer.toString(code));
        assertThat(calls.get()).isOne();
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void whatPassesIsTriedAgain(int code) throws Exception {
        status = call -> call == 1 ? code : 299;
        post("");
        taken(bodies);
        assertThat(taken(bodies)).isEqualTo(MESSAGE.json());
        assertThat(failures).isEmpty();
    }

    @Test
    void whoHasNoAddressIsNotTold() {
        WebhookChannel channel = new WebhookChannel(List.of());
        channel.tell("", "", MESSAGE, failures::add);
        channel.close();
        assertThat(failures).isEmpty();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS) // it has no such programs
    void whatAProgramHasStartedEndsWithIt() throws Exception {
        String sleeper = "sleep 614.%09d".formatted(System.nanoTime() % 1_000_000_000); // nobody else's
        run("sh -c \"" + sleeper + " & wait\"");
        assertThat(taken(failures)).contains("longer");
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> ProcessHandle.allProcesses()
                .noneMatch(process -> process.info().commandLine().orElse("").endsWith(sleeper)));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS) // it has no such programs
    void aProgramGetsTheMessageAndNoShell() throws Exception {
        Path file = folder.resolve("what came");
        run("tee \"" + file + "\" $HOME;x");
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS,
                () -> Files.exists(file) && Files.readString(file).equals(MESSAGE.json()));
        Files.deleteIfExists(Path.of("$HOME;x")); // a name like any other, without a shell
    }

    private void run(String line) {
        new CommandChannel(Duration.ofMillis(300)).tell(line, MESSAGE, failures::add);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS) // it has no such programs
    void aProgramThatIsOfNoUseIsSaidToBe() throws Exception {
        run("/no/such/program");
        assertThat(taken(failures)).contains("could not be started");
        run("false");
        assertThat(taken(failures)).contains("status 1");
        run("sleep 600");
        assertThat(taken(failures)).contains("longer");
        run("");
        assertThat(failures).isEmpty();
    }

    @Test
    void argumentsAreSplitAtBlanksButNotWithinQuotes() {
        assertThat(CommandChannel.arguments("a  \"b c\" --d=\"e f\" \"\" \"g h"))
                .containsExactly("a", "b c", "--d=e f", "", "g h");
    }
}
