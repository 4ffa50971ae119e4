package dev.jobglass.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BidiTest {
    private static final char LTR = '\u200E';
    private static final char RTL = '\u200F';

    @ParameterizedTest
    @ValueSource(strings = {"Büro “7” <b>", "12:30!", "", "分析"})
    void whatRunsAsOurWordsDoIsLeftAsItIs(String text) {
        assertThat(Bidi.within(text, LTR)).isEqualTo(text);
    }

    @Test
    void whatRunsTheOtherWayKeepsItsOrderAndOurs() {
        String name = Bidi.within("שרת (א)", LTR);
        assertThat(name).isEqualTo(LTR + "שרת (א)" + LTR);
        assertThat(Bidi.within(name, LTR)).as("once").isEqualTo(name);
        assertThat(Messages.joined("agent", "שרת")).isEqualTo("agent · " + LTR + "שרת" + LTR);
    }

    @Test
    void namesInAListHaveMarksOnlyWhereDirectionsMeet() {
        assertThat(Messages.list(List.of("one", "two", "three"))).isEqualTo("one, two, three");
        assertThat(Messages.list(List.of("one", "שרת"))).isEqualTo("one, " + LTR + "שרת" + LTR);
    }

    @Test
    void codeRunsFromTheLeftAndNamesComeBeforeTheirValues() {
        assertThat(Bidi.code("  \"name\" : \"Büro\",")).isEqualTo("  \"name\" : \"Büro\",");
        assertThat(Bidi.code("  \"שם\" : \"ערך\","))
                .isEqualTo("  " + LTR + "\"שם\"" + LTR + " : " + LTR + "\"ערך\",");
    }

    @Test
    void inAWindowFromTheRightItIsTheSame() {
        assertThat(Bidi.within("Büro <b>", RTL)).isEqualTo(LTR + "Büro <b>" + LTR);
        assertThat(Bidi.within("שרת", RTL)).isEqualTo(LTR + "שרת" + LTR);
        assertThat(Bidi.within("خادم", RTL)).isEqualTo("خادم");
    }
}
