package dev.jobglass.ui.history;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.FormatStyle;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import javafx.scene.control.DatePicker;
import javafx.util.StringConverter;
import javafx.util.converter.LocalDateStringConverter;

/** A day as it is written in the user's language or as 2026-11-28; of anything else it is said that it is none. */
final class TypedDate extends StringConverter<LocalDate> {
    private static final Pattern NO_DIGITS = Pattern.compile("\\P{Nd}+");

    private final LocalDateStringConverter usual = new LocalDateStringConverter(FormatStyle.SHORT);
    private final DatePicker field;
    private final BiConsumer<String, String> wrong;

    /** {@code wrong} takes what was written and is no day, and how one is written; then nothing changes. */
    TypedDate(DatePicker field, BiConsumer<String, String> wrong) {
        this.field = field;
        this.wrong = wrong;
    }

    @Override
    public String toString(LocalDate day) {
        return usual.toString(day);
    }

    @Override
    public LocalDate fromString(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException _) {
            return usual(text);
        }
    }

    private LocalDate usual(String text) {
        try {
            LocalDate day = usual.fromString(text);
            if (day != null && NO_DIGITS.splitAsStream(text).filter(number -> !number.isEmpty())
                    .noneMatch(number -> Integer.parseInt(number) == day.getDayOfMonth())) {
                throw new DateTimeException("another day was taken for one that its month does not have");
            }
            return day;
        } catch (DateTimeException _) {
            wrong.accept(text.strip(), toString(LocalDate.now()));
            field.getEditor().setText(toString(field.getValue())); // what is searched for, as before
            return field.getValue();
        }
    }
}
