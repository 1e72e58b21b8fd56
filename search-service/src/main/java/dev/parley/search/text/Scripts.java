package dev.parley.search.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.lang.Character.UnicodeScript;

/** How characters make words. */
final class Scripts {

    private static final int FIRST_EAST_ASIAN = 0x1100;
    private static final int PROLONGED_SOUND_MARK = 0x30FC;
    private static final int FIRST_REGIONAL_INDICATOR = 0x1F1E6;
    private static final int LAST_REGIONAL_INDICATOR = 0x1F1FF;

    private Scripts() {}

    /** A letter or digit that makes a word with its neighbours. */
    static boolean isOfWord(int codePoint) {
        if (codePoint < 0x80) {
            return codePoint >= 'a' && codePoint <= 'z' || codePoint >= '0' && codePoint <= '9';
        }
        return isLetterOrNumber(codePoint) && !isWordByItself(codePoint);
    }

    /** A character of a script without spaces: texts are cut after each of them. */
    static boolean isWordByItself(int codePoint) {
        if (codePoint < FIRST_EAST_ASIAN) {
            return false;
        }
        if (codePoint == PROLONGED_SOUND_MARK) {
            return true;
        }
        return isLetterOrNumber(codePoint) && switch (UnicodeScript.of(codePoint)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> true;
            default -> false;
        };
    }

    /** A sign that follows a letter and is read with it. */
    static boolean isMark(int codePoint) {
        return codePoint >= 0x300 && switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    static boolean isEmoji(int codePoint) {
        return codePoint >= 0x80
                && (Character.isExtendedPictographic(codePoint) || isRegionalIndicator(codePoint))
                && !isLetterOrNumber(codePoint);
    }

    /** Two of them are a flag. */
    static boolean isRegionalIndicator(int codePoint) {
        return codePoint >= FIRST_REGIONAL_INDICATOR && codePoint <= LAST_REGIONAL_INDICATOR;
    }

    /** Written without spaces, and by several characters a word: Thai, Lao, Khmer, Myanmar. */
    static boolean needsDictionary(int codePoint) {
        return UCharacter.getIntPropertyValue(codePoint, UProperty.LINE_BREAK) == UCharacter.LineBreak.COMPLEX_CONTEXT;
    }

    static boolean isHebrew(int codePoint) {
        return codePoint >= 0x590 && codePoint <= 0x5FF;
    }

    private static boolean isLetterOrNumber(int codePoint) {
        return Character.isLetterOrDigit(codePoint) || switch (Character.getType(codePoint)) {
            case Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
            default -> false;
        };
    }
}
