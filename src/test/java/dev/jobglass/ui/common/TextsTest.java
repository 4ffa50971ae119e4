package dev.jobglass.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.testing.Fx;
import javafx.geometry.NodeOrientation;
import javafx.scene.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts of servers are shown as they are written, whatever the window's language. */
class TextsTest {
    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {"Traceback: خطأ, LEFT_TO_RIGHT", "فشل الطلب: HTTP 500, RIGHT_TO_LEFT",
            "12 % שלום, RIGHT_TO_LEFT", "{\"a\": 1}, LEFT_TO_RIGHT", "12 %, INHERIT", "进度, LEFT_TO_RIGHT"})
    void aTextHasTheDirectionOfItsFirstLetter(String text, NodeOrientation direction) {
        assertThat(Texts.direction(text)).isEqualTo(direction);
        assertThat(Texts.direction(null)).isEqualTo(NodeOrientation.INHERIT);
    }

    @Test
    void ofALongWordInATextFromRightToLeftNothingIsLost() throws Exception {
        String word = "execute_step_with_a_rather_long_function_name_that_no_pane_has_room_for";
        String shown = Fx.call(() -> {
            WrappedLabel label = new WrappedLabel("فشل " + word + " الطلب");
            new Scene(label);
            label.resize(200, 400);
            return label.getText();
        });
        assertThat(shown.lines().map(String::strip)).allMatch(line -> line.length() < word.length() / 2);
        assertThat(shown.replaceAll("\\s", "")).isEqualTo("فشل" + word + "الطلب");
    }
}
