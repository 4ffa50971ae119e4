package dev.jobglass.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.jobglass.testing.RunsServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The command line, and a real server that scripts ask. */
abstract class ScriptTest {
    @TempDir
    Path folder;
    RunsServer server;

    record Ended(int status, String out, String err) {
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

    Ended run(Map<String, String> environment, List<String> arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<String> all = new ArrayList<>(arguments);
        all.addAll(List.of("--config-dir", folder.toString()));
        int status = Main.run(all.toArray(String[]::new), environment,
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Ended(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    Ended ask(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--server", server.url()));
        return run(Map.of(), all);
    }

    /** On a thread of its own: clients need those of the common pool, which may have one only. */
    CompletableFuture<Ended> inBackground(String... arguments) {
        CompletableFuture<Ended> ended = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> ended.complete(ask(arguments)));
        return ended;
    }
}
