package dev.jobglass.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.testing.Fx;
import java.time.LocalDate;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedDateTest {
    private static final LocalDate BEFORE = LocalDate.of(2026, 11, 2);

    private final Label refused = new Label();

    private LocalDate read(String language, String text) throws Exception {
        return Fx.call(() -> {
            DatePicker field = new DatePicker(BEFORE);
            TypedDate day = new TypedDate(field, Locale.forLanguageTag(language));
            TypedDate.complain(refused, day, day);
            return day.fromString(text);
        });
    }

    @ParameterizedTest
    @CsvSource(ignoreLeadingAndTrailingWhitespace = false, delimiter = '|', value = {"en-US|11/28/2026",
            "en-US| 11/28/26 ", "en-US|2026-11-28", "de|28.11.2026", "de|28.11.26", "de|2026-11-28", "ar|28/11/2026",
            "ar|28\u200f/11\u200f/2026", "ar|٢٨/١١/٢٠٢٦", "zh|2026/11/28", "zh|2026-11-28"})
    void aDayIsReadAsItsLanguageWritesIt(String language, String text) throws Exception {
        assertThat(read(language, text)).isEqualTo(LocalDate.of(2026, 11, 28));
        assertThat(refused.getText()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"de|31.11.2026", "en-US|32/13/2026", "en-US|28.11.2026", "de|28.11.",
            "en-US|yesterday", "ar|غدا", "zh|2026-02-30", "en-US|1/1/99999"})
    void whatIsNoDayLeavesTheDayOfBefore(String language, String text) throws Exception {
        assertThat(read(language, text)).isEqualTo(BEFORE);
        String today = LocalDate.now().toString();
        assertThat(refused.getText()).contains(text, today);
    }

    @Test
    void whoComesByKeyboardTypesInItsPlace() throws Exception {
        DatePicker field = Fx.call(() -> new DatePicker(BEFORE));
        Stage stage = Fx.call(() -> {
            new TypedDate(field, Locale.US);
            Stage shown = new Stage();
            shown.setScene(new Scene(new HBox(new TextField(), field)));
            shown.show();
            field.requestFocus();
            return shown;
        });
        Fx.await("selected", () -> field.getEditor().getSelectedText().equals("11/2/2026"));
        Fx.run(stage::close);
    }

    @Test
    void nothingIsNoDay() throws Exception {
        assertThat(read("en-US", " ")).isNull();
        assertThat(refused.getText()).isEmpty();
    }
}
