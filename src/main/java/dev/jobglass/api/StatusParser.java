package dev.jobglass.api;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.jobglass.api.Problem.BadAnswer;
import dev.jobglass.api.Problem.Flaw;
import dev.jobglass.api.Response.Failure;
import dev.jobglass.api.Response.Success;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Reads the server's JSON. Generous in what it accepts, since servers differ: any bytes whatever give a value or a
 * problem, never an exception.
 */
final class StatusParser {
    private static final int OK = 200;
    /** Enough of a bad answer to recognise it by. */
    private static final int EXCERPT = 200;

    // Python servers write NaN and Infinity, which JSON does not know.
    private static final ObjectReader JSON = JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build().readerFor(JsonNode.class);

    // A result is only cut out: its numbers and names may be of any length, and names are not remembered.
    private static final JsonFactory RESULTS = JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder().maxNumberLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE).maxNestingDepth(100_000).build())
            .build();

    private StatusParser() {
    }

    /**
     * {@return the body as JSON, or what is wrong with it}
     *
     * @param body any bytes
     */
    static Response<JsonNode> json(byte[] body) {
        if (isBlank(body)) {
            return bad(Flaw.EMPTY, "");
        }
        try {
            JsonNode node = JSON.readValue(body);
            return node == null ? bad(Flaw.EMPTY, "") : new Success<>(node);
        } catch (JacksonException e) {
            return unreadable(body);
        } catch (IOException e) {
            return bad(Flaw.NOT_JSON, excerpt(body));
        }
    }

    private static <T> Response<T> unreadable(byte[] body) {
        return startsLikeHtml(body) ? bad(Flaw.HTML, ErrorText.of(body)) : bad(Flaw.NOT_JSON, excerpt(body));
    }

    /**
     * {@return the status in {@code node}, or what is wrong with it}
     *
     * @param node any JSON
     * @param askedFor the id it must be about, or null when any will do
     */
    static Response<JobStatus> status(JsonNode node, String askedFor) {
        String jobId = text(node, "job_id");
        String word = text(node, "status");
        if (jobId == null || word == null) {
            return bad(Flaw.NOT_A_STATUS, excerpt(node.toString()));
        }
        if (askedFor != null && !askedFor.equals(jobId)) {
            return bad(Flaw.WRONG_JOB, excerpt(jobId));
        }
        return new Success<>(new JobStatus(jobId, JobState.of(word), word, progress(node.path("progress")),
                time(node, "created_at"), time(node, "started_at"), time(node, "completed_at"), text(node, "agent_id"),
                text(node, "run_id"), text(node, "session_id"), text(node, "error"), retryAfter(node)));
    }

    /**
     * {@return the id of the job that a request for a run has begun, or what is wrong with the answer}
     *
     * @param node any JSON
     */
    static Response<String> jobId(JsonNode node) {
        String jobId = text(node, "job_id");
        return jobId == null || jobId.isBlank()
                ? bad(Flaw.NOT_A_STATUS, excerpt(node.toString()))
                : new Success<>(jobId);
    }

    /**
     * {@return the whole error in the status in {@code node}, or what is wrong with it}
     *
     * @param node any JSON
     * @param askedFor the id it must be about
     */
    static Response<String> error(JsonNode node, String askedFor) {
        return status(node, askedFor).map(_ -> Objects.requireNonNullElse(text(node, "error"), ""));
    }

    /**
     * {@return the page in {@code node}; entries that are no status are left out, for one bad job must not hide the
     * others}
     *
     * @param node any JSON
     */
    static Response<JobPage> page(JsonNode node) {
        JsonNode entries = node.path("jobs");
        if (!entries.isArray()) {
            return ErrorText.in(node).<Response<JobPage>>map(why -> new Failure<>(new Problem.Rejected(OK, why)))
                    .orElseGet(() -> bad(Flaw.NOT_A_LIST, excerpt(node.toString())));
        }
        List<JobStatus> jobs = new ArrayList<>(entries.size());
        for (JsonNode entry : entries) {
            if (status(entry, null) instanceof Success(JobStatus job)) {
                jobs.add(job);
            }
        }
        Integer total = count(node, "total");
        return new Success<>(new JobPage(jobs, entries.size(), total == null ? -1 : total));
    }

    /**
     * {@return the result in the body, cut out of it as it is: a tree of it may take fifty times its size}
     *
     * @param body any bytes
     */
    static Response<JobResult> result(byte[] body) {
        if (isBlank(body)) {
            return bad(Flaw.EMPTY, "");
        }
        String json = ByteOrderMark.without(new String(body, StandardCharsets.UTF_8));
        try (JsonParser parser = RESULTS.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                parser.skipChildren();
                return parser.nextToken() == null ? bad(Flaw.NOT_A_STATUS, excerpt(json)) : unreadable(body);
            }
            String result = "null";
            Double duration = null;
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                long start = parser.currentTokenLocation().getCharOffset();
                if (name.equals("duration_seconds") && value.isScalarValue()) {
                    double seconds = parse(parser.getText());
                    duration = Double.isFinite(seconds) ? seconds : null;
                }
                parser.skipChildren();
                parser.finishToken();
                if (name.equals("result")) {
                    result = json.substring((int) start, (int) parser.currentLocation().getCharOffset());
                }
            }
            return parser.nextToken() == null ? new Success<>(new JobResult(result, duration)) : unreadable(body);
        } catch (IOException _) {
            return unreadable(body);
        }
    }

    private static Progress progress(JsonNode node) {
        return node.isObject()
                ? new Progress(percentage(node), text(node, "current_step"), count(node, "steps_completed"),
                        count(node, "steps_total"))
                : Progress.NONE;
    }

    private static Double percentage(JsonNode node) {
        Double number = number(node, "percentage");
        // Adding 0.0 turns -0.0 into 0.0.
        return number == null ? null : Math.clamp(number, 0, 100) + 0.0;
    }

    private static Integer count(JsonNode node, String field) {
        Double number = number(node, field);
        return number == null || number < 0 || number > Integer.MAX_VALUE ? null : Integer.valueOf(number.intValue());
    }

    private static Duration retryAfter(JsonNode node) {
        Double seconds = number(node, "retry_after");
        return seconds == null ? null : RetryAfter.ofSeconds(seconds);
    }

    /** A finite number, also one that came as a string, or null. */
    private static Double number(JsonNode node, String field) {
        JsonNode value = node.path(field);
        double number = switch (value.getNodeType()) {
            case NUMBER -> value.doubleValue();
            case STRING -> parse(value.textValue());
            default -> Double.NaN;
        };
        // An absurdly large wait is still a wait, so infinity from overflow counts as the largest number.
        if (number == Double.POSITIVE_INFINITY && value.isIntegralNumber()) {
            return Double.MAX_VALUE;
        }
        return Double.isFinite(number) ? number : null;
    }

    private static double parse(String text) {
        String stripped = text.strip();
        try {
            return RetryAfter.plainNumber(
                    stripped.endsWith("%") ? stripped.substring(0, stripped.length() - 1).strip() : stripped);
        } catch (NumberFormatException _) {
            return Double.NaN;
        }
    }

    /** A string, or any other JSON as its text; null for null, absent and empty. */
    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        String text = value.isTextual() ? value.textValue() : value.toString();
        return text.isEmpty() ? null : text;
    }

    private static Instant time(JsonNode node, String field) {
        String text = text(node, field);
        return text == null ? null : ServerTime.of(text);
    }

    private static boolean isBlank(byte[] body) {
        for (byte b : body) {
            if (b != ' ' && b != '\t' && b != '\r' && b != '\n') {
                return false;
            }
        }
        return true;
    }

    private static boolean startsLikeHtml(byte[] body) {
        return ErrorText.decode(body).stripLeading().startsWith("<");
    }

    private static String excerpt(byte[] body) {
        return excerpt(ErrorText.decode(body));
    }

    private static String excerpt(String text) {
        return text.length() <= EXCERPT ? text : text.substring(0, EXCERPT) + "…";
    }

    static <T> Response<T> bad(Flaw flaw, String text) {
        return new Failure<>(new BadAnswer(flaw, text));
    }
}
