package dev.jobglass.ui.details;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.jobglass.testing.BesideOthers;
import dev.jobglass.ui.details.ShownText.Line;
import dev.jobglass.ui.details.ShownText.Mark;
import dev.jobglass.ui.details.ShownText.Part;
import dev.jobglass.ui.details.ShownText.Style;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@BesideOthers
class ResultTextTest {
    /** A third of a second where it was measured; without bounds, hours or all memory. */
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int LARGE = 4_000_000;

    private static String quoted(String text) throws JsonProcessingException {
        return new JsonMapper().writeValueAsString(text);
    }

    private static void bounded(ShownText shown) {
        assertThat(shown.texts()).isNotEmpty().hasSizeLessThanOrEqualTo(LineWriter.MOST_LINES)
                .allMatch(line -> line.length() <= LineWriter.LONGEST_LINE + 1);
        assertThat(shown.texts().stream().mapToInt(String::length).sum())
                .isLessThanOrEqualTo(LineWriter.MOST_CHARACTERS + LineWriter.LONGEST_LINE);
        assertThat(shown.all()).isGreaterThanOrEqualTo(shown.lines().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[a](<b ", "[", "![[", "*a **a ", "> ", ">", "`", "a`b``c```", "[a]: b\n", "&amp;", "- ",
            "<", "< ", "<a ", "<!--", "](", "[a](\"b ", "**", "_a __a ", "***a* ", "> a\n", "1. ", "<a b='", "`a\n",
            "[a]: <b", "[[[[a](b)](b)", "|a|b|\n|-|-|\n", "\n", "a\n\n", "\\", "- a\n  ", "\u0000", "\uD83D\uDE00"})
    void anyMarkdownIsShownSoon(String part) throws Exception {
        String paragraph = part.repeat(9_000 / part.length());
        String longest = (paragraph + "\n\n").repeat(59_000 / (paragraph.length() + 2));
        for (String text : new String[]{part.repeat(LARGE / part.length()), part.repeat(60_000 / part.length()),
                longest, paragraph}) {
            bounded(assertTimeout(SOON, () -> ResultText.of(quoted(text))));
        }
    }

    @Test
    void aLongLineGoesOnInTheNextBetweenWords() throws Exception {
        String text = "Sales rose. ".repeat(600).strip();
        ShownText shown = ResultText.of(quoted(text));
        assertThat(shown.texts()).hasSizeGreaterThan(2).allMatch(line -> line.matches("(Sales|rose\\.).*"));
        assertThat(String.join("", shown.texts())).isEqualTo(text);
    }

    @Test
    void aReferenceUsedManyTimesIsNoBomb() throws Exception {
        String bomb = "[a]: " + "x".repeat(9_000) + "\n\n" + "[a] [a] [a]\n\n".repeat(3_900);
        ShownText shown = assertTimeout(SOON, () -> ResultText.of(quoted(bomb)));
        bounded(shown);
        assertThat(shown.cut()).isTrue();
    }

    @Test
    void emphasisThatIsTooDeepIsShownAsItIs() throws Exception {
        bounded(ResultText.of(quoted("*a **a ".repeat(650) + "b** b*".repeat(650))));
    }

    @Test
    void markdownLosesItsSignsAndTheRestIsAsItWas() throws Exception {
        assertThat(ResultText.of("\"# Title\\n\\nSome *important* text\"").texts()).containsExactly("Title", "",
                "Some important text");
        ShownText large = ResultText.of(quoted("*a*".repeat(50_000)));
        assertThat(large.unread()).isTrue();
        assertThat(large.texts().getFirst()).startsWith("*a**a*");
    }

    @Test
    void headingsCodeAndQuotesLookTheirPart() throws Exception {
        String markdown = "# Title\n\n## Part\n\nText\n\n> said\n\n```\nint i;\n\nint j;\n```\n\n- one\n- **two**";
        assertThat(ResultText.of(quoted(markdown)).lines()).contains(new Line("Title", Style.TITLE),
                new Line("Part", Style.HEADING),
                new Line("Text", Style.PLAIN), new Line("int i;", Style.CODE), new Line("int j;", Style.CODE),
                new Line("• two", Style.PLAIN, List.of(new Part("• ", Mark.PLAIN), new Part("two", Mark.STRONG)),
                        false, 0),
                new Line("said", Style.QUOTE));
        assertThat(ResultText.of("[1]").lines()).allMatch(line -> line.style() == Style.JSON);
    }

    @Test
    void entitiesAreTheirCharacters() throws Exception {
        assertThat(ResultText.of(quoted("a &amp; b &lt; &#65;")).texts()).containsExactly("a & b < A");
        assertThat(ResultText.of(quoted("above\n\n---\n\nbelow")).texts()).containsExactly("above", "", "———", "",
                "below");
    }

    @Test
    void emphasisAndCodeStandOutWithinTheirLines() throws Exception {
        assertThat(ResultText.of(quoted("*Read* this: `x` or\n**two\nlines** and \u0007 *this*")).lines())
                .extracting(Line::parts).containsExactly(
                        List.of(new Part("Read", Mark.EMPHASIS), new Part(" this: ", Mark.PLAIN),
                                new Part("x", Mark.CODE), new Part(" or", Mark.PLAIN)),
                        List.of(new Part("two", Mark.STRONG)), List.of());
    }

    @Test
    void linksAndCodeInALineReadAsTheyWereMeant() throws Exception {
        assertThat(ResultText.of(quoted("See [the **log**](https://a.example/log), <https://b.example>, `x = \"1\"`"
                + " and ![a chart](c.png).")).texts()).containsExactly(
                        "See the log (https://a.example/log), https://b.example, x = \"1\" and a chart (c.png).");
    }

    @Test
    void columnsOfTablesStandBelowEachOther() throws Exception {
        ShownText shown = ResultText
                .of(quoted("Before\n\n| Agent | Runs | 语言 |\n|:--|--:|:-:|\n| **a `b`** | 12 | x |\n"
                        + "| c | 1,000 |\n\nAfter"));
        assertThat(shown.texts()).containsExactly("Before", "", "Agent   Runs  语言", "─────  ─────  ────",
                "a b       12   x", "c      1,000", "", "After");
        assertThat(shown.lines().get(4).style()).isEqualTo(Style.CODE);
    }

    @Test
    void aTableFromRightToLeftIsToldRowByRowSinceItsCellsWouldChangePlaces() throws Exception {
        assertThat(ResultText.of(quoted("| שם | סכום |\n|--|--|\n| דנה | שלוש |")).texts())
                .containsExactly("שם: דנה", "סכום: שלוש");
    }

    @Test
    void aTableThatIsTooWideIsToldRowByRow() throws Exception {
        String table = quoted("| Provider | Model | Price per 1M tokens |\n|--|--|--|\n| Ours | large-2026-11 | 3 |\n"
                + "| Theirs | | 15 |");
        assertThat(ResultText.of(table).texts()).containsExactly("Provider: Ours", "Model: large-2026-11",
                "Price per 1M tokens: 3", "", "Provider: Theirs", "Price per 1M tokens: 15");
        assertThat(ResultText.of(table, 110).texts()).first().asString()
                .startsWith("Provider  Model");
    }

    @Test
    void longHeadsOfATableAreNoBomb() throws Exception {
        String bomb = "|" + "a".repeat(50_000) + "|b|\n|-|-|\n" + "|a|b|\n".repeat(5_000);
        bounded(assertTimeout(SOON, () -> ResultText.of(quoted(bomb))));
    }

    @Test
    void aTableOfManyEmptyCellsIsNoBomb() throws Exception {
        String bomb = ("|a".repeat(1_600) + "\n" + "|-".repeat(1_600) + "\n" + "a\n".repeat(1_600) + "\n").repeat(6);
        ShownText shown = assertTimeout(SOON, () -> ResultText.of(quoted(bomb)));
        bounded(shown);
        assertThat(shown.unread()).isTrue();
    }

    @Test
    void anEmptyLineBeforeABlockIsNotPartOfIt() throws Exception {
        assertThat(ResultText.of(quoted("# Title\n\n```\na\n\nb\n```\n\n> c")).lines()).extracting(Line::style)
                .containsExactly(Style.TITLE, Style.PLAIN, Style.CODE, Style.CODE, Style.CODE, Style.PLAIN,
                        Style.QUOTE);
        assertThat(ResultText.of(quoted("```\n\na\n```\n\n```\nb\n\nc\n```\n\n|d|\n|-|\n")).lines())
                .extracting(line -> line.style() + " " + line.text()).as("between blocks of the same style")
                .containsExactly("PLAIN ", "CODE a", "PLAIN ", "CODE b", "CODE ", "CODE c", "PLAIN ", "CODE d",
                        "CODE ─");
    }

    @Test
    void textsInJsonReadAsTheyWereMeant() throws Exception {
        assertThat(ResultText.of("{\"report\":\"Line 1\\nLine \\\"2\\\" \\u00e9\"}").texts()).containsExactly("{",
                "  \"report\" : \"Line 1", "  Line \"2\" é\"", "}");
    }

    @Test
    void nothingIsLeftOutForACarriageReturn() throws Exception {
        assertThat(ResultText.of("{\"secret\":\"a\\rb\"}").texts()).containsExactly("{", "  \"secret\" : \"a b\"", "}");
    }

    @Test
    void jsonIsIndented() throws Exception {
        assertThat(ResultText.of("{\"a\":[1,1.10,1e400,NaN],\"b\":{}}").texts()).containsExactly("{", "  \"a\" : [",
                "    1,", "    1.10,", "    1e400,", "    NaN", "  ],", "  \"b\" : { }", "}");
        assertThat(ResultText.of("null").texts()).containsExactly("null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no JSON", "42 apples", "{\"a\":", "[1] 2 x", "\"a\" b"})
    void whatIsNoJsonIsShownAsItIs(String text) throws Exception {
        assertThat(ResultText.of(text).texts()).containsExactly(text);
    }

    @Test
    void jsonOfAnyShapeIsShownSoonAndCut() throws Exception {
        String flat = IntStream.range(0, 1_500_000).mapToObj(i -> "7").collect(Collectors.joining(",", "[", "]"));
        ShownText shown = assertTimeout(SOON, () -> ResultText.of(flat));
        bounded(shown);
        assertThat(shown.all()).isEqualTo(1_500_002);
        for (String json : new String[]{"[".repeat(998) + flat + "]".repeat(998), "[[]" + ",[]".repeat(1_000_000) + "]",
                "[".repeat(LARGE), "[".repeat(LARGE / 2) + "]".repeat(LARGE / 2), "{\"a\":".repeat(LARGE / 5),
                "[" + "9".repeat(LARGE) + "]", "{\"" + "n".repeat(LARGE) + "\":1}",
                "{\"report\":\"" + "x".repeat(LARGE) + "\"}"}) {
            bounded(assertTimeout(SOON, () -> ResultText.of(json)));
        }
    }

    @Test
    void aLongLineGoesOnInTheNextAndNoCharacterIsTorn() throws Exception {
        assertThat(ResultText.asItIs("x".repeat(2_001)).texts()).containsExactly("x".repeat(2_000), "x");
        String smile = "\uD83D\uDE00";
        assertThat(ResultText.asItIs("x".repeat(1_999) + smile.repeat(2)).texts()).containsExactly(
                "x".repeat(1_999) + smile,
                smile);
        assertThat(ResultText.asItIs("a\r\nb\n").texts()).containsExactly("a", "b", "");
    }

    @Test
    void jsonIsReadableAlsoWhenItIsToldAsAText() throws Exception {
        assertThat(ResultText.of(quoted("{\"a\": [1, 2]}")).texts()).containsExactly("{", "  \"a\" : [", "    1,",
                "    2", "  ]", "}");
        assertThat(ResultText.of(quoted("[1] a **note**")).texts()).containsExactly("[1] a note");
        assertThat(ResultText.of(quoted("[1, 2] are **numbers**")).texts()).containsExactly("[1, 2] are numbers");
        assertThat(ResultText.of(quoted("{ \"a\": broken")).texts()).containsExactly("{ \"a\": broken");
    }

    @Test
    void aLongItemOfAListGoesOnBelowItsText() throws Exception {
        assertThat(ResultText.asItIs("  - " + "x".repeat(4_000)).texts()).containsExactly(
                "  - " + "x".repeat(1_996), "    " + "x".repeat(1_996), "    " + "x".repeat(8));
        assertThat(ResultText.asItIs("  - " + "x".repeat(4_000)).lines()).extracting(Line::copied).containsExactly(
                "  - " + "x".repeat(1_996), "x".repeat(1_996), "x".repeat(8));
    }

    @Test
    void itEndsWhenItIsInterrupted() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> ResultText.of("[1]")).isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Property
    void anyTextIsSurvived(@ForAll String text) throws IOException {
        bounded(ResultText.of(text));
        bounded(ResultText.of(quoted(text)));
    }
}
