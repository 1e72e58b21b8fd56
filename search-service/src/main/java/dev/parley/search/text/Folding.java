package dev.parley.search.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.FilteredNormalizer2;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.UnicodeSet;
import com.ibm.icu.util.ULocale;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;

/**
 * Takes from a text what people do not tell apart, or do not type, when they look for it: case, width, ligatures,
 * accents, native digits. Folding what is folded changes nothing.
 *
 * <p>A text is folded piece by piece, from one character that nothing before it can combine with to the next, so that
 * each folded character is known to come from a few of the original.
 */
final class Folding {

    /** Folds case, width and ligatures, and removes what can't be seen. */
    private static final Normalizer2 CASE = Normalizer2.getNFKCCasefoldInstance();

    /**
     * Removes accents, where they are accents: other scripts write vowels, the absence of one, tones, or another sound
     * by the same kind of character (が is not か), and й is a letter in its own right. Accents that stand alone, such as
     * a backtick, are punctuation.
     */
    private static final FilteredNormalizer2 ACCENTS = new FilteredNormalizer2(
            ICUFoldingFilter.NORMALIZER,
            new UnicodeSet("[[[:Latin:][:Greek:][:Cyrillic:][:Hebrew:][:Arabic:][:Common:][:Inherited:]"
                    + "[:Nd:][:InSC=Nukta:]]-[[:Sk:]\\u00B7\\u30FC\\uFF70\\u3099\\u309A\\u0439]]").freeze());

    /**
     * Nobody writes so many accents on a character but to do harm: sorting them, as Unicode's normal form asks for,
     * takes quadratic time.
     */
    private static final int LONGEST_PIECE = 64;

    private static final int ACUTE_ACCENT = 0xB4;
    private static final int FIRST_UNSPACED = 0x0E00;
    private static final int ZERO_WIDTH_SPACE = 0x200B;

    /** Latin, Greek, Cyrillic, Hebrew, Arabic: most texts are made of these, one looked up faster than folded. */
    private static final String[] FOLDED = new String[0x600];

    static {
        for (var codePoint = 0; codePoint < FOLDED.length; codePoint++) {
            FOLDED[codePoint] = foldPiece(Character.toString(codePoint));
        }
        // For lack of an apostrophe that is easier to type.
        FOLDED[ACUTE_ACCENT] = "'";
    }

    private final String text;
    private final FoldedText folded;
    private int position;
    private int codePoints;

    private Folding(String text) {
        this.text = text;
        this.folded = new FoldedText(text.length() + 8);
    }

    static FoldedText fold(String text) {
        var folding = new Folding(text);
        while (folding.position < text.length()) {
            if (isOfDictionary(text.codePointAt(folding.position))) {
                folding.foldByDictionary();
            } else {
                folding.foldNext(text.length());
            }
        }
        return folding.folded;
    }

    /** Folds one piece that ends at the limit at the latest. */
    private void foldNext(int limit) {
        var first = text.codePointAt(position);
        var next = position + Character.charCount(first);
        var count = 1;
        while (next < limit && count < LONGEST_PIECE && !startsPiece(text.codePointAt(next))) {
            next += Character.charCount(text.codePointAt(next));
            count++;
        }
        var piece = count == 1 && first < FOLDED.length ? FOLDED[first] : foldPiece(text.substring(position, next));
        folded.append(piece, codePoints, codePoints + count);
        codePoints += count;
        position = next;
    }

    /**
     * Folds a run of a script that writes no spaces between words and needs a dictionary to tell them apart. The words
     * are known only before folding, so white space has to tell where they are.
     */
    private void foldByDictionary() {
        var end = position;
        while (end < text.length() && isOfDictionary(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        // A break iterator has a state; it is made anew, since only these scripts need one, and its data are shared.
        var words = BreakIterator.getWordInstance(ULocale.ROOT);
        words.setText(text.substring(position, end));
        var begin = position;
        folded.append(' ', codePoints);
        for (var border = words.next(); border != BreakIterator.DONE; border = words.next()) {
            while (position < begin + border) {
                foldNext(begin + border);
            }
            folded.append(' ', codePoints);
        }
    }

    private static boolean startsPiece(int codePoint) {
        return codePoint == ZERO_WIDTH_SPACE
                || CASE.hasBoundaryBefore(codePoint) && ACCENTS.hasBoundaryBefore(codePoint);
    }

    private static boolean isOfDictionary(int codePoint) {
        return codePoint >= FIRST_UNSPACED && Scripts.needsDictionary(codePoint);
    }

    private static String foldPiece(String piece) {
        // Once more in the end, since what stood between two marks that have an order may be gone.
        var folded = CASE.normalize(ACCENTS.normalize(CASE.normalize(piece)));
        // It can't be seen, and would be removed; yet it stands for the end of a word.
        return piece.charAt(0) == ZERO_WIDTH_SPACE ? ' ' + folded : folded;
    }
}
