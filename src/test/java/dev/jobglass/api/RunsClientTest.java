package dev.jobglass.api;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.jobglass.api.Problem.BadAnswer;
import dev.jobglass.api.Problem.Flaw;
import dev.jobglass.api.Response.Failure;
import dev.jobglass.api.Response.Success;
import dev.jobglass.api.RunRequest.Field;
import dev.jobglass.testing.BesideOthers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract: what is asked, and what each kind of answer becomes. */
@BesideOthers
class RunsClientTest {
    private static final String STATUS = "{\"job_id\":\"run_1\",\"status\":\"running\"}";

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort().bindAddress("127.0.0.1")).build();

    private RunsClient client;

    @BeforeEach
    void connect() throws Exception {
        client = new RunsClient(ServerAddress.parse(SERVER.baseUrl() + "/team/"), new ApiKey("s3cret\n"),
                Timeouts.DEFAULT);
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    private static ResponseDefinitionBuilder json(int status, String body) {
        return aResponse().withStatus(status).withHeader("Content-Type", "application/json; charset=utf-8")
                .withBody(body);
    }

    private static <T> Response<T> answer(CompletableFuture<Response<T>> future) throws Exception {
        return future.get(20, TimeUnit.SECONDS);
    }

    private static <T> Problem problem(CompletableFuture<Response<T>> future) throws Exception {
        Response<T> answer = answer(future);
        assertThat(answer).isInstanceOf(Failure.class);
        return ((Failure<T>) answer).problem();
    }

    private Problem problemWith(ResponseDefinitionBuilder response) throws Exception {
        SERVER.stubFor(any(anyUrl()).willReturn(response));
        return problem(client.status("run_1"));
    }

    @Test
    void asksForAStatusWithTheKey() throws Exception {
        SERVER.stubFor(get("/team/api/v1/runs/run_1").willReturn(json(200, STATUS)));

        assertThat(answer(client.status("run_1"))).isInstanceOf(Success.class);
        SERVER.verify(getRequestedFor(anyUrl()).withHeader("Authorization", equalTo("Bearer s3cret")));
    }

    @Test
    void listsAPage() throws Exception {
        SERVER.stubFor(get("/team/api/v1/runs?page=2&page_size=100")
                .willReturn(json(200, "{\"jobs\":[" + STATUS + "],\"total\":101,\"page\":2}")));

        Response<JobPage> answer = answer(client.list(null, 2, 100));

        assertThat(answer).isInstanceOf(Success.class);
        assertThat(((Success<JobPage>) answer).value().total()).isEqualTo(101);
    }

    @Test
    void listsOneStateOnly() throws Exception {
        SERVER.stubFor(get("/team/api/v1/runs?status=running&page=1&page_size=100")
                .willReturn(json(200, "{\"jobs\":[]}")));

        assertThat(answer(client.list(JobState.RUNNING, 1, 100))).isInstanceOf(Success.class);
    }

    @Test
    void fetchesAResult() throws Exception {
        SERVER.stubFor(get("/team/api/v1/runs/run_1/result")
                .willReturn(json(200, "{\"result\":{\"a\":[1]},\"duration_seconds\":12.0}")));

        assertThat(answer(client.result("run_1"))).isEqualTo(new Success<>(new JobResult("{\"a\":[1]}", 12.0)));
    }

    @Test
    void cancels() throws Exception {
        SERVER.stubFor(post("/team/api/v1/runs/run_1/cancel")
                .willReturn(json(200, STATUS.replace("running", "cancelled"))));

        Response<JobStatus> answer = answer(client.cancel("run_1"));

        assertThat(((Success<JobStatus>) answer).value().state()).isEqualTo(JobState.CANCELLED);
    }

    @Test
    void deletes() throws Exception {
        SERVER.stubFor(delete("/team/api/v1/runs/run_1").willReturn(aResponse().withStatus(204)));

        assertThat(answer(client.delete("run_1"))).isEqualTo(new Success<>("run_1"));
    }

    @Test
    void theKeyFollowsNoRedirect() throws Exception {
        Problem problem = problemWith(aResponse().withStatus(307).withHeader("Location", "http://elsewhere.invalid/"));

        assertThat(problem).isEqualTo(new BadAnswer(Flaw.REDIRECT, "http://elsewhere.invalid"));
    }

    @ParameterizedTest
    @CsvSource({"307, /team/api/v1/runs/", "308, /team/api/v1/runs/", "301, runs/"})
    void aRedirectToTheSameOriginIsFollowedWithTheKey(int status, String location) throws Exception {
        SERVER.stubFor(get(urlPathEqualTo("/team/api/v1/runs")).willReturn(aResponse().withStatus(status)
                .withHeader("Location", location)));
        SERVER.stubFor(get(urlPathEqualTo("/team/api/v1/runs/"))
                .willReturn(json(200, "{\"jobs\":[],\"total\":0}")));
        assertThat(answer(client.list(null, 1, 100))).isInstanceOf(Success.class);
        SERVER.verify(1, getRequestedFor(urlEqualTo("/team/api/v1/runs/?page=1&page_size=100"))
                .withHeader("Authorization", equalTo("Bearer s3cret")));
    }

    @Test
    void aListThatIsAnErrorTellsIt() throws Exception {
        SERVER.stubFor(any(anyUrl()).willReturn(json(200, "{\"error\":\"Quota exhausted for today\"}")));
        assertThat(problem(client.list(null, 1, 100)))
                .isEqualTo(new Problem.Rejected(200, "Quota exhausted for today"));
    }

    @Test
    void redirectsInACircleAndToAnotherPortEnd() throws Exception {
        String round = SERVER.baseUrl() + "/team/api/v1/runs/run_1";
        assertThat(problemWith(aResponse().withStatus(308).withHeader("Location", round)))
                .isEqualTo(new BadAnswer(Flaw.REDIRECT_WITHIN, round));
    }

    @ParameterizedTest
    @CsvSource({"http://127.0.0.1:1/team, REDIRECT, http://127.0.0.1:1/team",
            "https://127.0.0.1/api/v1/runs/run_1?a=b, REDIRECT, https://127.0.0.1",
            "http://127.0.0.1:1/login, REDIRECT_WITHIN, http://127.0.0.1:1/login",
            "http://127.0.0.1:1, REDIRECT, http://127.0.0.1:1",
            "http://[::1]:1/b/api/v1/runs, REDIRECT, http://[::1]:1/b",
            "//other/, REDIRECT_WITHIN, //other/", "/login, REDIRECT_WITHIN, /login",
            "file:///etc/passwd, REDIRECT_WITHIN, file:///etc/passwd", "%%, REDIRECT_WITHIN, %%"})
    void onlyAnotherServerIsTakenForOne(String location, Flaw flaw, String told) throws Exception {
        assertThat(problemWith(aResponse().withStatus(302).withHeader("Location", location)))
                .isEqualTo(new BadAnswer(flaw, told));
        SERVER.verify(1, getRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 304, 305})
    void anAnswerThatTheApiHasNoUseForIsNamed(int status) throws Exception {
        assertThat(problemWith(aResponse().withStatus(status)))
                .isEqualTo(new BadAnswer(Flaw.UNUSUAL, Integer.toString(status)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{\"items\":[]}", "{\"jobs\":null}"})
    void whatIsNoListIsSaidToBeNone(String body) throws Exception {
        SERVER.stubFor(any(anyUrl()).willReturn(json(200, body)));
        assertThat(problem(client.list(null, 1, 100))).isEqualTo(new BadAnswer(Flaw.NOT_A_LIST, body));
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    @Test
    void aPackedAnswerIsUnpackedWithinTheSameBound() throws Exception {
        ResponseDefinitionBuilder gzip = json(200, "").withHeader("Content-Encoding", "gzip");
        SERVER.stubFor(any(anyUrl()).willReturn(gzip.withBody(packed(STATUS.getBytes(StandardCharsets.UTF_8)))));
        assertThat(answer(client.status("run_1"))).isInstanceOf(Success.class);
        assertThat(problemWith(gzip.withBody(packed(new byte[RunsClient.MAX_BODY_BYTES + 1]))))
                .isEqualTo(new BadAnswer(Flaw.TOO_LARGE, ""));
        assertThat(problemWith(gzip.withBody(STATUS))).isEqualTo(new BadAnswer(Flaw.CODING, "gzip"));
        assertThat(problemWith(json(200, STATUS).withHeader("Content-Encoding", "br")))
                .isEqualTo(new BadAnswer(Flaw.CODING, "br"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {"{\"detail\":\"No such run\"}|No such run",
            "{\"detail\":[{\"loc\":[\"query\",\"page\"],\"msg\":\"small\"},{\"msg\":\"odd\"}]}|query.page: small; odd",
            "{\"error\":\"Unauthorized\"}|Unauthorized", "Internal Server Error|Internal Server Error",
            "<html><title>502 Bad Gateway</title>|502 Bad Gateway"})
    void allErrorShapesGiveTheirText(String body, String text) throws Exception {
        assertThat(problemWith(json(500, body))).isEqualTo(new Problem.ServerError(500, text));
    }

    @ParameterizedTest
    @CsvSource({"401, Unauthorised", "403, Unauthorised", "404, NotFound", "409, Conflict", "429, Throttled",
            "503, Throttled", "500, ServerError", "502, ServerError", "400, Rejected", "422, Rejected",
            "410, NotFound", "408, ServerError", "425, ServerError",
            "302, BadAnswer"})
    void eachStatusHasItsProblem(int status, String type) throws Exception {
        assertThat(problemWith(json(status, "{\"detail\":\"why\"}")).getClass().getSimpleName()).isEqualTo(type);
    }

    @Test
    void patienceInSeconds() throws Exception {
        assertThat(problemWith(json(429, "").withHeader("Retry-After", "7")))
                .isEqualTo(new Problem.Throttled(429, Duration.ofSeconds(7), ""));
    }

    @Test
    void patienceUntilADateInThePastIsNone() throws Exception {
        assertThat(problemWith(json(503, "").withHeader("Retry-After", "Wed, 21 Oct 2015 07:28:00 GMT")))
                .isEqualTo(new Problem.Throttled(503, null, ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"text/html|HTML", "text/plain|CONTENT_TYPE", "image/png|CONTENT_TYPE"})
    void wrongContentTypes(String type, Flaw flaw) throws Exception {
        Problem problem = problemWith(aResponse().withHeader("Content-Type", type).withBody(STATUS));

        assertThat(((BadAnswer) problem).flaw()).isEqualTo(flaw);
    }

    @Test
    void aMissingContentTypeIsForgiven() throws Exception {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withBody(STATUS)));

        assertThat(answer(client.status("run_1"))).isInstanceOf(Success.class);
    }

    @Test
    void anEmptyBodyIsNamed() throws Exception {
        assertThat(problemWith(json(200, ""))).isEqualTo(new BadAnswer(Flaw.EMPTY, ""));
    }

    @Test
    void aKeyThatTheServerRepeatsIsNotShown() throws Exception {
        assertThat(problemWith(json(401, "{\"detail\":\"Invalid key s3cret\"}")))
                .isEqualTo(new Problem.Unauthorised(401, true, "Invalid key …"));
        assertThat(problemWith(aResponse().withStatus(302).withHeader("Location", "http://x/?key=s3cret")))
                .isEqualTo(new BadAnswer(Flaw.REDIRECT, "http://x"));
    }

    @Test
    void aKeyThatTheServerTellsAsItsErrorIsNotKept() throws Exception {
        try (RunsClient other = new RunsClient(ServerAddress.parse(SERVER.baseUrl()), new ApiKey("a-long-secret-key"),
                Timeouts.DEFAULT)) {
            SERVER.stubFor(any(anyUrl()).willReturn(json(200,
                    "{\"job_id\":\"run_1\",\"status\":\"failed\",\"error\":\"ü a-long-secret-key is wrong\"}")));
            assertThat(answer(other.status("run_1"))).isInstanceOfSatisfying(Success.class,
                    success -> assertThat(((JobStatus) success.value()).error()).isEqualTo("ü *** is wrong"));
            SERVER.stubFor(any(anyUrl()).willReturn(json(200, "{\"job_id\":\"run_1\",\"status\":\"failed\","
                    + "\"error\":\"with what is not seen: a-long\u200b-sec\u00adret-\\u0007key\"}")));
            assertThat(answer(other.status("run_1"))).isInstanceOfSatisfying(Success.class, success -> assertThat(
                    ((JobStatus) success.value()).error()).isEqualTo("with what is not seen: ***"));
            SERVER.stubFor(any(anyUrl()).willReturn(json(200, "{\"job_id\":\"run_1\",\"status\":\"failed\",\"error\":"
                    + "\"\\u0061-long-secret-key\",\"progress\":{\"current_step\":\"a-long-secret-\\u006bey\"}}")));
            assertThat(answer(other.status("run_1"))).isInstanceOfSatisfying(Success.class, success -> {
                assertThat(((JobStatus) success.value()).error()).isEqualTo("***");
                assertThat(((JobStatus) success.value()).progress().currentStep()).isEqualTo("***");
            });
        }
    }

    @Test
    void theKeyIsInNoText() {
        assertThat(new ApiKey("s3cret").toString()).doesNotContain("s3cret");
    }

    private static final RunRequest ASKED = new RunRequest(Map.of(Field.PROMPT, "Do it"));

    @Test
    void aRunIsAskedForUnderItsKey() throws Exception {
        SERVER.stubFor(post("/team/api/v1/runs").withHeader("Idempotency-Key", equalTo("key-1"))
                .withHeader("Content-Type", equalTo("application/json"))
                .withRequestBody(equalToJson("{\"prompt\":\"Do it\"}"))
                .willReturn(json(202, "{\"job_id\":\"run_9\",\"status\":\"queued\",\"poll_url\":\"/x\"}")
                        .withHeader("Retry-After", "30")));
        assertThat(answer(client.submit(ASKED, "key-1")))
                .isEqualTo(new Success<>(new BegunRun("run_9", Duration.ofSeconds(30))));
    }

    @ParameterizedTest
    @CsvSource({"20, null, 20", "20, 2, 20", "2, 20, 20", ", 5, 5", "soon, 5, 5", "20.5, null, 20.5"})
    void ofTwoWaitsTheLongerCounts(String header, String body, double seconds) throws Exception {
        ResponseDefinitionBuilder answer = json(200,
                "{\"job_id\":\"run_1\",\"status\":\"running\",\"retry_after\":" + body + "}");
        SERVER.stubFor(any(anyUrl()).willReturn(header == null ? answer : answer.withHeader("Retry-After", header)));
        assertThat(answer(client.status("run_1"))).isInstanceOfSatisfying(Success.class, success -> assertThat(
                ((JobStatus) success.value()).retryAfter()).isEqualTo(Duration.ofMillis((long) (seconds * 1_000))));
        SERVER.verify(getRequestedFor(anyUrl()).withHeader("Cache-Control", equalTo("no-cache")));
    }

    @Test
    void fieldsThatTheServerFindsWrongAreNamed() throws Exception {
        SERVER.stubFor(any(anyUrl()).willReturn(json(422, """
                {"detail":[{"type":"value_error","loc":["body","webhook_url"],"msg":"Value error, no localhost"},
                 {"loc":["body",10],"msg":"JSON decode error"},{"loc":[],"msg":"odd"}]}""")));
        assertThat(problem(client.submit(ASKED, "key-1"))).isInstanceOfSatisfying(Problem.Rejected.class,
                problem -> assertThat(problem.fields())
                        .isEqualTo(Map.of(Field.WEBHOOK_URL, "Value error, no localhost")));
    }

    @Test
    void anAnswerWithoutAnIdIsNoRun() throws Exception {
        SERVER.stubFor(any(anyUrl()).willReturn(json(202, "{\"status\":\"queued\"}")));
        assertThat(problem(client.submit(ASKED, "key-1"))).isInstanceOf(Problem.BadAnswer.class);
    }
}
