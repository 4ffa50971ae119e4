package dev.jobglass.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.testing.Fx;
import javafx.geometry.NodeOrientation;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts of servers are shown as they are written, whatever the window's language. */
class TextsTest {
    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {"Traceback: خطأ, LEFT_TO_RIGHT", "فشل الطلب: HTTP 500, RIGHT_TO_LEFT",
            "12 % שלום, RIGHT_TO_LEFT", "{\"a\": 1}, LEFT_TO_RIGHT", "12 %, INHERIT", "进度, LEFT_TO_RIGHT"})
    void aTextHasTheDirectionOfItsFirstLetter(String text, NodeOrientation direction) {
        assertThat(Texts.direction(text)).isEqualTo(direction);
        assertThat(Texts.direction(null)).isEqualTo(NodeOrientation.INHERIT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Some cafe\u0301 text that has to be broken into lines, with (x) [y] $1 \\d+ aaaa",
            "हिन्दी में कुछ लंबा पाठ जो दो पंक्तियों में टूट जाना चाहिए ताकि हम देख सकें",
            "ข้อความภาษาไทยที่ยาวพอที่จะตัดเป็นสองบรรทัดในหน้าต่างนี้เพื่อดู",
            "فشل الطلب لأن الخادم لم يجب في الوقت المناسب ثم أعيدت المحاولة"})
    void noTextIsDrawnBeyondTheEdgeOfItsLabel(String text) throws Exception {
        Fx.run(() -> {
            WrappedLabel label = new WrappedLabel(text);
            new Scene(new StackPane(label));
            label.resize(200, 400);
            label.applyCss();
            label.layout();
            Text drawn = (Text) label.lookup(".text");
            assertThat(new Text(drawn.getText()).getLayoutBounds().getWidth()).isLessThanOrEqualTo(
                    drawn.getWrappingWidth() > 0 ? Double.MAX_VALUE : 201);
            assertThat(drawn.getText().replaceAll("\\s", "")).isEqualTo(text.replaceAll("\\s", ""));
            assertThat(drawn.getText()).contains("\n");
        });
    }

    @Test
    void noLineOfABrokenTextIsCutWhateverItsWidth() throws Exception {
        Fx.run(() -> {
            WrappedLabel label = new WrappedLabel("تحليل تقرير المبيعات ".repeat(20));
            new Scene(new StackPane(label));
            for (double width = 150; width < 250; width += 0.25) {
                label.resize(width, 800);
                label.applyCss();
                label.layout();
                assertThat(label.isTextTruncated()).as("at %s", width).isFalse();
            }
        });
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
