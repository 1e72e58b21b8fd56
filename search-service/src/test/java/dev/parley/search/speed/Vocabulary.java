package dev.parley.search.speed;

import java.util.Random;

/**
 * Made-up words, of which the n-th is used n times less than the first: as in any language, few words make up most of
 * what is said, and most words are rare.
 */
final class Vocabulary {

    static final int SIZE = 50_000;

    private static final String CONSONANTS = "bcdfghjklmnprstvwxyz";
    private static final String VOWELS = "aeiou";
    private static final int SYLLABLES = CONSONANTS.length() * VOWELS.length();

    private Vocabulary() {}

    /** The commonest has rank 0; the common ones are short. */
    static String word(int rank) {
        var word = new StringBuilder();
        for (var rest = rank; rest >= 0; rest = rest / SYLLABLES - 1) {
            var syllable = rest % SYLLABLES;
            word.append(CONSONANTS.charAt(syllable % CONSONANTS.length()))
                    .append(VOWELS.charAt(syllable / CONSONANTS.length()));
        }
        return word.toString();
    }

    static String any(Random random) {
        return word((int) Math.pow(SIZE, random.nextDouble()) - 1);
    }

    /** Three words or more, ten as a rule. */
    static String line(Random random) {
        var line = new StringBuilder(any(random));
        for (var words = 2 + random.nextInt(16); words > 0; words--) {
            line.append(words % 7 == 0 ? ", " : " ").append(any(random));
        }
        return line.append('.').toString();
    }
}
