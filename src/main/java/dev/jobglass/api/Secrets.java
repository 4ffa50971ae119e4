package dev.jobglass.api;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a server is told in confidence. What comes from it is kept and shown: should it repeat any of that, as some do
 * with a wrong key, it must not be.
 */
record Secrets(List<String> texts) {
    /** Shorter ones may be parts of words that mean something else. */
    private static final int LEAST = 8;
    private static final String HIDDEN = "***";
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Cc}]");

    /** {@return those of a key, which may be null, and on a route: of headers also what stands behind a scheme} */
    static Secrets of(ApiKey key, Route route) {
        Stream<String> headers = route.headers().values().stream()
                .flatMap(value -> Stream.of(value, value.substring(value.lastIndexOf(' ') + 1)));
        Stream<String> login = Stream.ofNullable(route.proxy()).map(ProxyAddress::login).filter(Objects::nonNull)
                .flatMap(value -> Stream.of(value, value.substring(value.indexOf(':') + 1)));
        return new Secrets(Stream.concat(Stream.ofNullable(key).map(ApiKey::secret),
                Stream.concat(headers, login).filter(value -> value.length() >= LEAST)).distinct().toList());
    }

    /** {@return a text of the server’s own about what went wrong, without any of them, however short} */
    String without(String text) {
        return texts.stream().reduce(text, (left, secret) -> hidden(left, secret, "…"));
    }

    private Stream<String> telling() {
        return texts.stream().filter(secret -> secret.length() >= LEAST);
    }

    private String hidden(String text) {
        return text == null ? null : telling().reduce(text, (left, secret) -> hidden(left, secret, HIDDEN));
    }

    /** Also with letters in it that are not seen: they are left out of what is shown. */
    private static String hidden(String text, String secret, String instead) {
        String bare = text.replace(secret, instead);
        return UNSEEN.matcher(bare).find()
                ? Pattern.compile(secret.chars().mapToObj(letter -> Pattern.quote(Character.toString(letter)))
                        .collect(Collectors.joining(UNSEEN.pattern() + "*"))).matcher(bare)
                        .replaceAll(Matcher.quoteReplacement(instead))
                : bare;
    }

    /** {@return a body without any of them} */
    byte[] without(byte[] body) {
        if (telling().findAny().isEmpty()) {
            return body;
        }
        String text = new String(body, StandardCharsets.ISO_8859_1); // a letter a byte
        String hidden = telling().reduce(text, (left, secret) -> left.replace(secret, HIDDEN));
        return hidden.equals(text) ? body : hidden.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** {@return a status without any of them} */
    JobStatus without(JobStatus status) {
        return telling().findAny().isEmpty() ? status : status.withTexts(this::hidden);
    }

    @Override
    public String toString() {
        return "Secrets"; // never one of them
    }
}
