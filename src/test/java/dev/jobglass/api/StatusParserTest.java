package dev.jobglass.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jobglass.api.Problem.BadAnswer;
import dev.jobglass.api.Problem.Flaw;
import dev.jobglass.api.Response.Failure;
import dev.jobglass.api.Response.Success;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusParserTest {
    private static final String WHOLE = """
            {"job_id":"run_0a1b","status":"running","progress":{"percentage":16.666666666666668,
            "current_step":"Reading \\"a\\"","steps_completed":1,"steps_total":null},
            "created_at":"2026-08-01T10:00:00.123456Z","started_at":"2026-08-01T12:00:01+02:00","completed_at":null,
            "agent_id":"recipe:news","run_id":null,"session_id":"s","error":null,"retry_after":5,"new_field":[1]}""";

    private static Response<JobStatus> parse(byte[] body, String askedFor) {
        return switch (StatusParser.json(body)) {
            case Success(JsonNode json) -> StatusParser.status(json, askedFor);
            case Failure(Problem problem) -> new Failure<>(problem);
        };
    }

    private static JobStatus status(String json) {
        return ((Success<JobStatus>) parse(json.getBytes(StandardCharsets.UTF_8), null)).value();
    }

    private static JobStatus with(String members) {
        return status("{\"job_id\":\"j\",\"status\":\"running\"," + members + "}");
    }

    private static Flaw flaw(String body, String askedFor) {
        var refused = (Failure<JobStatus>) parse(body.getBytes(StandardCharsets.UTF_8), askedFor);
        return ((BadAnswer) refused.problem()).flaw();
    }

    @Test
    void readsWhatARealServerSends() {
        assertThat(status(WHOLE)).isEqualTo(new JobStatus("run_0a1b", JobState.RUNNING, "running",
                new Progress(16.666666666666668, "Reading \"a\"", 1, null),
                Instant.parse("2026-08-01T10:00:00.123456Z"),
                Instant.parse("2026-08-01T10:00:01Z"), null, "recipe:news", null, "s", null, Duration.ofSeconds(5)));
    }

    @Test
    void needsNoMoreThanIdAndStatus() {
        JobStatus status = status("{\"job_id\":\"j\",\"status\":\"queued\"}");

        assertThat(status.progress()).isEqualTo(Progress.NONE);
        assertThat(status.createdAt()).isNull();
        assertThat(status.retryAfter()).isNull();
    }

    @Test
    void aTimeWithoutOffsetIsUtc() {
        assertThat(with("\"completed_at\":\"2026-08-01T10:00:00.5\"").completedAt())
                .isEqualTo(Instant.parse("2026-08-01T10:00:00.5Z"));
    }

    @Test
    void anUnknownStateStaysAsItCame() {
        JobStatus status = status("{\"job_id\":\"j\",\"status\":\"Paused_by_admin\"}");

        assertThat(status.state()).isEqualTo(JobState.UNKNOWN);
        assertThat(status.stateWord()).isEqualTo("Paused_by_admin");
        assertThat(status.state().terminal()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"50, 50", "-3, 0", "250, 100", "1e400, ", "NaN, ", "\"55.5\", 55.5", "\"60 %\", 60", "null, ", "true, ",
            "[5], ", "-0.0, 0"})
    void percentagesThatCanBeBelieved(String json, Double expected) {
        assertThat(with("\"progress\":{\"percentage\":" + json + "}").progress().percentage()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"5, 5000", "0, ", "-1, ", "0.25, 1000", "86400, 86400000", "\"7\", 7000", "1e300, 86400000",
            "99999999999999999999, 86400000",
            "\"soon\", ", "null, ", "NaN, ", "0.0001, 1000"})
    void retryAfter(String json, Long millis) {
        assertThat(with("\"retry_after\":" + json).retryAfter())
                .isEqualTo(millis == null ? null : Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {"EMPTY|  ", "NOT_JSON|{\"job_id\":\"j\",\"sta",
            "NOT_JSON|{\"job_id\":\"j\",\"status\":\"running\"} trailing", "HTML|<!DOCTYPE html><title>Oops</title>",
            "NOT_A_STATUS|[1,2]", "NOT_A_STATUS|\"running\"", "NOT_A_STATUS|{\"job_id\":\"j\"}",
            "NOT_A_STATUS|{\"job_id\":null,\"status\":\"running\"}",
            "WRONG_JOB|{\"job_id\":\"other\",\"status\":\"running\"}"})
    void namesWhatIsWrong(Flaw expected, String body) {
        assertThat(flaw(body == null ? "  " : body, "j")).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-12-31T23:59:59Z", "+999999999-12-31T23:59:59-18:00",
            "-999999999-01-01T00:00:00+18:00", "+10000-01-01T00:00:00Z", "0000-12-31T23:59:59Z"})
    void aTimeThatNoCalendarShowsIsUnknown(String time) {
        JobStatus status = status("{\"job_id\":\"j\",\"status\":\"running\",\"created_at\":\"" + time
                + "\",\"started_at\":\"" + time + "\",\"completed_at\":\"" + time + "\"}");
        assertThat(status.createdAt()).isNull();
        assertThat(status.startedAt()).isNull();
        assertThat(status.completedAt()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"})
    void aTimeFarAwayIsShownAsItIs(String time) {
        JobStatus status = status(
                "{\"job_id\":\"j\",\"status\":\"running\",\"created_at\":\"" + time + "\"}");
        assertThat(status.createdAt()).isEqualTo(time);
    }

    @Test
    void ofAHugeErrorTheBeginningAndTheEndAreKept() {
        String error = "Traceback (most recent call last):\n" + "x".repeat(400_000) + "\nValueError: the reason";
        JobStatus status = status("{\"job_id\":\"j\",\"status\":\"failed\",\"error\":\""
                + error.replace("\n", "\\n") + "\"}");
        assertThat(status.error()).startsWith("Traceback").endsWith("ValueError: the reason")
                .hasSizeLessThanOrEqualTo(JobStatus.LONGEST_ERROR);
        assertThat(status.errorLength()).isEqualTo(error.length());
        assertThat(status.errorCut()).isTrue();
    }

    @Test
    void noTextThatAServerSendsIsKeptAtAnyLength() {
        String huge = "x".repeat(300_000);
        JobStatus status = status("{\"job_id\":\"j\",\"status\":\"" + huge + "\",\"agent_id\":\"" + huge
                + "\",\"session_id\":\"" + huge + "\",\"run_id\":\"" + huge
                + "\",\"progress\":{\"current_step\":\"" + huge + "\"}}");
        assertThat(List.of(status.stateWord(), status.agentId(), status.sessionId(), status.runId(),
                status.progress().currentStep())).allSatisfy(text -> assertThat(text).hasSizeLessThan(2_000));
    }

    @Test
    void onePageWithABadEntryKeepsTheOthers() {
        JsonNode json = ((Success<JsonNode>) StatusParser
                .json("{\"jobs\":[7,{\"job_id\":\"j\",\"status\":\"failed\"}],\"total\":2}".getBytes(
                        StandardCharsets.UTF_8)))
                .value();

        assertThat(StatusParser.page(json)).isInstanceOfSatisfying(Success.class, given -> {
            JobPage page = (JobPage) given.value();
            assertThat(page.jobs()).extracting(JobStatus::jobId).containsExactly("j");
            assertThat(page.entries()).isEqualTo(2);
            assertThat(page.total()).isEqualTo(2);
        });
    }

    @Property
    void anyBytesGiveAStatusOrAProblem(@ForAll @Size(max = 400) byte[] body) {
        assertThat(parse(body, "j")).isNotNull();
        assertThat(ErrorText.of(body)).isNotNull();
    }

    @Property
    void anyJsonGivesAStatusOrAProblem(@ForAll("objects") String json) {
        Response<JobStatus> answer = parse(json.getBytes(StandardCharsets.UTF_8), "j");

        if (answer instanceof Success(JobStatus status)) {
            assertThat(status.jobId()).isEqualTo("j");
            Double percentage = status.progress().percentage();
            assertThat(percentage == null || percentage >= 0 && percentage <= 100).isTrue();
            assertThat(status.retryAfter() == null
                    || status.retryAfter().isPositive() && status.retryAfter().compareTo(Duration.ofDays(1)) <= 0)
                    .isTrue();
        }
    }

    @Property
    void anyCutLeavesAProblem(@ForAll("cuts") int length) {
        assertThat(parse(WHOLE.substring(0, length).getBytes(StandardCharsets.UTF_8), null))
                .isInstanceOf(Failure.class);
    }

    @Provide
    Arbitrary<Integer> cuts() {
        return Arbitraries.integers().between(0, WHOLE.length() - 1);
    }

    @Provide
    Arbitrary<String> objects() {
        Arbitrary<String> fields = Arbitraries.of("job_id", "status", "progress", "percentage", "created_at",
                "started_at", "completed_at", "retry_after", "error", "steps_total", "agent_id");
        Arbitrary<String> values = Arbitraries.oneOf(
                Arbitraries.of("null", "true", "{}", "[]", "\"j\"", "\"running\"", "\"\"", "NaN", "Infinity", "-0.0",
                        "1e999", "123456789012345678901234567890", "{\"percentage\":1e999,\"steps_total\":-1}",
                        "\"2026-13-45T99:00:00Z\"", "\"+999999999-01-01T00:00:00Z\"", "\"-1\"", "\"\\u202e\\u0000\""),
                Arbitraries.doubles().map(String::valueOf), Arbitraries.longs().map(String::valueOf));
        Arbitrary<String> members = net.jqwik.api.Combinators.combine(fields, values)
                .as((field, value) -> "\"" + field + "\":" + value);
        return members.list().ofMaxSize(12)
                .map(list -> "{\"job_id\":\"j\",\"status\":\"running\""
                        + (list.isEmpty() ? "" : "," + String.join(",", list)) + "}");
    }

    private static Response<JobResult> result(String body) {
        return StatusParser.result(body.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "-1.50", "1e400", "true", "null", "\"\"", "\"a \\\" b\"", "\"ü😀\"", "[]", "[1, 2]",
            "{}",
            "{ \"result\" : [ 1 ] }", "NaN"})
    void aResultIsCutOutAsItIs(String json) {
        for (String body : List.of("{\"result\":" + json + "}",
                "\uFEFF {\"a\":\"é\", \"result\" : " + json + " , \"b\":[{}]}",
                "{\"b\":\"" + "é".repeat(50_000) + "\",\"result\":\n" + json + "\n}")) {
            assertThat(result(body)).isEqualTo(new Success<>(new JobResult(json, null)));
        }
    }

    @Test
    void aResultMayBeOfAnyShape() {
        for (String json : List.of("[" + "7,".repeat(1_500_000) + "7]", "[".repeat(50_000) + "]".repeat(50_000),
                "9".repeat(3_000_000), "\"" + ">".repeat(3_000_000) + "\"", "{\"" + "n".repeat(3_000_000) + "\":1}")) {
            assertThat(result("{\"duration_seconds\":\"2\",\"result\":" + json + "}"))
                    .isEqualTo(new Success<>(new JobResult(json, 2.0)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "[]", "1", "{", "{\"result\":", "{\"result\":1} x", "{\"result\":[1}", "<html>",
            "[1",
            "{\"duration_seconds\":", "{\"a\"", "{\"a\" 1}"})
    void whatIsNoResultIsRefused(String body) {
        assertThat(result(body)).isInstanceOf(Failure.class);
    }

    @Test
    void nestingWithoutEndIsRefused() {
        assertThat(result("{\"result\":" + "[".repeat(4_000_000))).isInstanceOf(Failure.class);
    }

    @Test
    void aResultThatIsMissingIsNull() {
        assertThat(result("{\"duration_seconds\":1.5}")).isEqualTo(new Success<>(new JobResult("null", 1.5)));
    }

    @Property
    void anyBytesGiveAResultOrAProblem(@ForAll byte[] body) {
        assertThat(StatusParser.result(body)).isNotNull();
    }
}
