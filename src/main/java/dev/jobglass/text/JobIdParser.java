package dev.jobglass.text;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds job ids in what a user pastes: any mix of spaces, commas, lines and status URLs. */
public final class JobIdParser {
    private static final Pattern SEPARATORS = Pattern.compile("[\\s,;]+");
    private static final Pattern QUOTES = Pattern.compile("^[\"'`<(\\[]+|[\"'`>)\\]]+$");
    private static final Pattern STATUS_URL = Pattern.compile("^(https?://\\S*?)(?:/api/v\\d+)?/runs/([^/?#]+).*$",
            Pattern.CASE_INSENSITIVE);
    /** As servers make them up: no word of a language, though they are opaque otherwise. */
    private static final Pattern LIKE_AN_ID = Pattern
            .compile("[\\p{L}\\p{N}._~:@+=-]*[\\p{N}_][\\p{L}\\p{N}._~:@+=-]*");

    private JobIdParser() {
    }

    /**
     * A job that was named.
     *
     * @param id its id
     * @param server whose, as the address in a status URL says, or null for an id alone
     */
    public record Named(String id, String server) {
    }

    /**
     * What was found in a text.
     *
     * @param jobs each once, in the order they came
     * @param others what is no id and no status URL
     */
    public record Found(Set<Named> jobs, Set<String> others) {
    }

    /**
     * {@return the jobs that a text names, and what in it names none}
     *
     * @param text as pasted
     */
    public static Found read(String text) {
        Set<Named> jobs = new LinkedHashSet<>();
        Set<String> others = new LinkedHashSet<>();
        for (String piece : SEPARATORS.split(text)) {
            Named job = named(piece);
            if (job.server() != null || LIKE_AN_ID.matcher(job.id()).matches()) {
                jobs.add(job);
            } else if (!piece.isEmpty()) {
                others.add(piece);
            }
        }
        return new Found(jobs, others);
    }

    /**
     * {@return the ids in the order they came, each once; for a command line, where everything is meant as an id}
     *
     * @param text as typed
     */
    public static Set<String> in(String text) {
        return meant(text).stream().map(Named::id).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * {@return the jobs in the order they came; for a command line, where everything is meant as an id or a status URL}
     *
     * @param text as typed
     */
    public static List<Named> meant(String text) {
        return SEPARATORS.splitAsStream(text).map(JobIdParser::named).filter(job -> !job.id().isEmpty()).toList();
    }

    /** The job that a piece of a text names, if it names one at all. */
    private static Named named(String piece) {
        String bare = QUOTES.matcher(piece).replaceAll("");
        Matcher url = STATUS_URL.matcher(bare);
        return url.matches() ? new Named(decode(url.group(2)), url.group(1)) : new Named(bare, null);
    }

    private static String decode(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return segment;
        }
    }
}
