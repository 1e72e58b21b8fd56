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

    /**
     * English words that many write without the apostrophe. Those that would be another word then are not among them
     * (I'll, he'll, we're, I'd), and neither is the possessive: Hamlet is to be found in Hamlet's.
     */
    private static final Set<String> TOGETHER = Set.of("""
        don't won't can't isn't aren't wasn't weren't hasn't haven't hadn't didn't doesn't wouldn't couldn't
        shouldn't mightn't mustn't needn't ain't shan't mayn't oughtn't daren't
        i'm i've it's it'd it'll he's he'd she's we've you're you've you'll you'd they're they've they'll they'd
        that's that'd that'll there's here's where's what's who's who'd who'll how's let's
        could've would've should've might've must've ma'am y'all e'er ne'er e'en ta'en"""
            .split("\\s+"));

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
        return switch (UnicodeScript.of(before.codePointBefore(before.length()))) {
            // There it is a sign of the script: комп'ютер, צ'יפס.
            case CYRILLIC, HEBREW -> true;
            default -> before.equals("o") || TOGETHER.contains(before + "'" + after);
        };
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
