package dev.jobglass.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.model.TextMatch.Range;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextMatchTest {
    private static List<String> found(String text, String word) {
        return TextMatch.ranges(text, word).stream().map(range -> text.substring(range.start(), range.end())).toList();
    }

    @Test
    void eachOccurrenceIsFoundWhereItStands() {
        assertThat(TextMatch.ranges("aXa x", "x")).containsExactly(new Range(1, 2), new Range(4, 5));
        assertThat(TextMatch.ranges("aaa", "aa")).containsExactly(new Range(0, 2));
        assertThat(TextMatch.ranges("", "x")).isEmpty();
        assertThat(TextMatch.ranges("cafe\u0301", "\u0301")).isEmpty();
    }

    @Test
    void whatIsFoundIsWholeHoweverItIsComposed() {
        assertThat(found("the cafe\u0301 \uD83D\uDE00", "CAF\u00C9")).containsExactly("cafe\u0301");
        assertThat(found("o\uFB03ce", "fi")).containsExactly("\uFB03");
        assertThat(found("\uD835\uDC00b", "ab")).containsExactly("\uD835\uDC00b");
    }
}
