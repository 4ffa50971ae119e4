package dev.jobglass.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoServerTest {
    private static final Instant START = Instant.parse("2026-11-24T10:00:00Z");
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private Instant now = START;
    private DemoServer demo;

    @BeforeEach
    void start() throws Exception {
        demo = DemoServer.start(7, () -> now);
    }

    @AfterEach
    void stop() {
        demo.close();
        http.close();
    }

    private HttpResponse<String> call(String method, String path) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(demo.address() + path))
                .method(method, BodyPublishers.noBody()).build(), BodyHandlers.ofString());
    }

    private JsonNode get(String path) throws Exception {
        return JSON.readTree(call("GET", path).body());
    }

    private String first(String state) throws Exception {
        return get("/api/v1/runs?status=" + state).path("jobs").path(0).path("job_id").asText();
    }

    @Test
    void showsEveryStateFromTheFirstMoment() throws Exception {
        for (String state : Set.of("queued", "running", "succeeded", "failed", "cancelled")) {
            assertThat(get("/api/v1/runs?status=" + state).path("total").asInt()).as(state).isPositive();
        }
    }

    @Test
    void theSameSeedPlaysTheSamePiece() throws Exception {
        try (DemoServer other = DemoServer.start(7, () -> now)) {
            String one = call("GET", "/api/v1/runs?page_size=100").body();
            now = now.plusSeconds(1);
            String later = call("GET", "/api/v1/runs?page_size=100").body();
            assertThat(later).isNotEqualTo(one);
            now = START;
            assertThat(http.send(HttpRequest.newBuilder(URI.create(other.address() + "/api/v1/runs?page_size=100"))
                    .build(), BodyHandlers.ofString()).body()).isEqualTo(one);
        }
    }

    @Test
    void newJobsKeepArrivingAndAllMoveOn() throws Exception {
        int before = get("/api/v1/runs").path("total").asInt();
        Set<String> changes = new HashSet<>();
        String running = first("running");
        for (int i = 0; i < 30; i++) {
            now = now.plus(Duration.ofSeconds(10));
            changes.add(get("/api/v1/runs/" + running).path("progress").path("percentage").asText());
        }
        assertThat(get("/api/v1/runs").path("total").asInt()).isGreaterThan(before);
        assertThat(changes).hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @CsvSource({"GET, /health, 200", "GET, /api/v1/runs/nope, 404", "GET, /api/v1/runs?page_size=101, 422",
            "GET, /api/v1/runs?page=0, 422", "GET, /api/v1/runs?status=odd, 400", "GET, /elsewhere, 404",
            "POST, /api/v1/runs/nope/cancel, 404", "PUT, /api/v1/runs/nope, 404"})
    void answersLikeTheRealOne(String method, String path, int status) throws Exception {
        assertThat(call(method, path).statusCode()).isEqualTo(status);
    }

    @Test
    void cancelsOnce() throws Exception {
        String id = first("running");

        assertThat(JSON.readTree(call("POST", "/api/v1/runs/" + id + "/cancel").body()).path("status").asText())
                .isEqualTo("cancelled");
        assertThat(call("POST", "/api/v1/runs/" + id + "/cancel").statusCode()).isEqualTo(409);
    }

    @Test
    void deletesOnlyWhatIsOver() throws Exception {
        String over = first("succeeded");

        assertThat(call("DELETE", "/api/v1/runs/" + first("running")).statusCode()).isEqualTo(409);
        assertThat(call("DELETE", "/api/v1/runs/" + over).statusCode()).isEqualTo(204);
        assertThat(call("GET", "/api/v1/runs/" + over).statusCode()).isEqualTo(404);
    }

    @Test
    void hasResultsOfWhatIsOver() throws Exception {
        assertThat(call("GET", "/api/v1/runs/" + first("running") + "/result").statusCode()).isEqualTo(409);
        assertThat(get("/api/v1/runs/" + first("succeeded") + "/result").has("result")).isTrue();
    }

    @Test
    void takesNewJobs() throws Exception {
        HttpResponse<String> accepted = call("POST", "/api/v1/runs");

        assertThat(accepted.statusCode()).isEqualTo(202);
        String id = JSON.readTree(accepted.body()).path("job_id").asText();
        assertThat(get("/api/v1/runs/" + id).path("status").asText()).isEqualTo("queued");
    }
}
