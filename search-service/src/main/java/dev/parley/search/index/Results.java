package dev.parley.search.index;

import java.util.List;

/**
 * A page of what was found.
 *
 * @param hits in the order that was asked for
 * @param more whether there is a page after this one
 */
public record Results(List<Hit> hits, boolean more, Total total) {

    public Results {
        hits = List.copyOf(hits);
    }

    /** A message that was found, and where it stands. */
    public record Hit(IndexedMessage message, Place place) {}

    /**
     * How many there are in all, on all pages.
     *
     * @param isExact false where there are more than {@code count}
     */
    public record Total(long count, boolean isExact) {}
}
