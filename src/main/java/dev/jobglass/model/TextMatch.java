package dev.jobglass.model;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Finds what a user typed in what servers say: in whatever case, with or without accents, however composed. */
public final class TextMatch {
    private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036F]+");
    private static final int ASCII = 0x80;

    private TextMatch() {
    }

    /** A part of a text: from a character, up to before another. */
    public record Range(int start, int end) {
    }

    /** {@return whether a field, which may be null, begins with a word} */
    static boolean begins(String field, String word) {
        return field.regionMatches(true, 0, word, 0, word.length())
                || !ascii(field) && folded(field).startsWith(folded(word));
    }

    /**
     * {@return whether a field has a word in it, in letters of any case}
     *
     * @param field any, or null
     * @param word not empty
     */
    public static boolean contains(String field, String word) {
        return field != null && (containsAsIs(field, word) || !ascii(field) && folded(field).contains(folded(word)));
    }

    /** Without making a copy first, since typing in the filter asks this of every field of all jobs. */
    private static boolean containsAsIs(String field, String word) {
        char first = word.charAt(0);
        char lower = Character.toLowerCase(first);
        char upper = Character.toUpperCase(first);
        for (int start = 0; start <= field.length() - word.length(); start++) {
            char c = field.charAt(start);
            if ((c == first || c == lower || c == upper) && field.regionMatches(true, start, word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }

    /**
     * {@return where a text has a word in it, from its beginning on}
     *
     * @param text any
     * @param word in letters of any case; one of nothing but accents is nowhere
     */
    public static List<Range> ranges(String text, String word) {
        StringBuilder folded = new StringBuilder();
        List<Integer> origins = new ArrayList<>(); // for each folded character, that of which it was made
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            folded.append(folded(Character.toString(text.codePointAt(i))));
            while (origins.size() < folded.length()) {
                origins.add(i);
            }
        }
        origins.add(text.length());
        String wanted = folded(word);
        List<Range> ranges = new ArrayList<>();
        for (int at = wanted.isEmpty() ? -1 : folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted,
                at + wanted.length())) {
            int last = origins.get(at + wanted.length() - 1);
            int end = Math.max(origins.get(at + wanted.length()), last + Character.charCount(text.codePointAt(last)));
            ranges.add(new Range(origins.get(at), end));
        }
        return ranges;
    }

    private static boolean ascii(String text) {
        return text.chars().allMatch(c -> c < ASCII);
    }

    /**
     * {@return a text as it is compared: in small letters and without accents}
     *
     * @param text any
     */
    public static String folded(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
        return ACCENTS.matcher(apart).replaceAll("").toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
