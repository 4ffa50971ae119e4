package dev.jobglass.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.testing.BesideOthers;
import dev.jobglass.testing.Fuzzer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a server answers, nothing is thrown and nothing takes long. */
@BesideOthers
class AnswersFuzzTest {
    private static final String STATUS = """
            {"job_id":"run_0a1b","status":"running","progress":{"percentage":16.666666666666668,
            "current_step":"Reading \\"a\\"","steps_completed":1,"steps_total":null},
            "created_at":"2026-08-01T10:00:00.123456Z","started_at":"2026-08-01T12:00:01+02:00","completed_at":null,
            "agent_id":"recipe:news","run_id":null,"session_id":"s","error":"Traceback\\n  x","retry_after":5}""";
    private static final String PAGE = "{\"jobs\":[" + STATUS + "," + STATUS.replace("0a1b", "2")
            + "],\"total\":2,\"page\":1,\"page_size\":50}";
    private static final List<String> RESULTS = List.of(
            "{\"job_id\":\"run_1\",\"status\":\"succeeded\",\"result\":\"# Title\\n\\n- one\"}",
            "{\"job_id\":\"run_1\",\"result\":{\"a\":[1,2.50,\"x\"]},\"metrics\":null}");
    private static final List<String> STREAMS = List.of(
            "data: {\"event\":\"progress\",\"data\":{\"percentage\":50,\"current_step\":\"Half\"}}\n\ndata: [DONE]\n\n",
            "event: status\ndata: {\"status\": \"running\", \"job_id\": \"run_1\"}\n\nevent: progress\n"
                    + "data: {\"percentage\": 16.6, \"current_step\": \"a\"}\n\n: heartbeat\n\n");

    @TempDir
    private Path folder;

    @Test
    void statuses() {
        Fuzzer.feed("status", 1, List.of(STATUS, "{}", "[]", "null", "{\"error\":\"no\"}"), input -> {
            if (StatusParser.json(input) instanceof Response.Success(var json)) {
                StatusParser.status(json, "run_0a1b");
                StatusParser.error(json, "run_0a1b");
            }
        });
    }

    @Test
    void lists() {
        Fuzzer.feed("list", 1, List.of(PAGE, "{\"jobs\":[],\"total\":0}"), input -> {
            if (StatusParser.json(input) instanceof Response.Success(var json)) {
                StatusParser.page(json);
            }
        });
    }

    @Test
    void results() {
        Fuzzer.feed("result", 1, RESULTS, StatusParser::result);
    }

    @Test
    void streams() {
        Fuzzer.feed("stream", 1, STREAMS, input -> {
            StreamParser parser = new StreamParser();
            new String(input, StandardCharsets.UTF_8).lines().forEach(parser::line);
        });
    }

    @Test
    void times() {
        Fuzzer.feed("time", 1, List.of("2026-08-01T10:00:00.123456Z", "2026-08-01T12:00:01+02:00", "1754042400.25",
                "Sat, 01 Aug 2026 10:00:00 GMT", "2026-08-01 10:00:00"),
                input -> ServerTime.of(new String(input, StandardCharsets.UTF_8)));
    }

    private static void keytool(Path store, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", store.toString(), "-storepass", "secret", "-alias", "a"));
        assertThat(new ProcessBuilder(command).redirectErrorStream(true).start().waitFor()).isZero();
    }

    @Test
    void authorities() throws Exception {
        Path pem = folder.resolve("authority.pem");
        Path store = folder.resolve("keys.p12");
        keytool(store, "-genkeypair", "-keyalg", "EC", "-dname", "CN=Our own", "-ext", "san=ip:127.0.0.1");
        keytool(store, "-exportcert", "-rfc", "-file", pem.toString());
        String certificate = Files.readString(pem);
        Fuzzer.feed("PEM", 100, List.of(certificate, certificate + certificate), input -> {
            Files.write(pem, input);
            try {
                PrivateAuthority.trusting(pem);
            } catch (IOException _) {
                // As it declares.
            }
        });
    }
}
