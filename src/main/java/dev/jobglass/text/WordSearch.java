package dev.jobglass.text;

import dev.jobglass.model.TextMatch;
import java.util.stream.Stream;

/** Finds what users look for among our own words. */
public final class WordSearch {
    private WordSearch() {
    }

    /**
     * {@return whether a text has all of some words in it, in letters of any case}
     *
     * @param text any
     * @param typed words with blanks between them; none is in every text
     */
    public static boolean hasAll(String text, String typed) {
        String folded = TextMatch.folded(text);
        return Stream.of(TextMatch.folded(typed).strip().split("\\s+")).allMatch(folded::contains);
    }
}
