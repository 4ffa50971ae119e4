package dev.jobglass.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A text that nobody is to see, and what looks like it or is read as it: with something between its letters that is not
 * seen, with letters escaped as JSON, addresses and HTML have it, in base64 and in hexadecimal digits.
 */
final class SecretText {
    /** What JSON writes for letters that are not seen. */
    private static final String UNSEEN_IN_JSON = "\\\\[bfnrt]|\\\\u(?i:00[01][0-9a-f]|007f|00[89][0-9a-f]|00ad"
            + "|034f|061c|200[b-f]|202[a-e]|206[0-9a-f]|fe0[0-9a-f]|feff)";
    /** Control and format characters, and letters that have no shape of their own. */
    private static final String UNSEEN = "[\\p{Cf}\\p{Cc}\\x{34F}\\x{115F}\\x{1160}\\x{17B4}\\x{17B5}"
            + "\\x{180B}-\\x{180F}\\x{3164}\\x{FE00}-\\x{FE0F}\\x{FFA0}\\x{E0100}-\\x{E01EF}]";
    private static final String SEQUENCE_IN_JSON = "\\\\u001[bB]\\[[0-?]*[ -/]*[@-~]";
    /** None gives back what it has taken: a flood of them must not be tried in every way. */
    private static final String BETWEEN = "(?:" + UNSEEN_IN_JSON + "|" + UNSEEN + ")*+";
    private static final String BETWEEN_WITH_SEQUENCES = "(?:" + SEQUENCE_IN_JSON + "|" + TerminalText.SEQUENCE + "|"
            + UNSEEN_IN_JSON + "|" + UNSEEN + ")*+";
    private static final Map<Integer, String> HTML_NAMES = Map.of((int) '&', "amp", (int) '<', "lt", (int) '>', "gt",
            (int) '"', "quot", (int) '\'', "apos");
    private static final int BYTES_IN_BASE64 = 3;
    private static final int LETTERS_IN_BASE64 = 4;

    private final String text;
    private final boolean encoded;
    /** Made for the first text that is long enough: to make them takes longer than a window should wait for. */
    private volatile List<Pattern> forms;

    /**
     * Prepares to look for a text.
     *
     * @param text not empty
     * @param encoded whether to look for it in base64 and hexadecimal digits too: of a short one little is left there
     */
    SecretText(String text, boolean encoded) {
        this.text = text;
        this.encoded = encoded;
    }

    private List<Pattern> forms() {
        if (forms == null) { // made twice by two threads, it is the same
            List<String> letters = text.codePoints().mapToObj(SecretText::letter).toList();
            Stream<String> written = Stream.of(BETWEEN, BETWEEN_WITH_SEQUENCES)
                    .map(between -> String.join(between, letters));
            forms = Stream.concat(written, encoded ? encoded(text.getBytes(StandardCharsets.UTF_8)) : Stream.of())
                    .map(Pattern::compile).toList();
        }
        return forms;
    }

    /** {@return what it is, as it is written plainly} */
    String text() {
        return text;
    }

    /** {@return a text with something else wherever this one stands} */
    String hiddenIn(String shown, String instead) {
        if (shown.length() < text.length()) {
            return shown; // none of its forms is shorter, and most of what servers tell is
        }
        String left = shown;
        for (Pattern form : forms()) {
            left = form.matcher(left).replaceAll(Matcher.quoteReplacement(instead));
        }
        return left;
    }

    /** {@return all ways to write a letter} */
    private static String letter(int letter) {
        String plain = Pattern.quote(Character.toString(letter));
        String json = Character.toString(letter).chars().mapToObj("\\\\u(?i:%04x)"::formatted)
                .collect(Collectors.joining());
        byte[] utf8 = Character.toString(letter).getBytes(StandardCharsets.UTF_8);
        String address = IntStream.range(0, utf8.length).mapToObj(i -> "%%(?i:%02x)".formatted(utf8[i]))
                .collect(Collectors.joining());
        String html = "&#(?:0*%d|[xX]0*(?i:%x));".formatted(letter, letter);
        String name = HTML_NAMES.containsKey(letter) ? "|&" + HTML_NAMES.get(letter) + ";" : "";
        return "(?:" + String.join("|", plain, "\\\\" + plain, json, address, html) + name + ")";
    }

    private static Stream<String> encoded(byte[] bytes) {
        String hex = "(?i:" + HexFormat.of().formatHex(bytes) + ")";
        return Stream.concat(Stream.of(hex),
                IntStream.range(0, BYTES_IN_BASE64).mapToObj(before -> base64(bytes, before))
                        .flatMap(base64 -> Stream.of(base64, base64.replace('+', '-').replace('/', '_')))
                        .map(Pattern::quote));
    }

    /** {@return the letters that are the same whatever stands before, so many bytes over whole threes, and behind} */
    private static String base64(byte[] bytes, int before) {
        byte[] padded = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, padded, before, bytes.length);
        String whole = Base64.getEncoder().withoutPadding().encodeToString(padded);
        int first = Math.ceilDiv(before * LETTERS_IN_BASE64, BYTES_IN_BASE64);
        int last = padded.length * LETTERS_IN_BASE64 / BYTES_IN_BASE64;
        return whole.substring(first, last);
    }

    @Override
    public String toString() {
        return "SecretText"; // never what it is
    }
}
