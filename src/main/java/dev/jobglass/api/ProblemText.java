package dev.jobglass.api;

import java.text.MessageFormat;
import java.time.Duration;
import java.util.ResourceBundle;

/** Puts a {@link Problem} into plain words in the person's language. */
public final class ProblemText {
    private static final ResourceBundle WORDS = ResourceBundle.getBundle("dev.jobglass.api.problems");

    private ProblemText() {
    }

    /**
     * {@return one sentence for a person, which may quote the server but never holds a key}
     *
     * @param problem not null
     */
    public static String of(Problem problem) {
        String words = switch (problem) {
            case Problem.Unreachable(var cause, _) -> WORDS.getString("unreachable." + cause);
            case Problem.NotFound _ -> WORDS.getString("notFound");
            case Problem.Unauthorised(int status, _) -> word("unauthorised." + status);
            case Problem.ServerError(int status, _) -> word("serverError", status);
            case Problem.Throttled(_, Duration wait, _) ->
                wait == null ? word("throttled") : word("throttled.wait", wait.toSeconds());
            case Problem.Conflict _ -> word("conflict");
            case Problem.Rejected(int status, _) -> word("rejected", status);
            case Problem.BadAnswer(var flaw, var text) -> word("bad." + flaw, text);
        };
        return quotable(problem) ? word("quoting", words, problem.text()) : words;
    }

    /** What the network library says is for the log; what the server says helps the person. */
    private static boolean quotable(Problem problem) {
        return switch (problem) {
            case Problem.Unreachable _,Problem.BadAnswer _ -> false;
            default -> !problem.text().isBlank();
        };
    }

    private static String word(String key, Object... arguments) {
        return MessageFormat.format(WORDS.getString(key), arguments);
    }
}
