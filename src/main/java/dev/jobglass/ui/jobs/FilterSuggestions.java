package dev.jobglass.ui.jobs;

import dev.jobglass.api.JobStatus;
import dev.jobglass.model.DisplayState;
import dev.jobglass.model.ErrorSignature;
import dev.jobglass.model.JobFilter;
import dev.jobglass.model.JobFilter.Field;
import dev.jobglass.monitor.MonitoredServer;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import dev.jobglass.ui.common.Completion.Suggestion;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the last word of a filter could go on: the names of fields, and of a field the values there are. */
public final class FilterSuggestions {
    /** Of more values nobody looks for one in a list. */
    private static final int MOST = 50;
    /** In a sentence. */
    private static final int MOST_NAMED = 6;
    /** Of a word of one letter nothing can be guessed. */
    private static final int LEAST_LETTERS = 2;
    /** But no address. */
    private static final Pattern LIKE_A_FIELD = Pattern.compile("\\p{L}+:(?!//).*");
    private static final List<String> AGES = List.of("10m", "1h", "6h", "1d", "1w");

    private final Workspace workspace;

    /**
     * Suggests for one workspace.
     *
     * @param workspace has the values
     */
    public FilterSuggestions(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * {@return what fits, the likeliest first}
     *
     * @param text of the filter so far
     */
    public List<Suggestion> of(String text) {
        List<String> pieces = JobFilter.pieces(text);
        if (pieces.isEmpty() || text.endsWith(" ") && !text.endsWith(pieces.getLast())) {
            return List.of();
        }
        String last = pieces.getLast();
        String before = text.substring(0, text.length() - last.length());
        int colon = last.indexOf(':');
        if (colon < 0) {
            return fields(before, last.toLowerCase(Locale.ROOT));
        }
        return Field.called(last.substring(0, colon)).map(field -> values(before, field, last.substring(colon + 1)))
                .orElse(List.of());
    }

    /**
     * {@return what is wrong with a filter that asks for a name nobody has or for a field there is not, in words}
     *
     * @param filter any
     */
    Optional<String> unknownName(JobFilter filter) {
        return filter.terms().stream().map(term -> switch (term.field()) {
            case AGENT, SESSION, SERVER -> unknownName(term.field(), term.value());
            case null -> unknownField(term.text());
            default -> Optional.<String>empty();
        }).flatMap(Optional::stream).findFirst();
    }

    private Optional<String> unknownName(Field field, String name) {
        List<String> names = values(field).toList();
        return name.isEmpty() || names.isEmpty() || names.stream().anyMatch(one -> JobFilter.called(one, name))
                ? Optional.empty()
                : Optional.of(Messages.of("jobs.filter.unknown." + field.word(), PlainText.line(name), some(names)));
    }

    private static String some(List<String> names) {
        String first = names.stream().limit(MOST_NAMED).map(PlainText::line).collect(Collectors.joining(", "));
        int others = names.size() - MOST_NAMED;
        return others > 0 ? Messages.of("jobs.filter.others", first, others) : first;
    }

    private static Optional<String> unknownField(String text) {
        return LIKE_A_FIELD.matcher(text).matches()
                ? Optional.of(Messages.of("jobs.filter.unknown.field", text.substring(0, text.indexOf(':')),
                        Stream.of(Field.values()).map(Field::word).collect(Collectors.joining(", "))))
                : Optional.empty();
    }

    private static List<Suggestion> fields(String before, String typed) {
        return typed.length() < LEAST_LETTERS
                ? List.of()
                : Stream.of(Field.values())
                        .filter(field -> field.words().anyMatch(name -> name.startsWith(typed))).map(Field::word)
                        .map(name -> new Suggestion(before + name + ":",
                                name + ": — " + Messages.of("jobs.filter.field." + name)))
                        .toList();
    }

    private List<Suggestion> values(String before, Field field, String typed) {
        String word = JobFilter.unquoted(typed);
        return values(field).filter(value -> word.isEmpty() || JobFilter.called(value, word))
                .filter(value -> !JobFilter.quoted(value).equals(typed)).limit(MOST)
                .map(value -> new Suggestion(before + JobFilter.asking(field, value), shown(field, value)))
                .toList();
    }

    private static String shown(Field field, String value) {
        String line = PlainText.shortLine(value);
        return field == Field.STATE
                ? Stream.of(DisplayState.values()).filter(state -> state.word().equals(value)).findFirst()
                        .map(Messages::state).filter(words -> !words.equalsIgnoreCase(value))
                        .map(words -> line + " — " + words).orElse(line)
                : line;
    }

    private Stream<String> values(Field field) {
        return switch (field) {
            case STATE -> Stream.concat(
                    JobFilter.named().map(DisplayState::word),
                    workspace.jobs().filter(job -> job.view().state() == DisplayState.UNKNOWN)
                            .map(job -> job.view().status().stateWord()).distinct().sorted());
            case AGENT -> ofJobs(JobStatus::agentId);
            case SESSION -> ofJobs(JobStatus::sessionId);
            case SERVER -> workspace.servers().stream().map(MonitoredServer::name).sorted();
            case ERROR -> ofJobs(JobStatus::error).map(ErrorSignature::of).distinct();
            case OLDER -> AGES.stream();
            case FINISHED -> Stream.empty();
        };
    }

    private Stream<String> ofJobs(Function<JobStatus, String> value) {
        return workspace.jobs().map(job -> job.view().status()).filter(Objects::nonNull).map(value)
                .filter(Objects::nonNull).distinct().sorted();
    }
}
