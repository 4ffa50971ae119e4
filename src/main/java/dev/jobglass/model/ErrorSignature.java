package dev.jobglass.model;

import dev.jobglass.api.TerminalText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What errors of the same cause have in common. In any language, since it looks at digits and marks only, and at the
 * words before numbers that tell causes apart, which are the same in all: the codes of responses and programs.
 */
public final class ErrorSignature {
    /** More of an error is not compared. */
    private static final int COMPARED = 1_000;
    private static final String TRACEBACK = "Traceback (most recent call last)";
    private static final String FOLDED = "…";
    private static final String KEPT = "kept";
    private static final Pattern VARYING = Pattern.compile(String.join("|",
            "(?<" + KEPT
                    + ">(?<!\\w)(?i:HTTP(?:/\\d(?:\\.\\d)?)?|status|code|errno|exit)[ :=]{1,3}\\d{1,3}(?!\\w|[.:]\\d))",
            "[A-Za-z][A-Za-z0-9+.-]{0,20}://[^\\s\"'<>)\\]]+", // addresses
            "[^\\s@\"'<>(]{1,64}+@[^\\s@\"'<>)]+",
            "(?<![\\w/\\\\.])(?:[A-Za-z]:)?(?:[/\\\\][\\w.~@+-]+){2,}[/\\\\]?", // paths
            "(?<!\\w)[A-Fa-f0-9]*(?::[A-Fa-f0-9]*){2,}[A-Fa-f0-9](?!\\w)", // times, and addresses with colons
            "(?<!\\w)[A-Fa-f0-9]{8}(?:-[A-Fa-f0-9]{4}){3}-[A-Fa-f0-9]{12}", // UUIDs
            // Numbers, and words with digits in them such as ids; also several with marks between them.
            "(?<![A-Za-z_])[A-Za-z_]*+\\p{Nd}[\\p{Nd}A-Za-z_]*(?:[-.:,+/]+[A-Za-z_]*\\p{Nd}[\\p{Nd}A-Za-z_]*)*"));
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private ErrorSignature() {
    }

    /**
     * {@return what tells most of an error: of a Python traceback its last line, else all of it}
     *
     * @param error as it came, not null
     */
    public static String gist(String error) {
        String text = TerminalText.shown(error).strip();
        return text.contains(TRACEBACK) ? text.substring(text.lastIndexOf('\n') + 1).strip() : text;
    }

    /**
     * {@return the gist of an error with an ellipsis for each number but codes, id, time, path and address in it; equal
     * for errors that are the same but for those} Of an error without any other word, such as a code, all of it.
     *
     * @param error as it came, or null for a job that failed without a word
     */
    public static String of(String error) {
        if (error == null) {
            return "";
        }
        String gist = gist(error);
        String compared = gist.substring(0, Math.min(gist.length(), COMPARED));
        String folded = VARYING.matcher(compared)
                .replaceAll(found -> found.group(KEPT) == null ? FOLDED : Matcher.quoteReplacement(found.group()));
        boolean anyWord = folded.codePoints().anyMatch(Character::isLetter);
        return BLANKS.matcher(anyWord ? folded : compared).replaceAll(" ").strip();
    }
}
