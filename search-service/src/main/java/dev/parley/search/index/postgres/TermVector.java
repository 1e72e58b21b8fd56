package dev.parley.search.index.postgres;

import dev.parley.search.text.AnalyzedText;
import java.util.LinkedHashMap;

/**
 * A text as the text form of a {@code tsvector}, which no configuration of PostgreSQL has a say in.
 *
 * <p>A tsvector holds positions up to 16,383, and 256 of a word. A word beyond keeps to be found, but not as a part of
 * a phrase there; a message is shorter than the first bound, and repeats one word 256 times only in jest.
 */
final class TermVector {

    static final int MAX_POSITION = 16_383;
    static final int MAX_POSITIONS = 256;

    private TermVector() {}

    static String of(AnalyzedText text) {
        var terms = new LinkedHashMap<String, Positions>();
        var position = 0;
        for (var word : text.words()) {
            terms.computeIfAbsent(word, _ -> new Positions()).add(++position);
        }
        for (var mark : text.marks()) {
            terms.computeIfAbsent(mark, _ -> new Positions());
        }
        var vector = new StringBuilder();
        terms.forEach((term, positions) -> Lexemes.quote(vector, term).append(positions.text).append(' '));
        return vector.toString();
    }

    /** Without those that there is no room for: PostgreSQL would take every one beyond the last for the last. */
    private static final class Positions {

        private final StringBuilder text = new StringBuilder();
        private int count;

        void add(int position) {
            if (position <= MAX_POSITION && count < MAX_POSITIONS) {
                text.append(count++ == 0 ? ':' : ',').append(position);
            }
        }
    }
}
