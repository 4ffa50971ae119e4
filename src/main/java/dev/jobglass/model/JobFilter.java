package dev.jobglass.model;

import static dev.jobglass.model.TextMatch.begins;
import static dev.jobglass.model.TextMatch.contains;

import dev.jobglass.api.JobState;
import dev.jobglass.api.JobStatus;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which jobs a user wants to see.
 *
 * @param terms all must hold, but of several states, and of several servers, one
 * @param states one of these, or any when empty
 */
public record JobFilter(List<Term> terms, Set<DisplayState> states) implements Predicate<Job> {
    /** Everything. */
    public static final JobFilter ALL = new JobFilter(List.of(), Set.of());

    private static final Pattern AGE = Pattern.compile("(\\d{1,6})([smhdw])");
    private static final String NOTHING = "\"\"";
    private static final int DAYS_A_WEEK = 7;

    /** What can be asked for by name. */
    public enum Field {
        STATE, AGENT, SESSION, SERVER, ERROR, OLDER, FINISHED;

        /** {@return its name as filters write it, such as {@code older}} */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** {@return all names that filters may call it by: the table and the servers call a job's state its status} */
        public Stream<String> words() {
            return this == STATE ? Stream.of(word(), "status") : Stream.of(word());
        }

        /**
         * {@return the field that is called so, if there is one}
         *
         * @param word in letters of either case
         */
        public static Optional<Field> called(String word) {
            return Stream.of(values()).filter(field -> field.words().anyMatch(word::equalsIgnoreCase)).findFirst();
        }
    }

    /** {@return the states that can be asked for by name; of one that we don't know there is only the server's word} */
    public static Stream<DisplayState> named() {
        return Stream.of(DisplayState.values()).filter(state -> state != DisplayState.UNKNOWN);
    }

    /**
     * One thing asked for.
     *
     * @param text as typed
     * @param holds whether it is so for a job
     * @param wrong the field whose value means nothing, so that no job is meant; or null
     */
    public record Term(String text, Predicate<Job> holds, Field wrong) {
        /** {@return the field that is asked for by name, or null for a word that may be anywhere} */
        public Field field() {
            return Field.called(text.substring(0, Math.max(0, text.indexOf(':')))).orElse(null);
        }

        /** {@return what is asked for, without the field's name and quotes} */
        public String value() {
            return unquoted(text.substring(text.indexOf(':') + 1)).strip();
        }
    }

    /**
     * {@return the filter for a text as typed: words that occur anywhere in id, state, step, session, agent or error,
     * and {@code state:failed}, {@code agent:news}, {@code session:ops}, {@code server:name}, {@code error:timeout},
     * {@code older:90m} (s, m, h, d or w since creation), {@code finished:12:30/13:00} or {@code
     * finished:2026-11-24T23:30/00:00} (local times, of today where no day is given); {@code "two words"} hold
     * together, also in {@code agent:"weekly report"}; of several states, and of several
     * servers, each is meant; {@code agent:""} asks for jobs without one, {@code error:""} for
     * failures without a word; a field without a value yet asks for nothing}
     *
     * @param text any, blank for all
     * @param states one of these, or any when empty
     * @param clock for ages, and for times of today
     */
    public static JobFilter of(String text, Set<DisplayState> states, InstantSource clock) {
        List<Term> terms = pieces(text).stream().filter(piece -> !unquoted(piece).isBlank())
                .map(piece -> term(piece, clock)).toList();
        return new JobFilter(oneOf(Field.SERVER, oneOf(Field.STATE, terms)), Set.copyOf(states));
    }

    /** No job has two states or two servers: who asks for two means either. */
    private static List<Term> oneOf(Field field, List<Term> terms) {
        List<Term> its = terms.stream().filter(term -> term.field() == field && !term.value().isEmpty()).toList();
        Predicate<Job> any = its.stream().map(Term::holds).reduce(_ -> false, Predicate::or);
        return terms.stream().map(term -> its.contains(term) ? new Term(term.text(), any, term.wrong()) : term)
                .toList();
    }

