package dev.parley.search.index.opensearch;

import dev.parley.search.index.Place;
import dev.parley.search.index.Results;
import dev.parley.search.index.Results.Hit;
import dev.parley.search.index.Results.Total;
import dev.parley.search.index.Search;
import dev.parley.search.index.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch._types.SortOptions;
import org.opensearch.client.opensearch._types.SortOrder;
import org.opensearch.client.opensearch._types.query_dsl.Query;
import org.opensearch.client.opensearch.core.SearchRequest;
import org.opensearch.client.opensearch.core.SearchResponse;
import org.opensearch.client.opensearch.core.search.TotalHitsRelation;

/** A page of hits and their total. One hit more than asked for tells of another page. */
record PageQuery(String index, Search search) {

    private static final SortOptions BY_SCORE = SortOptions
            .of(sort -> sort.score(score -> score.order(SortOrder.Desc)));
    private static final List<SortOptions> BY_TIME = Stream.of("sentAt", "conversationId", "seq")
            .map(name -> SortOptions.of(sort -> sort.field(field -> field.field(name).order(SortOrder.Desc))))
            .toList();

    SearchRequest request(Membership membership, Deadline deadline) {
        var bounds = search.bounds();
        var request = new SearchRequest.Builder()
                .index(index)
                .query(query(membership))
                .size(bounds.limit() + 1)
                .trackTotalHits(total -> total.count(Math.max(1, bounds.countTo())));
        if (isByScore()) {
            request.sort(BY_SCORE);
        }
        request.sort(BY_TIME);
        var conversation = search.filter().conversationId();
        if (conversation != null) {
            request.routing(conversation.toString());
        }
        if (search.after() != null) {
            request.searchAfter(values(search.after()));
        }
        return Answers.within(deadline, request).build();
    }

    private Query query(Membership membership) {
        var match = TextMatch.of(search.query());
        var conditions = new ArrayList<>(match.required());
        conditions.addAll(Conditions.of(search.filter()));
        conditions.addAll(Conditions.of(membership));
        return Query.of(query -> query.bool(bool -> {
            bool.filter(conditions);
            if (!match.excluded().isEmpty()) {
                bool.mustNot(match.excluded());
            }
            return isByScore() && !match.scored().isEmpty() ? bool.should(match.scored()) : bool;
        }));
    }

    private boolean isByScore() {
        return search.sort() == Sort.BEST;
    }

    private List<FieldValue> values(Place place) {
        var values = new ArrayList<FieldValue>();
        if (isByScore()) {
            values.add(FieldValue.of(place.score()));
        }
        values.add(FieldValue.of(place.sentAt().toEpochMilli()));
        values.add(FieldValue.of(place.conversationId().toString()));
        values.add(FieldValue.of(place.seq()));
        return values;
    }

    Results results(SearchResponse<MessageDocument> response) {
        var found = response.hits().hits();
        var limit = search.bounds().limit();
        var hits = found.stream().limit(limit).map(this::hit).toList();
        var countTo = search.bounds().countTo();
        var total = Objects.requireNonNull(response.hits().total());
        var isExact = total.relation() == TotalHitsRelation.Eq && total.value() <= countTo;
        return new Results(hits, found.size() > limit, new Total(isExact ? total.value() : countTo, isExact));
    }

    private Hit hit(org.opensearch.client.opensearch.core.search.Hit<MessageDocument> found) {
        var message = Objects.requireNonNull(found.source()).message();
        var score = isByScore() ? number(found.sort().getFirst()) : 0;
        return new Hit(message, new Place(score, message.sentAt(), message.conversationId(), message.seq()));
    }

    /** A whole number comes without a point. */
    private static double number(FieldValue value) {
        return value.isLong() ? value.longValue() : value.doubleValue();
    }
}
