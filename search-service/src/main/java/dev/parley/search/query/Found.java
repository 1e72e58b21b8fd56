package dev.parley.search.query;

import dev.parley.search.index.Results.Total;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of a search.
 *
 * @param next null on the last page
 * @param indexedAt up to when all that happened was in the index
 */
record Found(List<FoundHit> hits, @Nullable Cursor next, Total total, Instant indexedAt) {

    Outcome outcome() {
        return hits.isEmpty() ? Outcome.NOTHING : Outcome.FOUND;
    }

    Map<String, Object> meta() {
        var meta = new LinkedHashMap<String, Object>();
        if (next != null) {
            meta.put("nextCursor", next.toString());
        }
        meta.put("total", total.count());
        meta.put("totalIsExact", total.isExact());
        meta.put("indexedAt", Times.text(indexedAt));
        return meta;
    }
}
