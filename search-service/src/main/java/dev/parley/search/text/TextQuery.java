package dev.parley.search.text;

import java.util.List;

/**
 * What a message's text has to hold.
 *
 * @param required all of them, at least one
 * @param excluded none of them
 * @param sequence the words of {@link Clause.Word} clauses as the query has them, each as often: a message that holds
 *     them in a row fits best
 */
public record TextQuery(List<Clause> required, List<Clause> excluded, List<String> sequence) {

    public TextQuery {
        required = List.copyOf(required);
        excluded = List.copyOf(excluded);
        sequence = List.copyOf(sequence);
        if (required.isEmpty()) {
            throw new IllegalArgumentException("required clauses: none (expected: at least one)");
        }
    }

    /** Of a query that says nothing twice. */
    public TextQuery(List<Clause> required, List<Clause> excluded) {
        this(required, excluded, required.stream()
                .filter(Clause.Word.class::isInstance)
                .map(clause -> ((Clause.Word) clause).word())
                .toList());
    }
}
