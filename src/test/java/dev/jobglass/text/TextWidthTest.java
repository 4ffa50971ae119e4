package dev.jobglass.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.testing.BesideOthers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@BesideOthers
class TextWidthTest {
    @ParameterizedTest
    @CsvSource({"'', 0", "abc, 3", "作业, 4", "カナ, 4", "ひら, 4", "한글, 4", "ＡＢ, 4", "e\u0301, 1", "🙂, 2", "عربي, 4"})
    void isCountedInColumns(String text, int columns) {
        assertThat(TextWidth.columns(text)).isEqualTo(columns);
    }
}
