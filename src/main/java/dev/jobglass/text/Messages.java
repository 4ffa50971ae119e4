package dev.jobglass.text;

import dev.jobglass.api.Problem;
import dev.jobglass.model.DisplayState;
import dev.jobglass.model.ErrorNote;
import dev.jobglass.model.JobSnapshot;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that a user reads: one bundle a language, whose keys begin with the package they belong to. */
public final class Messages {
    /** To read a pattern takes ten times as long as to fill it in, and some are filled in for each row each second. */
    private static final Map<Pattern, MessageFormat> READ = new ConcurrentHashMap<>();

    private Messages() {
    }

    /** What a pattern is read with. */
    private record Pattern(ResourceBundle bundle, Locale ofComputer, String key) {
    }

    /**
     * {@return all messages; looked up each time, for the command line speaks the computer's language and the windows
     * that of the settings}
     */
    public static ResourceBundle bundle() {
        return ResourceBundle.getBundle("dev.jobglass.text.messages");
    }

    /**
     * {@return a message}
     *
     * @param key in the bundle
     * @param arguments for its placeholders
     */
    public static String of(String key, Object... arguments) {
        ResourceBundle bundle = bundle();
        MessageFormat format = READ.computeIfAbsent(
                new Pattern(bundle, Locale.getDefault(Locale.Category.FORMAT), key),
                _ -> new MessageFormat(bundle.getString(key), locale()));
        assert arguments.length >= format.getFormatsByArgumentIndex().length : key + " has more placeholders";
        Object[] placed = Stream.of(arguments)
                .map(argument -> argument instanceof String text ? Bidi.within(text) : argument).toArray();
        synchronized (format) { // which serves one at a time only
            return format.format(placed);
        }
    }

    /**
     * {@return for the formats of numbers and times: that of the messages, so that no window has English words and
     * French dates, and with one kind of digits, as jobs and their servers write them}
     */
    public static Locale locale() {
        String language = bundle().getLocale().getLanguage().isEmpty() ? "en" : bundle().getLocale().getLanguage();
        Locale ofComputer = Locale.getDefault(Locale.Category.FORMAT);
        Locale locale = ofComputer.getLanguage().equals(language) ? ofComputer : Locale.of(language);
        return new Locale.Builder().setLocale(locale).setUnicodeLocaleKeyword("nu", "latn").build();
    }

    /** {@return the version of the program, such as "1.2.0"} */
    public static String version() {
        return ResourceBundle.getBundle("dev.jobglass.text.version").getString("version");
    }

    /**
     * {@return what is said in one line, with a sign between; in a language from right to left a letter of such, so
     * that each part keeps its place, in whatever direction it is written}
     *
     * @param parts of which empty ones are left out
     */
    public static String joined(String... parts) {
        return Stream.of(parts)
                .filter(part -> !part.isEmpty())
                .map(Bidi::within)
                .collect(Collectors.joining(of("text.between")));
    }

    /** {@return some things with the signs between them that the language has} */
    public static String list(List<String> things) {
        // The JDK has no signs at all between the things of a short list in Chinese.
        if (things.stream().noneMatch(Bidi::hasRightToLeft)) {
            // With an Arabic sign among letters from left to right JavaFX would paint the marks around them.
            return String.join(bundle().getString("text.list.fromLeft"), things);
        }
        return things.stream().reduce((before, next) -> of("text.list", before, next)).orElse("");
    }

    /** {@return nothing, in the sense of "not known" or "does not apply"} */
    public static String none() {
        return bundle().getString("text.none");
    }

    /**
     * {@return the word for a state}
     *
     * @param state which
     */
    public static String state(DisplayState state) {
        return bundle().getString("text.state." + state);
    }

    /**
     * {@return the word for a job's state, for an unknown one the server's own}
     *
     * @param view the job
     */
    public static String state(JobSnapshot view) {
        return view.state() == DisplayState.UNKNOWN ? PlainText.line(view.status().stateWord()) : state(view.state());
    }

