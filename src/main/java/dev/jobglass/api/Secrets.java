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
record Secrets(List<Secret> secrets) {
    /** Shorter ones may be parts of words that mean something else. */
    private static final int LEAST = 8;
    private static final String HIDDEN = "***";

    /** One of them, and the same with letters between its own that are not seen, since those are left out when shown. */
    record Secret(String text, Pattern scattered) {
        private static final String UNSEEN = "[\\p{Cf}\\p{Cc}]*";

        static Secret of(String text) {
            return new Secret(text, Pattern.compile(text.codePoints()
                    .mapToObj(letter -> Pattern.quote(Character.toString(letter)))
                    .collect(Collectors.joining(UNSEEN))));
        }

        String hiddenIn(String shown, String instead) {
            return scattered.matcher(shown).replaceAll(Matcher.quoteReplacement(instead));
        }

        @Override
        public String toString() {
            return "Secret";
        }
    }

    /** {@return those of a key, which may be null, and on a route: of headers also what stands behind a scheme} */
    static Secrets of(ApiKey key, Route route) {
        Stream<String> headers = route.headers().values().stream()
                .flatMap(value -> Stream.of(value, value.substring(value.lastIndexOf(' ') + 1)));
        Stream<String> login = Stream.ofNullable(route.proxy()).map(ProxyAddress::login).filter(Objects::nonNull)
                .flatMap(value -> Stream.of(value, value.substring(value.indexOf(':') + 1)));
        return new Secrets(Stream.concat(Stream.ofNullable(key).map(ApiKey::secret),
                Stream.concat(headers, login).filter(value -> value.length() >= LEAST)).distinct().map(Secret::of)
                .toList());
    }

    /** {@return a text of the server’s own about what went wrong, without any of them, however short} */
    String without(String text) {
        return without(text, secrets.stream(), "…");
    }

    private static String without(String text, Stream<Secret> some, String instead) {
        String left = text;
        for (Secret secret : some.toList()) {
            left = secret.hiddenIn(left, instead);
        }
        return left;
    }

    private Stream<Secret> telling() {
        return secrets.stream().filter(secret -> secret.text().length() >= LEAST);
    }

    private String hidden(String text) {
        return text == null ? null : without(text, telling(), HIDDEN);
    }

    /** {@return a body without any of them} */
    byte[] without(byte[] body) {
        if (telling().findAny().isEmpty()) {
            return body;
        }
        String text = new String(body, StandardCharsets.ISO_8859_1); // a letter a byte
        String hidden = text;
        for (Secret secret : telling().toList()) {
            hidden = hidden.replace(secret.text(), HIDDEN);
        }
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
