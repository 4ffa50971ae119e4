package dev.jobglass.api;

/** Of a server's text as much as is kept, for it may be megabytes and there may be thousands of them. */
public final class Excerpt {
    private static final String CUT = "\n…\n";

    private Excerpt() {
    }

    /**
     * {@return the text when it is short enough, else its beginning}
     *
     * @param text or null
     * @param longest how many characters at most, positive
     */
    static String beginning(String text, int longest) {
        return text == null || text.length() <= longest ? text : head(text, longest - 1) + "…";
    }

    /**
     * {@return the text when it is short enough, else its beginning and its end: a traceback's last line tells most}
     *
     * @param text or null
     * @param longest how many characters at most, more than a few
     */
    public static String ends(String text, int longest) {
        if (text == null || text.length() <= longest) {
            return text;
        }
        int tail = longest / 4;
        int start = text.length() - tail;
        start += Character.isLowSurrogate(text.charAt(start)) ? 1 : 0;
        return head(text, longest - tail - CUT.length()) + CUT + text.substring(start);
    }

    /** Never between the halves of one character. */
    private static String head(String text, int length) {
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }
}
