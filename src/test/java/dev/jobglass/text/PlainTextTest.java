package dev.jobglass.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PlainTextTest {
    @Test
    void aShortLineHasTheBeginningAndTheEndOfALongOne() {
        assertThat(PlainText.shortLine("x".repeat(60))).isEqualTo("x".repeat(60));
        assertThat(PlainText.shortLine("Lab ".repeat(50) + "(http://10.0.0.1:8080)")).hasSize(60).startsWith("Lab Lab")
                .contains("…").endsWith("//10.0.0.1:8080)");
        String smiles = "\uD83D\uDE00".repeat(70);
        assertThat(PlainText.shortLine(smiles).codePoints().filter(c -> c == 0x1F600).count()).isEqualTo(59);
    }

    @Test
    void noControlsAndNoBidiOverrides() {
        assertThat(PlainText.line("a\u202eb\u0007c\nd\te\u2066f")).isEqualTo("abc d ef");
        assertThat(PlainText.lines("a\r\nb\tc\u202e\u0000d")).isEqualTo("a\nb\tcd");
    }

    @Test
    void joinersAndEmojiStay() {
        assertThat(PlainText.line("👩\u200d💻 ü 漢")).isEqualTo("👩\u200d💻 ü 漢");
    }

    @Test
    void theGistOfATracebackIsItsLastLine() {
        assertThat(PlainText.gist("Traceback (most recent call last):\n  File x\nValueError: no key\n"))
                .isEqualTo("ValueError: no key");
        assertThat(PlainText.gist(" Agent timeout\nmore")).isEqualTo("Agent timeout more");
    }

    @Test
    void theGistOfATracebackBehindOtherWordsIsItsLastLineToo() {
        assertThat(PlainText.gist("Agent crashed: Traceback (most recent call last):\n  File x\nValueError: no key"))
                .isEqualTo("ValueError: no key");
    }

    @Test
    void commandsForTerminalsGoAsAWhole() {
        assertThat(PlainText.line("\u001B[32mINFO \u001B[0mready")).isEqualTo("INFO ready");
        assertThat(PlainText.line("\u001B[1;38;5;196mred\u001B[K")).isEqualTo("red");
        assertThat(PlainText.line("\u009B31mred")).isEqualTo("red");
        assertThat(PlainText.line("\u001B]0;title\u0007text")).isEqualTo("text");
        assertThat(PlainText.line("\u001B]8;;http://a\u001B\\link\u001B]8;;\u001B\\")).isEqualTo("link");
        assertThat(PlainText.line("\u001B(Btext \u001B")).isEqualTo("text");
        assertThat(PlainText.line("a \u001B] without end")).isEqualTo("a  without end");
        assertThat(PlainText.whole("\u001B[31mred\u001B[0m\r\nand \u001B[1mbold\u001B[0m")).isEqualTo("red\nand bold");
    }

    @Test
    void ofALineThatWasWrittenOverTheNewestIsShown() {
        assertThat(PlainText.line("10 %\r50 %\r100 %")).isEqualTo("100 %");
        assertThat(PlainText.line("10 %\r50 %\r")).isEqualTo("50 %");
        assertThat(PlainText.lines("first\r\nold\rnew\nlast\r")).isEqualTo("first\nnew\nlast ");
    }

    @Test
    void aLabelIsNoLongerThanALineCanBe() {
        assertThat(PlainText.line("x".repeat(100_000))).hasSize(301).endsWith("…");
        assertThat(PlainText.line(null)).isEmpty();
    }

    @Property
    void anyTextBecomesOneVisibleLine(@ForAll String text) {
        assertThat(PlainText.line(text).codePoints())
                .noneMatch(c -> Character.isISOControl(c) || c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069);
    }
}
