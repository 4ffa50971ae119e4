package dev.jobglass.api;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Something that a user wants every request to say.
 *
 * @param name as HTTP allows it, and none that requests have anyway
 * @param value one line
 */
public record RequestHeader(String name, String value) {
    private static final URI ANY = URI.create("http://any.invalid");
    /** Also those by which a request would be another, or not be understood. */
    private static final Set<String> OURS = Set.of("accept", "accept-encoding", "content-type", "host",
            "idempotency-key", "proxy-authorization", "te", "trailer", "transfer-encoding");
    /** java.net.http would send a question mark for any other letter. */
    private static final Pattern LETTERS = Pattern.compile("[\\x20-\\x7e\\t]+");

    /** {@return the header in a line such as {@code X-Team: red}, or nothing when it can be none} */
    public static Optional<RequestHeader> parse(String line) {
        int colon = line.indexOf(':');
        if (colon < 1) {
            return Optional.empty();
        }
        String name = line.substring(0, colon).strip();
        String value = line.substring(colon + 1).strip();
        try {
            HttpRequest.newBuilder(ANY).header(name, value);
            return !LETTERS.matcher(value).matches() || OURS.contains(name.toLowerCase(Locale.ROOT))
                    ? Optional.empty()
                    : Optional.of(new RequestHeader(name, value));
        } catch (IllegalArgumentException _) { // also those that java.net.http keeps to itself
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return name + ": …"; // never the value
    }
}
