package dev.jobglass.text;

/** How wide texts are where all letters are equally wide: on terminals, in monospaced faces. */
public final class TextWidth {
    private static final int FULL_WIDTH_FIRST = 0xFF01;
    private static final int FULL_WIDTH_LAST = 0xFF60;

    private TextWidth() {
    }

    /**
     * {@return how many columns a text takes} Chinese, Japanese and Korean characters and emoji take two.
     *
     * @param text any
     */
    public static int columns(String text) {
        return text.codePoints().map(TextWidth::columns).sum();
    }

    private static int columns(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        boolean wide = switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
            default -> Character.isEmojiPresentation(c) || c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST;
        };
        return wide ? 2 : 1;
    }
}
