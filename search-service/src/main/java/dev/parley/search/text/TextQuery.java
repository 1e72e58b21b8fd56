package dev.parley.search.text;

import java.util.List;

/**
 * What a message's text has to hold.
 *
 * @param required all of them, at least one
 * @param excluded none of them
 */
public record TextQuery(List<Clause> required, List<Clause> excluded) {

    public TextQuery {
        required = List.copyOf(required);
        excluded = List.copyOf(excluded);
        if (required.isEmpty()) {
            throw new IllegalArgumentException("required clauses: none (expected: at least one)");
        }
    }
}
