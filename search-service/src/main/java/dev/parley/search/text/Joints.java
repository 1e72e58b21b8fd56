package dev.parley.search.text;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/**
 * What stands inside a word without being a letter of it. Everything else that is neither letter nor digit cuts: so
 * either half of {@code new-york}, {@code snake_case}, {@code example.com}, {@code 3.14} and {@code l'amour} can be
 * found, and the whole is a phrase.
 */
final class Joints {

    private static final int MIDDLE_DOT = 0xB7;
    private static final int HYPHENATION_POINT = 0x2027;
    private static final int ARABIC_THOUSANDS_SEPARATOR = 0x66C;

    /** English endings that are written to the word by those who leave the apostrophe away: dont, youre, Ill. */
    private static final Set<String> ENDINGS = Set.of("ll", "re", "ve", "d", "m");

    /** Before {@code 's} these are short for "is" or "us"; all other words are nouns, and found without their 's. */
    private static final Set<String> BEFORE_S = Set.of("it", "he", "she", "that", "what", "who", "where", "there",
            "here", "how", "let");

    private static final Set<String> SHORTENED = Set.of("ma'am", "y'all", "e'er", "ne'er", "e'en", "heav'n", "ev'n",
            "giv'n", "pow'r");

    private Joints() {}

    /**
     * Whether two pieces are one word.
     *
     * @param word what has been put together before the joint
     * @param piece the last piece of it
     * @param next what follows the joint; both are letters and digits only
     */
    static boolean joins(String word, String piece, int joint, String next) {
        return switch (joint) {
            case '\'' -> isThousands(word, piece, next) || joinsByApostrophe(piece, next);
            case ',', ARABIC_THOUSANDS_SEPARATOR -> isThousands(word, piece, next);
            case '.' -> isLetter(piece) && isLetter(next);
            case '"' ->
                Scripts.isHebrew(piece.codePointBefore(piece.length())) && Scripts.isHebrew(next.codePointAt(0));
            case MIDDLE_DOT, HYPHENATION_POINT ->
                Character.isLetter(piece.codePointBefore(piece.length())) && Character.isLetter(next.codePointAt(0));
            default -> false;
        };
    }

    private static boolean joinsByApostrophe(String before, String after) {
        if (UnicodeScript.of(before.codePointBefore(before.length())) != UnicodeScript.LATIN) {
            // Part of the word in Cyrillic (комп'ютер) and Hebrew; of no use elsewhere.
            return Character.isLetter(before.codePointBefore(before.length()));
        }
        return ENDINGS.contains(after)
                || after.equals("t") && before.endsWith("n")
                || after.equals("s") && BEFORE_S.contains(before)
                || before.equals("o")
                || SHORTENED.contains(before + "'" + after);
    }

    /** 1,000 and 12'345,678 are numbers; 1,2,3 and 3,14 are cut. */
    private static boolean isThousands(String word, String piece, String next) {
        var isGroup = word.length() > piece.length() ? piece.length() == 3 : piece.length() <= 3;
        return isGroup && next.length() == 3 && isDigits(word) && isDigits(next);
    }

    private static boolean isDigits(String piece) {
        return piece.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** U.S.A. and e.g. are found as people type them, without the dots. */
    private static boolean isLetter(String piece) {
        return piece.codePointCount(0, piece.length()) == 1 && Character.isLetter(piece.codePointAt(0));
    }
}
