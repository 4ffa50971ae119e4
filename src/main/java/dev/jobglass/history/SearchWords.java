package dev.jobglass.history;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Divides texts into the words by which changes are found. */
final class SearchWords {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}\\p{M}_]+");
    /** They put no blanks between words, so that each letter has to be a word. */
    private static final Set<UnicodeScript> WITHOUT_BLANKS = EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA, UnicodeScript.THAI, UnicodeScript.LAO, UnicodeScript.KHMER, UnicodeScript.MYANMAR);

    private SearchWords() {
    }

    /** {@return a text as it is to be indexed} */
    static String indexed(String text) {
        StringBuilder words = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(letter -> {
            if (wordOfItsOwn(letter)) {
                words.append(' ').appendCodePoint(letter).append(' ');
            } else {
                words.appendCodePoint(letter);
            }
        });
        return words.toString();
    }

    /** {@return the words of a question, all of which must begin words of what is found} */
    static List<String> asked(String text) {
        List<String> words = new ArrayList<>();
        for (String word : BETWEEN_WORDS.split(indexed(text))) {
            if (!word.replace("_", "").isEmpty()) { // which alone begins words by chance only
                words.add(word);
            }
        }
        return words;
    }

    private static boolean wordOfItsOwn(int letter) {
        return WITHOUT_BLANKS.contains(UnicodeScript.of(letter));
    }
}
