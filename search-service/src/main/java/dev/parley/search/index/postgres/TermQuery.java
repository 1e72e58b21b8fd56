package dev.parley.search.index.postgres;

import dev.parley.search.text.Clause;
import dev.parley.search.text.Clause.Phrase;
import dev.parley.search.text.Clause.Prefix;
import dev.parley.search.text.Clause.Word;
import dev.parley.search.text.TextQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A query in the text form of {@code tsquery}, for three ends.
 *
 * @param matching what a message has to match
 * @param ranking what its score counts: all that is required, in every form
 * @param asPhrase the query's words as one phrase; matched by nothing where there are none
 * @param phrases how many of them are required
 * @param hasPrefix whether anything is to begin somehow
 */
record TermQuery(String matching, String ranking, String asPhrase, int phrases, boolean hasPrefix) {

    static TermQuery of(TextQuery query) {
        var matching = new ArrayList<String>();
        query.required().forEach(clause -> matching.add(matching(clause)));
        query.excluded().forEach(clause -> matching.add("!(" + matching(clause) + ")"));
        return new TermQuery(
                String.join(" & ", matching),
                query.required().stream().map(TermQuery::ranking).collect(Collectors.joining(" & ")),
                query.sequence().isEmpty() ? "" : inARow(query.sequence()),
                (int) query.required().stream().filter(Phrase.class::isInstance).count(),
                Stream.concat(query.required().stream(), query.excluded().stream())
                        .anyMatch(Prefix.class::isInstance));
    }

    private static String matching(Clause clause) {
        return switch (clause) {
            case Word(var word, var stem) -> quoted(stem == null ? word : stem);
            case Phrase(var words, var marks) -> marks.isEmpty() ? inARow(words) : within(marks, inARow(words));
            case Prefix prefix -> prefix(prefix);
        };
    }

    /** The marks are what the index knows; the order of words is looked at in the few messages that have them all. */
    private static String within(Set<String> marks, String phrase) {
        return marks.stream().sorted().map(TermQuery::quoted)
                .collect(Collectors.joining(" & ", "(", " & " + phrase + ")"));
    }

    private static String ranking(Clause clause) {
        return switch (clause) {
            case Word(var word, var stem) ->
                stem == null ? quoted(word) : "(" + quoted(word) + " | " + quoted(stem) + ")";
            case Phrase(var words, _) -> inARow(words);
            case Prefix prefix -> prefix(prefix);
        };
    }

    private static String prefix(Prefix prefix) {
        var all = new ArrayList<>(prefix.before().stream().map(TermQuery::quoted).toList());
        all.add(quoted(prefix.prefix()) + ":*");
        return "(" + String.join(" <-> ", all) + ")";
    }

    private static String inARow(List<String> words) {
        return words.stream().map(TermQuery::quoted).collect(Collectors.joining(" <-> ", "(", ")"));
    }

    private static String quoted(String word) {
        return Lexemes.quote(new StringBuilder(), word).toString();
    }
}
