package dev.parley.search.index.opensearch;

import dev.parley.search.text.Clause;
import dev.parley.search.text.Clause.Phrase;
import dev.parley.search.text.Clause.Prefix;
import dev.parley.search.text.Clause.Word;
import dev.parley.search.text.TextQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch._types.query_dsl.Query;

/**
 * A text query in OpenSearch's terms: what has to be there, what must not, and what makes the score of a message.
 *
 * <p>A clause scores 1.5 at most, divided by their number; so all together less than {@link #PHRASE}, the score of who
 * holds the words as one phrase.
 */
record TextMatch(List<Query> required, List<Query> excluded, List<Query> scored) {

    private static final String WORDS = "words";
    private static final String MARKS = "marks";
    private static final float PHRASE = 2;
    private static final float STEM = 0.5f;

    /**
     * Of a prefix behind other words, if it is longer than those that the index keeps: how many words that begin so are
     * looked for. OpenSearch takes 1,024 in a query.
     */
    private static final int EXPANSIONS = 512;

    static TextMatch of(TextQuery query) {
        return new TextMatch(
                query.required().stream().flatMap(TextMatch::matching).toList(),
                query.excluded().stream().map(TextMatch::all).toList(),
                scored(query));
    }

    private static Query all(Clause clause) {
        return Query.of(query -> query.bool(bool -> bool.filter(matching(clause).toList())));
    }

    private static Stream<Query> matching(Clause clause) {
        return switch (clause) {
            case Word(var word, var stem) -> Stream.of(stem == null ? term(WORDS, word, 1) : term(MARKS, stem, 1));
            case Phrase(var words, var marks) ->
                Stream.concat(marks.stream().sorted().map(mark -> term(MARKS, mark, 1)), Stream.of(phrase(words, 1)));
            case Prefix(var before, var prefix) ->
                Stream.of(before.isEmpty() ? prefix(prefix) : prefix(before, prefix));
        };
    }

    private static List<Query> scored(TextQuery query) {
        var share = 1f / query.required().size();
        var scored = new ArrayList<Query>();
        for (var clause : query.required()) {
            switch (clause) {
                case Word(var word, var stem) -> {
                    scored.add(term(WORDS, word, share));
                    if (stem != null) {
                        scored.add(constant(term(MARKS, stem, 1), share * STEM));
                    }
                }
                case Phrase(var phrase, _) -> scored.add(phrase(phrase, share));
                case Prefix _ -> {}
            }
        }
        if (query.sequence().size() > 1) {
            scored.add(constant(phrase(query.sequence(), 1), PHRASE));
        }
        return scored;
    }

    private static Query term(String field, String value, float boost) {
        return Query.of(query -> query.term(
                term -> term.field(field).value(FieldValue.of(value)).boost(boost)));
    }

    private static Query phrase(List<String> words, float boost) {
        return Query.of(query -> query.matchPhrase(
                phrase -> phrase.field(WORDS).query(String.join(" ", words)).boost(boost)));
    }

    private static Query prefix(String prefix) {
        return Query.of(query -> query.prefix(begins -> begins.field(WORDS).value(prefix)));
    }

    private static Query prefix(List<String> before, String prefix) {
        return Query.of(query -> query.matchPhrasePrefix(phrase -> phrase
                .field(WORDS)
                .query(String.join(" ", before) + " " + prefix)
                .maxExpansions(EXPANSIONS)));
    }

    private static Query constant(Query filter, float score) {
        return Query.of(query -> query.constantScore(constant -> constant.filter(filter).boost(score)));
    }
}