    /**
     * {@return what stands between the blanks of a filter's text, as typed}
     *
     * @param text any
     */
    public static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        boolean quoted = false; // the last quote may be missing while one types
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            quoted ^= i < text.length() && text.charAt(i) == '"';
            if (i == text.length() || !quoted && Character.isWhitespace(text.charAt(i))) {
                if (i > start) {
                    pieces.add(text.substring(start, i));
                }
                start = i + 1;
            }
        }
        return pieces;
    }

    /**
     * {@return a text without the quotes that hold words together}
     *
     * @param piece any
     */
    public static String unquoted(String piece) {
        return piece.replace("\"", "");
    }

    /**
     * {@return the text of a filter that asks for a value}
     *
     * @param field which
     * @param value any, empty for jobs without one; quotes in it are left out, for they hold words together
     */
    public static String asking(Field field, String value) {
        return field.word() + ":" + quoted(value);
    }

    /**
     * {@return a text as one piece of a filter}
     *
     * @param value any
     */
    public static String quoted(String value) {
        String bare = unquoted(value);
        return bare.isEmpty() || bare.chars().anyMatch(Character::isWhitespace) ? '"' + bare + '"' : bare;
    }

    /**
     * {@return whether a name has in it what is asked for, which is never told with quotes}
     *
     * @param name any, or null
     * @param asked not empty
     */
    public static boolean called(String name, String asked) {
        return name != null && TextMatch.contains(unquoted(name), asked);
    }

    private static Term term(String piece, InstantSource clock) {
        Term asked = new Term(piece, _ -> true, null);
        Field field = asked.field();
        if (field == null) {
            return new Term(piece, on(word(unquoted(piece))), null);
        }
        String value = asked.value();
        if (value.isEmpty()) {
            return piece.endsWith(NOTHING) ? new Term(piece, without(field), null) : asked;
        }
        return switch (field) {
            case STATE -> new Term(piece, on(state(value)), isState(value) ? null : field);
            case AGENT -> new Term(piece, on(status(status -> called(status.agentId(), value))), null);
            case SESSION -> new Term(piece, on(status(status -> called(status.sessionId(), value))), null);
            // By its address too, which is told with the name only as long as another server has that name.
            case SERVER -> new Term(piece, job -> called(job.server().name(), value)
                    || isOrNames(value, job.key().server().toString()), null);
            case ERROR -> new Term(piece, job -> failedBy(job, value), null);
            case OLDER -> term(piece, field, age(value).map(age -> older(age, clock)));
            case FINISHED -> term(piece, field, FinishedTimes.of(value, clock.instant()));
        };
    }

    private static Predicate<Job> without(Field field) {
        return switch (field) {
            case AGENT -> on(status(status -> status.agentId() == null));
            case SESSION -> on(status(status -> status.sessionId() == null));
            case ERROR -> job -> failed(job) && job.errorSignature().isEmpty();
            case STATE, SERVER, OLDER, FINISHED -> on(status(_ -> true));
        };
    }

    private static boolean failed(Job job) {
        return job.view().status() != null && job.view().status().state() == JobState.FAILED;
    }

    /** By a part of its words, or of what they have in common with others. */
    private static boolean failedBy(Job job, String value) {
        JobStatus status = job.view().status();
        return status != null && status.error() != null
                && (called(status.error(), value) || called(job.errorSignature(), value));
    }

    private static boolean isOrNames(String value, String address) {
        return value.equals(address) || value.endsWith("(" + address + ")");
    }

    private static Term term(String piece, Field field, Optional<Predicate<JobSnapshot>> meant) {
        return new Term(piece, on(meant.orElse(_ -> false)), meant.isPresent() ? null : field);
    }

    private static boolean isState(String value) {
        return Stream.of(DisplayState.values()).anyMatch(state -> begins(state.name(), value));
    }

    /** The same as the tiles count; of a state that we don't know the server's word. */
    private static Predicate<JobSnapshot> state(String value) {
        return view -> begins(view.state().name(), value) || view.state() == DisplayState.UNKNOWN
                && view.status() != null && begins(view.status().stateWord(), value);
    }

    private static Predicate<JobSnapshot> status(Predicate<JobStatus> holds) {
        return view -> view.status() != null && holds.test(view.status());
    }

    private static Predicate<Job> on(Predicate<JobSnapshot> view) {
        return job -> view.test(job.view());
    }

    private static Predicate<JobSnapshot> word(String word) {
        return view -> contains(view.jobId(), word) || contains(view.state().name(), word)
                || view.status() != null && statusHas(view.status(), word);
    }

    private static boolean statusHas(JobStatus status, String word) {
        return contains(status.progress().currentStep(), word) || contains(status.agentId(), word)
                || contains(status.sessionId(), word) || contains(status.error(), word)
                || contains(status.stateWord(), word);
    }

    private static Predicate<JobSnapshot> older(Duration age, InstantSource clock) {
        return view -> view.status() != null && view.status().createdAt() != null
                && !view.status().createdAt().isAfter(clock.instant().minus(age));
    }

    private static Optional<Duration> age(String text) {
        Matcher age = AGE.matcher(text.toLowerCase(Locale.ROOT));
        if (!age.matches()) {
            return Optional.empty();
        }
        long count = Long.parseLong(age.group(1));
        return Optional.of(switch (age.group(2)) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            case "d" -> Duration.ofDays(count);
            default -> Duration.ofDays(count * DAYS_A_WEEK);
        });
    }

    /** {@return whether nothing is asked for} */
    public boolean all() {
        return terms.isEmpty() && states.isEmpty();
    }

    @Override
    public boolean test(Job job) {
        JobSnapshot view = job.view();
        if (!states.isEmpty() && !states.contains(view.state())) {
            return false;
        }
        for (Term term : terms) {
            if (!term.holds().test(job)) {
                return false;
            }
        }
        return true;
    }
}
