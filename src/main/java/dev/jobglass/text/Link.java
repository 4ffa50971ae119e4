package dev.jobglass.text;

import dev.jobglass.api.JobKey;
import dev.jobglass.api.ServerAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Leads to something in Jobglass from elsewhere: {@code jobglass://view/NAME} and
 * {@code jobglass://job/ID?server=ADDRESS}. Whoever gets one to be opened may not mean well: it can only show what is
 * there already.
 */
public sealed interface Link {
    /** How all of them begin. */
    String SCHEME = "jobglass:";

    /**
     * To a saved view.
     *
     * @param name of it
     */
    record View(String name) implements Link {
        @Override
        public String text() {
            return SCHEME + "//view/" + encoded(name);
        }
    }

    /**
     * To a job.
     *
     * @param key which
     */
    record OfJob(JobKey key) implements Link {
        @Override
        public String text() {
            return SCHEME + "//job/" + encoded(key.id()) + "?server=" + encoded(key.server().toString());
        }
    }

    /** {@return it as one writes it} */
    String text();

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /**
     * {@return what a link leads to, or nothing when it makes no sense}
     *
     * @param text any
     */
    static Optional<Link> parse(String text) {
        Pattern pattern = Pattern.compile("(?i)jobglass://(?:view/([^/?#]+)/?|job/([^/?#]+)\\?server=([^&#]+))");
        Matcher link = pattern.matcher(text.strip());
        try {
            new URI(text.strip()); // complains
            if (!link.matches()) {
                return Optional.empty();
            }
            return Optional.of(link.group(1) != null
                    ? new View(decoded(link.group(1)))
                    : new OfJob(new JobKey(ServerAddress.parse(decoded(link.group(3))), decoded(link.group(2)))));
        } catch (URISyntaxException | ServerAddress.Malformed | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
