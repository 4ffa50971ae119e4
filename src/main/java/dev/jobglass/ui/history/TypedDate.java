package dev.jobglass.ui.history;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.control.DatePicker;
import javafx.util.StringConverter;

/** A day as it is written in the user's language or as 2026-11-28; of anything else it is said that it is none. */
final class TypedDate extends StringConverter<LocalDate> {
    /** Marks of direction: in Arabic patterns, yet nobody types them. */
    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}");
    private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");

    private final List<DateTimeFormatter> forms;
    private final DatePicker field;
    private final BiConsumer<String, String> wrong;

    /** {@code wrong} takes what was written and is no day, and how one is written; then nothing changes. */
    TypedDate(DatePicker field, Locale locale, BiConsumer<String, String> wrong) {
        this.field = field;
        this.wrong = wrong;
        String pattern = UNSEEN.matcher(DateTimeFormatterBuilder.getLocalizedDateTimePattern(FormatStyle.SHORT, null,
                IsoChronology.INSTANCE, locale)).replaceAll("");
        forms = Stream.of(pattern.replaceAll("y+", "uuuu"), pattern.replaceAll("y+", "uu"), "uuuu-MM-dd")
                .map(form -> form.replaceAll("M+", "M").replaceAll("d+", "d"))
                .map(form -> DateTimeFormatter.ofPattern(form, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT))
                .toList();
    }

    @Override
    public String toString(LocalDate day) {
        return day == null ? "" : forms.getFirst().format(day);
    }

    @Override
    public LocalDate fromString(String text) {
        String typed = DIGIT.matcher(UNSEEN.matcher(text).replaceAll("").strip())
                .replaceAll(digit -> String.valueOf(Character.digit(digit.group().codePointAt(0), 10)));
        if (typed.isEmpty()) {
            return null;
        }
        return forms.stream().map(form -> read(typed, form)).flatMap(Optional::stream).findFirst().orElseGet(() -> {
            wrong.accept(text.strip(), toString(LocalDate.now()));
            field.getEditor().setText(toString(field.getValue())); // what is searched for, as before
            return field.getValue();
        });
    }

    private static Optional<LocalDate> read(String typed, DateTimeFormatter form) {
        try {
            return Optional.of(LocalDate.parse(typed, form));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
