package dev.parley.search.text;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes what helps to find; it begins with a character that no word holds. */
final class Marks {

    private static final char PAIR = '#';
    private static final char STEM = '=';

    private final Stemmer stemmer;

    Marks(Stemmer stemmer) {
        this.stemmer = stemmer;
    }

    Set<String> of(List<String> words) {
        var marks = pairs(words);
        for (var word : words) {
            var stem = stem(word);
            if (stem != null) {
                marks.add(stem);
            }
        }
        return marks;
    }

    /**
     * Of all neighbours in scripts without spaces, whatever punctuation stands between them: a phrase does not see it
     * either, and must be sure that its pairs are there.
     */
    static Set<String> pairs(List<String> words) {
        var pairs = new HashSet<String>();
        for (var index = 1; index < words.size(); index++) {
            if (isCharacter(words.get(index - 1)) && isCharacter(words.get(index))) {
                pairs.add(WordLength.cut(PAIR + words.get(index - 1) + words.get(index)));
            }
        }
        return pairs;
    }

    @Nullable
    String stem(String word) {
        if (!stemmer.stems() || !Character.isLetter(word.codePointAt(0)) || isCharacter(word)) {
            return null;
        }
        return WordLength.cut(STEM + stemmer.stem(word));
    }

    private static boolean isCharacter(String word) {
        return Scripts.isWordByItself(word.codePointAt(0));
    }
}
