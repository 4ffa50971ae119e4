package dev.jobglass.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.testing.BesideOthers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@BesideOthers
class WordSearchTest {
    @ParameterizedTest
    @CsvSource({"Insights, insights, true", "Insights, INSIGHTS, true", "Insights, sights, true",
            "High contrast theme, theme high, true", "High contrast theme, high low, false", "Größe, grösse, true",
            "anything, ' ', true", "'', a, false"})
    void findsWordsInAnyOrderAndCase(String text, String typed, boolean found) {
        assertThat(WordSearch.hasAll(text, typed)).isEqualTo(found);
    }
}
