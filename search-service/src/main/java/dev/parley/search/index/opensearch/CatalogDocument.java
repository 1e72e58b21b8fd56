package dev.parley.search.index.opensearch;

import dev.parley.search.index.Generation;
import dev.parley.search.index.Generation.State;
import dev.parley.search.text.TextRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * All generations in one document, which is replaced as a whole.
 *
 * @param last the greatest number that was ever given
 */
record CatalogDocument(int last, List<Entry> generations) {

    static final CatalogDocument EMPTY = new CatalogDocument(0, List.of());

    /** A generation; times are milliseconds since the epoch. */
    record Entry(int number, State state, String textRules, long createdAt, long since) {

        Entry into(State next, Instant now) {
            return new Entry(number, next, textRules, createdAt, now.toEpochMilli());
        }

        Generation generation() {
            return new Generation(
                    number, state, TextRules.parse(textRules), Instant.ofEpochMilli(createdAt),
                    Instant.ofEpochMilli(since));
        }
    }

    CatalogDocument {
        generations = List.copyOf(generations);
    }

    Optional<Entry> in(State state) {
        return generations.stream().filter(entry -> entry.state() == state).findFirst();
    }

    Optional<Entry> numbered(int number) {
        return generations.stream().filter(entry -> entry.number() == number).findFirst();
    }

    boolean isServing(int number) {
        return in(State.SERVING).filter(entry -> entry.number() == number).isPresent();
    }

    CatalogDocument with(TextRules rules, Instant now) {
        var state = in(State.SERVING).isPresent() ? State.BUILDING : State.SERVING;
        var next = new ArrayList<>(generations);
        var millis = now.toEpochMilli();
        next.add(new Entry(last + 1, state, rules.toString(), millis, millis));
        return new CatalogDocument(last + 1, next);
    }

    CatalogDocument promoted(int number, Instant now) {
        return each(entry -> {
            if (entry.number() == number) {
                return entry.into(State.SERVING, now);
            }
            return entry.state() == State.SERVING ? entry.into(State.RETIRED, now) : entry;
        });
    }

    private CatalogDocument each(UnaryOperator<Entry> change) {
        return new CatalogDocument(last, generations.stream().map(change).toList());
    }

    CatalogDocument without(int number) {
        return new CatalogDocument(
                last, generations.stream().filter(entry -> entry.number() != number).toList());
    }
}
