package dev.jobglass.text;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds job ids in what a user pastes: any mix of spaces, commas, lines and status URLs. */
public final class JobIdParser {
    private static final Pattern SEPARATORS = Pattern.compile("[\\s,;]+");
    private static final Pattern QUOTES = Pattern.compile("^[\"'`<(\\[]+|[\"'`>)\\]]+$");
    private static final Pattern STATUS_URL = Pattern.compile("^https?://\\S*/runs/([^/?#]+).*$",
            Pattern.CASE_INSENSITIVE);

    private JobIdParser() {
    }

    /**
     * {@return the ids in the order they came, each once}
     *
     * @param text as pasted
     */
    public static Set<String> in(String text) {
        Set<String> ids = new LinkedHashSet<>();
        for (String piece : SEPARATORS.split(text)) {
            String bare = QUOTES.matcher(piece).replaceAll("");
            var url = STATUS_URL.matcher(bare);
            String id = url.matches() ? decode(url.group(1)) : bare;
            if (!id.isEmpty()) {
                ids.add(id);
            }
        }
        return ids;
    }

    private static String decode(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return segment;
        }
    }
}
