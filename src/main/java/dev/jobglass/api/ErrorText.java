package dev.jobglass.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jobglass.api.Response.Success;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The most telling text in an error answer. Servers send four shapes: {@code {"detail":"text"}},
 * {@code {"detail":[{"loc":…,"msg":…}]}}, {@code {"error":"text"}} and plain text.
 */
final class ErrorText {
    /** An error text is read by a user; more than this is not. */
    private static final int LONGEST = 2_000;
    private static final Pattern HTML_TITLE = Pattern.compile("<title[^>]*>([^<]*)</title>", Pattern.CASE_INSENSITIVE);

    private ErrorText() {
    }

    /**
     * {@return the text, possibly empty}
     *
     * @param body any bytes
     */
    static String of(byte[] body) {
        String plain = decode(body).strip();
        if (plain.startsWith("<")) {
            var title = HTML_TITLE.matcher(plain);
            return title.find() ? shorten(title.group(1).strip()) : "";
        }
        String text = StatusParser.json(body) instanceof Success(JsonNode json) ? telling(json).orElse(plain) : plain;
        return shorten(text);
    }

    /** {@return what a JSON answer says went wrong, if it does} */
    static Optional<String> in(JsonNode json) {
        return telling(json).map(ErrorText::shorten);
    }

    /** {@return what a validation error says about single fields of a run that was asked for} */
    static Map<RunRequest.Field, String> ofFields(byte[] body, UnaryOperator<String> shown) {
        Map<RunRequest.Field, String> fields = new EnumMap<>(RunRequest.Field.class);
        if (StatusParser.json(body) instanceof Success(JsonNode json)) {
            for (JsonNode entry : json.path("detail")) {
                RunRequest.Field field = RunRequest
                        .field(entry.path("loc").path(entry.path("loc").size() - 1).asText());
                if (field != null) {
                    fields.put(field, shorten(shown.apply(entry.path("msg").asText(""))));
                }
            }
        }
        return fields;
    }

    static String decode(byte[] body) {
        return new String(body, 0, Math.min(body.length, 4 * LONGEST), StandardCharsets.UTF_8);
    }

    private static Optional<String> telling(JsonNode json) {
        return Stream.of("detail", "error", "message")
                .map(json::path).map(ErrorText::words).filter(words -> !words.isBlank()).findFirst();
    }

    private static String words(JsonNode value) {
        if (value.isTextual()) {
            return value.textValue();
        }
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false).map(ErrorText::complaint)
                    .collect(Collectors.joining("; "));
        }
        return value.path("message").asText(value.path("msg").asText(""));
    }

    /** One entry of a validation error, such as {@code query.page_size: too large}. */
    private static String complaint(JsonNode entry) {
        if (entry.isTextual()) {
            return entry.textValue();
        }
        String where = StreamSupport.stream(entry.path("loc").spliterator(), false).map(JsonNode::asText)
                .collect(Collectors.joining("."));
        String what = entry.path("msg").asText("");
        return where.isEmpty() ? what : where + ": " + what;
    }

    private static String shorten(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
