package dev.parley.search.text;

import java.util.List;
import java.util.Set;

/**
 * A text as an index keeps it.
 *
 * @param words folded words in the order of the text, one a position, with no gaps; in scripts without spaces each
 *     character is a word
 * @param marks what helps to find without being a word at a position: pairs of neighbours in scripts without spaces,
 *     and stems; no mark can be taken for a word or for a mark of the other kind
 */
public record AnalyzedText(List<String> words, Set<String> marks) {

    public AnalyzedText {
        words = List.copyOf(words);
        marks = Set.copyOf(marks);
    }
}