    /**
     * {@return the sign for a state}
     *
     * @param state which
     */
    public static String glyph(DisplayState state) {
        return bundle().getString("text.glyph." + state);
    }

    /**
     * {@return the agent of a job as it is shown, and as the settings know it, or empty when that is not known}
     *
     * @param view the job
     */
    public static String agent(JobSnapshot view) {
        return view.status() == null ? "" : PlainText.line(view.status().agentId());
    }

    /**
     * {@return what a job is called in few words: its agent, or its id when that is not known}
     *
     * @param view the job
     */
    public static String name(JobSnapshot view) {
        String agent = agent(view);
        return agent.isEmpty() ? PlainText.line(view.jobId()) : agent;
    }

    /**
     * {@return why nothing is learned of a job, or nothing ever was; null when all is well}
     *
     * @param view the job
     */
    public static String trouble(JobSnapshot view) {
        boolean gone = view.state() == DisplayState.GONE;
        if (view.problem() != null && !gone) {
            return of("text.asking.failed", problem(view.problem()));
        }
        return view.status() != null ? null : of(gone ? "text.step.unknown" : "text.step.unasked");
    }

    /**
     * {@return what a job is called beside its id: agent and session, as far as known}
     *
     * @param view the job
     */
    public static String subtitle(JobSnapshot view) {
        if (view.status() == null) {
            return "";
        }
        String agent = agent(view);
        String session = view.status().sessionId() == null
                ? ""
                : of("text.session", PlainText.line(view.status().sessionId()));
        return joined(agent, session);
    }

    /**
     * {@return a percentage such as 62%, or none}
     *
     * @param percentage 0 to 100, or null
     */
    public static String percent(Double percentage) {
        // Rounded down: 100 % must mean done.
        return percentage == null ? none() : of("text.percent", (int) Math.floor(percentage));
    }

    /**
     * {@return what was noted of a kind of error, and by whom}
     *
     * @param note not null
     */
    public static String noted(ErrorNote note) {
        return of("insights.error.noted", PlainText.line(note.text()), PlainText.line(note.owner()));
    }

    /**
     * {@return one sentence for a user, which may quote the server but never holds a key}
     *
     * @param problem not null
     */
    public static String problem(Problem problem) {
        String words = switch (problem) {
            case Problem.Unreachable(var cause, _, String proxy) -> proxy == null
                    ? of("problem.unreachable." + cause)
                    : of("problem.unreachable.proxy", of("problem.unreachable." + cause), proxy);
            case Problem.NotFound _ -> of("problem.notFound");
            case Problem.NoApi _ -> of("problem.noApi");
            case Problem.NoList(Problem why) -> of("problem.noList", problem(why));
            case Problem.PartOfList(int unreadable, boolean tooLong) ->
                joined(unreadable > 0 ? of("problem.partOfList.unreadable", unreadable) : "",
                        tooLong ? of("problem.partOfList.tooLong") : "");
            case Problem.Unauthorised(int status, boolean keySent, _) when status == 401 ->
                of(keySent ? "problem.unauthorised.refused" : "problem.unauthorised.missing");
            case Problem.Unauthorised _ -> of("problem.unauthorised.403");
            case Problem.ServerError(int status, _) -> of("problem.serverError", status);
            case Problem.Throttled(int status, Duration wait, _) when wait == null ->
                of("problem.throttled." + status);
            case Problem.Throttled(_, Duration wait, _) -> of("problem.throttled.wait", Times.duration(wait));
            case Problem.Conflict _ -> of("problem.conflict");
            case Problem.Rejected(int status, _, _) -> of("problem.rejected", status);
            case Problem.BadAnswer(var flaw, var text) -> of("problem.bad." + flaw, text);
        };
        return quotable(problem) ? of("problem.quoting", words, problem.text()) : words;
    }

    /** What the network library says is for the log; what the server says helps the user. */
    private static boolean quotable(Problem problem) {
        return switch (problem) {
            case Problem.Unreachable _,Problem.BadAnswer _,Problem.NoApi _,Problem.NoList _ -> false;
            default -> !problem.text().isBlank();
        };
    }
}
