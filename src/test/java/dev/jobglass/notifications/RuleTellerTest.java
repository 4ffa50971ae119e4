package dev.jobglass.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import dev.jobglass.api.ServerAddress;
import dev.jobglass.rules.Finding;
import dev.jobglass.settings.NotificationKind;
import dev.jobglass.settings.WatchRule;
import dev.jobglass.settings.WatchRule.Kind;
import dev.jobglass.testing.Fx;
import dev.jobglass.testing.Servers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Who is told what rules found. */
class RuleTellerTest extends NotificationsFixture {
    private static final WatchRule RULE = new WatchRule(Kind.FAILED_IN_A_ROW, "", 2, 60, true);
    private static final WatchRule OTHER = new WatchRule(Kind.QUEUE_LONG, "", 2, 60, true);

    private final List<Notification> told = new ArrayList<>();
    private Notifier notifier;
    private RuleTeller teller;
    private boolean outside = true;
    @TempDir
    private Path folder;

    @BeforeEach
    void open() throws Exception {
        Fx.run(() -> {
            notifier = new Notifier(workspace, clock, chosen, new Stage(), () -> false,
                    new Channels(new ToastChannel(), told::add, _ -> {
                    }, () -> true));
            teller = new RuleTeller(chosen, notifier, workspace, () -> outside);
        });
    }

    @AfterEach
    void close() throws Exception {
        Fx.run(() -> {
            teller.close();
            notifier.close();
        });
    }

    private void find(WatchRule rule, ServerAddress server, String... agents) throws Exception {
        Fx.run(() -> teller.accept(Arrays.stream(agents).map(agent -> new Finding(rule, server, agent, null, now))
                .toList()));
    }

    private void awaitTold(NotificationKind kind, int number) throws Exception {
        Fx.await("told", () -> {
            now = now.plusSeconds(2);
            clock.tick();
            return told.stream().filter(one -> one.kind() == kind).count() >= number;
        });
    }

    /** What a program was given, one after the other. */
    private List<JsonNode> given(Path file) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (var values = new ObjectMapper().readerFor(JsonNode.class).<JsonNode>readValues(file.toFile())) {
            return values.readAll();
        }
    }

    private Path program() {
        Path file = folder.resolve("given");
        chosen.ruleCommandProperty().set("tee -a \"" + file + "\"");
        return file;
    }

    @Test
    void theUserIsToldOfEachAndWhereThereAreSeveralServersOfWhich() throws Exception {
        find(RULE, board.address(), "news");
        awaitTold(NotificationKind.RULE, 1);
        assertThat(told.getFirst().text()).contains("news").doesNotContain("lab");
        Fx.run(() -> workspace.add(Servers.watching(Servers.board("other"))));
        find(RULE, board.address(), "audit");
        find(OTHER, null, "");
        awaitTold(NotificationKind.RULE, 3);
        assertThat(told).anyMatch(one -> one.text().contains("audit") && one.text().contains("lab"));
        assertThat(told.getLast().text()).as("of all servers").doesNotContain("lab");
        find(RULE, Servers.address("unknown"), "x");
        awaitTold(NotificationKind.RULE, 4);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS) // it has no such programs
    void aProgramIsGivenUpToThreeOfARuleEachAndOfMoreTheFirst() throws Exception {
        Path file = program();
        find(RULE, board.address(), "a", "b", "c");
        Fx.await("three", () -> given(file).size() == 3);
        assertThat(given(file)).extracting(one -> one.path("agent").asText()).containsExactly("a", "b", "c");
        assertThat(given(file)).allMatch(one -> one.path("more").asInt() == 0);
        assertThat(given(file).getFirst().path("server").asText()).isEqualTo("http://lab");
        find(RULE, board.address(), "a", "b", "c", "d");
        Fx.await("one more", () -> given(file).size() == 4);
        assertThat(given(file).getLast().path("more").asInt()).isEqualTo(3);
        find(OTHER, null, "");
        Fx.await("of all servers", () -> given(file).size() == 5);
        assertThat(given(file).getLast().has("server")).isFalse();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS) // it has no such programs
    void onlyOneOfSeveralWindowsRunsTheProgram() throws Exception {
        Path file = program();
        outside = false;
        find(RULE, board.address(), "a");
        outside = true;
        find(RULE, board.address(), "b");
        Fx.await("given", () -> !given(file).isEmpty());
        assertThat(given(file)).extracting(one -> one.path("agent").asText()).containsExactly("b");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS) // it has no such programs
    void thatAProgramFailsIsSaid() throws Exception {
        chosen.ruleCommandProperty().set("false");
        find(RULE, board.address(), "a");
        awaitTold(NotificationKind.RULE_NOT_TOLD, 1);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS) // it has no such programs
    void moreThanAHundredDoNotWait() throws Exception {
        chosen.ruleCommandProperty().set("sleep 600");
        for (int i = 0; i < 101; i++) {
            find(RULE, board.address(), "a");
        }
        awaitTold(NotificationKind.RULE, 1);
        assertThat(told).noneMatch(one -> one.kind() == NotificationKind.RULE_NOT_TOLD);
        find(RULE, board.address(), "a");
        awaitTold(NotificationKind.RULE_NOT_TOLD, 1);
    }

    @Test
    void anAddressThatRefusesIsSaidAndOneThatTakesItIsNot() throws Exception {
        List<String> bodies = new ArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            synchronized (bodies) {
                bodies.add(new String(exchange.getRequestBody().readAllBytes()));
            }
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/good") ? 200 : 403, -1);
            exchange.close();
        });
        server.start();
        try {
            for (String path : List.of("/good", "/bad")) {
                chosen.ruleWebhookProperty().set("http://127.0.0.1:" + server.getAddress().getPort() + path);
                find(RULE, board.address(), "a");
            }
            awaitTold(NotificationKind.RULE_NOT_TOLD, 1);
            Fx.await("both were told", () -> {
                synchronized (bodies) {
                    return bodies.size() == 2;
                }
            });
            assertThat(told.stream().filter(one -> one.kind() == NotificationKind.RULE_NOT_TOLD)).hasSize(1);
        } finally {
            server.stop(0);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS) // it has no such programs
    void whatRunsIsEndedWithIt() throws Exception {
        chosen.ruleCommandProperty().set("sleep 612");
        find(RULE, board.address(), "a");
        Fx.await("it runs", () -> sleeping().findAny().isPresent());
        Fx.run(teller::close);
        Fx.await("it is over", () -> sleeping().findAny().isEmpty());
    }

    private static Stream<ProcessHandle> sleeping() {
        return ProcessHandle.current().children()
                .filter(child -> child.info().commandLine().orElse("").contains("sleep 612"));
    }
}
