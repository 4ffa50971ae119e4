package dev.jobglass.ui.common;

import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.util.StringConverter;

/** A day as it is written in the user's language or as 2026-11-28; of anything else it is said that it is none. */
public final class TypedDate extends StringConverter<LocalDate> {
    /** Marks of direction: in Arabic patterns, yet nobody types them. */
    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}");
    private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger"); // as the theme calls it

    private final List<DateTimeFormatter> forms;
    private final DatePicker field;
    /** About what is written and is no day; empty when all is well. */
    private final StringProperty complaint = new SimpleStringProperty(this, "complaint", "");

    /**
     * Reads the days of a field.
     *
     * @param field where a user writes; what is no day stays there to be corrected, and its value is as before
     * @param locale how its language writes days
     */
    public TypedDate(DatePicker field, Locale locale) {
        this.field = field;
        field.getEditor().textProperty().addListener(_ -> complaint.set(""));
        field.focusedProperty().subscribe(focused -> {
            if (focused && !field.isPressed()) {
                Later.soon(field.getEditor()::selectAll); // as in other fields, so that what is typed replaces it
            }
        });
        complaint.subscribe(words -> field.pseudoClassStateChanged(WRONG, !words.isEmpty()));
        String pattern = UNSEEN.matcher(DateTimeFormatterBuilder.getLocalizedDateTimePattern(FormatStyle.SHORT, null,
                IsoChronology.INSTANCE, locale)).replaceAll("");
        forms = Stream.of(pattern.replaceAll("y+", "uuuu"), pattern.replaceAll("y+", "uu"), "uuuu-MM-dd")
                .map(form -> form.replaceAll("M+", "M").replaceAll("d+", "d"))
                .map(form -> DateTimeFormatter.ofPattern(form, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT))
                .toList();
        field.setConverter(this);
    }

    /**
     * Has a label say what is written in two fields and is no day; it is there only then.
     *
     * @param label for as long as it lives
     * @param from one of the days
     * @param to the other
     */
    public static void complain(Label label, TypedDate from, TypedDate to) {
        Visibility.onlyWithText(label);
        label.textProperty().bind(Bindings.createStringBinding(
                () -> Stream.of(from, to).map(day -> day.complaint.get()).filter(words -> !words.isEmpty())
                        .collect(Collectors.joining("\n")),
                from.complaint, to.complaint));
    }

    /** {@return whether what is written is no day} */
    public boolean wrong() {
        return !complaint.get().isEmpty();
    }

    /** Gives up what is written and is no day. */
    public void giveUp() {
        field.getEditor().setText(toString(field.getValue()));
        complaint.set("");
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
            LocalDate example = LocalDate.now();
            complain(text,
                    Messages.of("common.noDay", PlainText.line(text), toString(example), example.toString()));
            return field.getValue();
        });
    }

    private void complain(String written, String words) {
        complaint.set(words);
        if (field.getScene() != null) {
            Later.afterPulses(field.getScene(), 1, () -> {
                field.getEditor().setText(written); // after Enter JavaFX has taken it away
                complaint.set(words);
            });
        }
    }

    private static Optional<LocalDate> read(String typed, DateTimeFormatter form) {
        try {
            return Optional.of(LocalDate.parse(typed, form));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
