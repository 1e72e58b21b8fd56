package dev.parley.search.text;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One thing that a message has to hold, or must not. */
public sealed interface Clause {

    /**
     * A word, in whichever position.
     *
     * @param stem the mark that other forms of the word carry as well; null where the rules stem nothing. A message
     *     that has the mark holds the word
     */
    record Word(String word, @Nullable String stem) implements Clause {}

    /**
     * Words that follow each other, two or more.
     *
     * @param marks which every text that holds the phrase carries: no condition of their own, but a quick way to few
     *     candidates
     */
    record Phrase(List<String> words, Set<String> marks) implements Clause {

        public Phrase {
            words = List.copyOf(words);
            marks = Set.copyOf(marks);
            if (words.size() < 2) {
                throw new IllegalArgumentException("words of a phrase: " + words.size() + " (expected: 2 or more)");
            }
        }
    }

    /**
     * A word that begins so.
     *
     * @param before words that have to stand right before it, most often none
     */
    record Prefix(List<String> before, String prefix) implements Clause {

        public Prefix {
            before = List.copyOf(before);
        }
    }
}
