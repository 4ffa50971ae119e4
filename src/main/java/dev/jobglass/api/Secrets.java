package dev.jobglass.api;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a server is told in confidence. What comes from it is kept and shown: should it repeat any of that, as some do
 * with a wrong key, it must not be.
 *
 * @param secrets all of them
 * @param telling those that are long enough to be told from other words
 */
record Secrets(List<SecretText> secrets, List<SecretText> telling) {
    /** Shorter ones may be parts of words that mean something else. */
    private static final int LEAST = 8;
    private static final String HIDDEN = "***";
    /** Between the parts of a header, such as a scheme and what follows, or several cookies. */
    private static final Pattern PARTS = Pattern.compile("[\\s;,]+");
    /** Between a name and a value in such a part. */
    private static final Pattern NAMES = Pattern.compile("[=:]");

    /**
     * {@return those told on the way to a server: the key, what headers say and their parts, the login of a proxy}
     *
     * @param key or null
     * @param route how to get there
     * @param server where
     */
    static Secrets of(ApiKey key, Route route, URI server) {
        Stream<String> headers = route.headers().values().stream().flatMap(Secrets::parts);
        Stream<String> login = route.proxyTo(server).map(ProxyAddress::login).filter(Objects::nonNull).stream()
                .flatMap(value -> Stream.of(value, value.substring(value.indexOf(':') + 1)));
        List<SecretText> all = Stream.concat(Stream.ofNullable(key).map(ApiKey::secret),
                Stream.concat(headers, login).filter(Secrets::telling)).distinct()
                .map(text -> new SecretText(text, telling(text))).toList();
        return new Secrets(all, all.stream().filter(secret -> telling(secret.text())).toList());
    }

    private static Stream<String> parts(String header) {
        return Stream.concat(Stream.of(header), PARTS.splitAsStream(header).flatMap(part -> Stream.concat(
                Stream.of(part), NAMES.splitAsStream(part).skip(1))));
    }

    private static boolean telling(String text) {
        return text.length() >= LEAST;
    }

    /** {@return a text of the server’s own about what went wrong, without any of them, however short} */
    String without(String text) {
        return without(text, secrets, "…");
    }

    private static String without(String text, List<SecretText> some, String instead) {
        String left = text;
        for (SecretText secret : some) {
            left = secret.hiddenIn(left, instead);
        }
        return left;
    }

    private String hidden(String text) {
        return text == null ? null : without(text, telling, HIDDEN);
    }

    /** {@return a body without any of them, as they are written plainly} What is read of it is looked at once more. */
    byte[] without(byte[] body) {
        if (telling.isEmpty()) {
            return body;
        }
        String text = new String(body, StandardCharsets.ISO_8859_1); // a letter a byte
        String hidden = text;
        for (SecretText secret : telling) {
            hidden = hidden.replace(secret.text(), HIDDEN);
        }
        return hidden.equals(text) ? body : hidden.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** {@return a status without any of them} */
    JobStatus without(JobStatus status) {
        return telling.isEmpty() ? status : status.withTexts(this::hidden);
    }

    /** {@return a result without any of them} */
    JobResult without(JobResult result) {
        return new JobResult(hidden(result.json()), result.durationSeconds());
    }

    /** {@return what a stream tells without any of them} */
    StreamEvent without(StreamEvent event) {
        return event instanceof StreamEvent.Progressed(Double percentage, String step)
                ? new StreamEvent.Progressed(percentage, hidden(step))
                : event;
    }

    @Override
    public String toString() {
        return "Secrets"; // never one of them
    }
}
