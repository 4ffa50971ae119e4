package dev.jobglass.api;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * An answer as it came, without our key in it.
 *
 * @param request method and address
 * @param status the HTTP status
 * @param headers of the answer, one a line
 * @param body as text
 */
public record RawResponse(String request, int status, String headers, String body) {
    static RawResponse of(URI uri, HttpAnswer response, UnaryOperator<String> withoutKey) {
        String headers = response.headers().map().entrySet().stream()
                .flatMap(header -> header.getValue().stream().map(value -> header.getKey() + ": " + value))
                .collect(Collectors.joining("\n"));
        return new RawResponse("GET " + uri, response.status(), withoutKey.apply(headers),
                withoutKey.apply(new String(response.body(), StandardCharsets.UTF_8)));
    }
}
