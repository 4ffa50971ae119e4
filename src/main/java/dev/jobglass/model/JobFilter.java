package dev.jobglass.model;

import dev.jobglass.api.JobStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which jobs a user wants to see.
 *
 * @param terms all must hold
 * @param states one of these, or any when empty
 */
public record JobFilter(List<Term> terms, Set<DisplayState> states) implements Predicate<Job> {
    /** Everything. */
    public static final JobFilter ALL = new JobFilter(List.of(), Set.of());

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern FIELD = Pattern.compile("(state|agent|session|server|older|finished):(.+)");
    private static final Pattern AGE = Pattern.compile("(\\d{1,6})([smhd])");

    /** One thing asked for, as typed. */
    public record Term(String text, Predicate<Job> holds) {
    }

    /**
     * {@return the filter for a text as typed: words that occur anywhere in id, state, step, session, agent or error,
     * and {@code state:failed}, {@code agent:news}, {@code session:ops}, {@code server:name},
     * {@code older:90m} (s, m, h or d since creation), {@code finished:12:30/13:00} or {@code
     * finished:2026-11-24T23:30/00:00} (local times, of today where no day is given); what looks like one of these and
     * is none counts as a word}
     *
     * @param text any, blank for all
     * @param states one of these, or any when empty
     * @param clock for ages
     */
    public static JobFilter of(String text, Set<DisplayState> states, InstantSource clock) {
        List<Term> terms = BLANKS.splitAsStream(text).filter(piece -> !piece.isEmpty())
                .map(piece -> new Term(piece, predicate(piece.toLowerCase(Locale.ROOT), clock))).toList();
        return new JobFilter(terms, Set.copyOf(states));
    }

    private static Predicate<Job> predicate(String piece, InstantSource clock) {
        Matcher field = FIELD.matcher(piece);
        if (!field.matches()) {
            return on(word(piece));
        }
        String value = field.group(2);
        return field.group(1).equals("server")
                ? job -> contains(job.server().name(), value)
                : on(predicate(field.group(1), value, piece, clock));
    }

    private static Predicate<Job> on(Predicate<JobSnapshot> view) {
        return job -> view.test(job.view());
    }

    private static Predicate<JobSnapshot> predicate(String field, String value, String piece, InstantSource clock) {
        return switch (field) {
            case "state" -> view -> begins(view.state().name(), value)
                    || view.status() != null && begins(view.status().stateWord(), value);
            case "agent" -> view -> view.status() != null && contains(view.status().agentId(), value);
            case "session" -> view -> view.status() != null && contains(view.status().sessionId(), value);
            case "finished" -> finished(value).orElseGet(() -> word(piece));
            default -> age(value).map(age -> older(age, clock)).orElseGet(() -> word(piece));
        };
    }

    /**
     * {@return the text of a filter for what finished in a time}
     *
     * @param start inclusive
     * @param end exclusive
     * @param zone of the local times in the text
     */
    public static String finished(Instant start, Instant end, ZoneId zone) {
        LocalDate today = LocalDate.now(zone);
        return "finished:" + time(LocalDateTime.ofInstant(start, zone), today) + "/"
                + time(LocalDateTime.ofInstant(end, zone), today);
    }

    private static String time(LocalDateTime time, LocalDate today) {
        return (time.toLocalDate().equals(today) ? time.toLocalTime() : time).toString();
    }

    private static Instant time(String text) {
        LocalDateTime time = text.contains("T")
                ? LocalDateTime.parse(text)
                : LocalTime.parse(text).atDate(LocalDate.now());
        return time.atZone(ZoneId.systemDefault()).toInstant();
    }

    private static Optional<Predicate<JobSnapshot>> finished(String text) {
        String[] times = text.toUpperCase(Locale.ROOT).split("/", 2);
        try {
            Instant start = time(times[0]);
            Instant end = time(times[times.length - 1]);
            return Optional.of(view -> view.status() != null && view.status().completedAt() != null
                    && !view.status().completedAt().isBefore(start) && view.status().completedAt().isBefore(end));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
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

    private static boolean begins(String field, String word) {
        return field.regionMatches(true, 0, word, 0, word.length());
    }

    /** Without making a lower-case copy first, since typing in the filter asks this of every field of all jobs. */
    private static boolean contains(String field, String word) {
        if (field == null) {
            return false;
        }
        char first = word.charAt(0);
        char upper = Character.toUpperCase(first);
        for (int start = 0; start <= field.length() - word.length(); start++) {
            char c = field.charAt(start);
            if ((c == first || c == upper) && field.regionMatches(true, start, word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }
}
