package dev.parley.search.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.search.index.Results.Hit;
import dev.parley.search.index.Sort;
import dev.parley.search.text.Range;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hit in the shape that clients get.
 *
 * @param highlights pairs of the first code point and the one after the last
 * @param score null where the order is by time
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FoundHit(FoundMessage message, List<List<Integer>> highlights, @Nullable Double score) {

    static FoundHit of(Hit hit, List<Range> highlights, Sort sort) {
        return new FoundHit(
                FoundMessage.of(hit.message()),
                highlights.stream().map(range -> List.of(range.start(), range.end())).toList(),
                sort == Sort.BEST ? hit.place().score() : null);
    }
}
