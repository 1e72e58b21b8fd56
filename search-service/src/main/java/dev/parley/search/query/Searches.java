package dev.parley.search.query;

import dev.parley.access.rest.ChatException;
import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.UserId;
import dev.parley.search.index.IndexUnavailable;
import dev.parley.search.index.Place;
import dev.parley.search.index.Results;
import dev.parley.search.index.Search;
import dev.parley.search.index.Search.Bounds;
import dev.parley.search.indexing.Freshness;
import dev.parley.search.indexing.ServingIndex;
import dev.parley.search.indexing.ServingIndex.Serving;
import dev.parley.search.text.TextQuery;
import dev.parley.search.text.UnusableQuery;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Answers what was asked for, from the generation that serves, if it is fresh enough to know who may see what. */
@Component
class Searches {

    private static final Logger log = LoggerFactory.getLogger(Searches.class);

    private final ServingIndex index;
    private final Freshness freshness;
    private final Turns turns;
    private final QuerySettings settings;

    Searches(ServingIndex index, Freshness freshness, Turns turns, QuerySettings settings) {
        this.index = index;
        this.freshness = freshness;
        this.turns = turns;
        this.settings = settings;
    }

    /**
     * @throws ChatException if the request is to blame
     * @throws NotAnswered if the same may be answered later
     */
    Found search(UserId caller, SearchRequest request) {
        var fingerprint = Fingerprint.of(caller, request);
        var after = request.cursor() == null ? null : Cursor.parse(request.cursor(), fingerprint).place();
        var patience = Patience.of(settings.timeout());
        try {
            var serving = index.current();
            var query = parse(serving, request.query());
            // Before the search: what it finds is at least as new.
            var indexedAt = indexedAt();
            return patience.await(turns.take(caller), time -> {
                var results = serving.index().search(new Search(
                        caller, query, request.filter(), request.sort(), after, bounds(request, time)));
                return found(serving, query, request, fingerprint, results, indexedAt);
            });
        } catch (IndexUnavailable e) {
            log.warn("The index did not answer a search: {}", e.getMessage());
            throw new NotAnswered(Outcome.AWAY, "the index did not answer; try again", e);
        }
    }

    private Instant indexedAt() {
        var indexedAt = freshness.indexedAt();
        if (freshness.isStale()) {
            throw new NotAnswered(Outcome.STALE, "the index is behind: all that happened up to "
                    + Times.text(indexedAt) + " is in it; try again");
        }
        return indexedAt;
    }

    private static TextQuery parse(Serving serving, String query) {
        try {
            return serving.analyzer().parse(query);
        } catch (UnusableQuery e) {
            throw new ChatException(ErrorCode.CHAT_SEARCH_QUERY_INVALID, String.valueOf(e.getMessage()));
        }
    }

    private Bounds bounds(SearchRequest request, Duration time) {
        return new Bounds(request.limit(), settings.countTo(), time);
    }

    private static Found found(
            Serving serving,
            TextQuery query,
            SearchRequest request,
            Fingerprint fingerprint,
            Results results,
            Instant indexedAt) {
        var hits = results.hits().stream()
                .map(hit -> FoundHit.of(
                        hit, serving.analyzer().highlights(query, hit.message().content()), request.sort()))
                .toList();
        return new Found(hits, next(results, fingerprint), results.total(), indexedAt);
    }

    private static @Nullable Cursor next(Results results, Fingerprint fingerprint) {
        if (!results.more() || results.hits().isEmpty()) {
            return null;
        }
        Place last = results.hits().getLast().place();
        return new Cursor(last, fingerprint);
    }
}
