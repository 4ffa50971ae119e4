package dev.jobglass.board;

import dev.jobglass.api.JobStatus;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which jobs a person wants to see.
 *
 * @param terms all must hold
 * @param states one of these, or any when empty
 */
public record JobFilter(List<Term> terms, Set<ShownState> states) implements Predicate<Job> {
    /** Everything. */
    public static final JobFilter ALL = new JobFilter(List.of(), Set.of());

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern FIELD = Pattern.compile("(state|agent|session|older):(.+)");
    private static final Pattern AGE = Pattern.compile("(\\d{1,6})([smhd])");

    /** One thing asked for, as typed. */
    public record Term(String text, Predicate<JobView> holds) {
    }

    /**
     * {@return the filter for a text as typed: words that occur anywhere in id, state, step, session, agent or error,
     * and {@code state:failed}, {@code agent:news}, {@code session:ops}, {@code older:90m} (s, m, h or d since
     * creation); what looks like one of these and is none counts as a word}
     *
     * @param text any, blank for all
     * @param states one of these, or any when empty
     * @param clock for ages
     */
    public static JobFilter of(String text, Set<ShownState> states, InstantSource clock) {
        List<Term> terms = BLANKS.splitAsStream(text).filter(piece -> !piece.isEmpty())
                .map(piece -> new Term(piece, predicate(piece.toLowerCase(Locale.ROOT), clock))).toList();
        return new JobFilter(terms, Set.copyOf(states));
    }

    private static Predicate<JobView> predicate(String piece, InstantSource clock) {
        Matcher field = FIELD.matcher(piece);
        if (!field.matches()) {
            return word(piece);
        }
        String value = field.group(2);
        return switch (field.group(1)) {
            case "state" -> view -> stateWords(view).anyMatch(word -> word.toLowerCase(Locale.ROOT).startsWith(value));
            case "agent" -> view -> view.status() != null && contains(view.status().agentId(), value);
            case "session" -> view -> view.status() != null && contains(view.status().sessionId(), value);
            default -> age(value).map(age -> older(age, clock)).orElseGet(() -> word(piece));
        };
    }

    private static Predicate<JobView> word(String word) {
        return view -> fields(view).anyMatch(field -> contains(field, word));
    }

    private static Predicate<JobView> older(Duration age, InstantSource clock) {
        return view -> view.status() != null && view.status().createdAt() != null
                && !view.status().createdAt().isAfter(clock.instant().minus(age));
    }

    private static Optional<Duration> age(String text) {
        Matcher age = AGE.matcher(text);
        if (!age.matches()) {
            return Optional.empty();
        }
        long count = Long.parseLong(age.group(1));
        return Optional.of(switch (age.group(2)) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        });
    }

    /** {@return whether nothing is asked for} */
    public boolean all() {
        return terms.isEmpty() && states.isEmpty();
    }

    @Override
    public boolean test(Job job) {
        JobView view = job.view();
        return (states.isEmpty() || states.contains(view.state()))
                && terms.stream().allMatch(term -> term.holds().test(view));
    }

    private static Stream<String> stateWords(JobView view) {
        return view.status() == null
                ? Stream.of(view.state().name())
                : Stream.of(view.state().name(), view.status().stateWord());
    }

    private static Stream<String> fields(JobView view) {
        JobStatus status = view.status();
        return status == null
                ? Stream.of(view.jobId(), view.state().name())
                : Stream.of(view.jobId(), status.progress().currentStep(), status.agentId(), status.sessionId(),
                        status.error(), view.state().name(), status.stateWord());
    }

    private static boolean contains(String field, String word) {
        return field != null && field.toLowerCase(Locale.ROOT).contains(word);
    }
}
