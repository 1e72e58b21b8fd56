package dev.parley.search.index.opensearch;

import dev.parley.contracts.ConversationId;
import dev.parley.search.index.Batch;
import dev.parley.search.index.IndexUnavailable;
import dev.parley.search.index.MessageIndex;
import dev.parley.search.index.Results;
import dev.parley.search.index.Search;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.opensearch.client.opensearch.core.SearchRequest;

/** One generation in indexes of its own. */
final class OpenSearchIndex implements MessageIndex {

    private static final int MOST_PARTITIONS = 10_000;
    private static final int MOST_TRIES = 3;

    private final Calls calls;
    private final Bulks bulks;
    private final IndexNames names;
    private final Visibility visibility;
    private final Memberships memberships;

    OpenSearchIndex(Calls calls, Bulks bulks, IndexNames names, Visibility visibility) {
        this.calls = calls;
        this.bulks = bulks;
        this.names = names;
        this.visibility = visibility;
        memberships = new Memberships(calls, names.state());
    }

    @Override
    public void apply(Batch batch) {
        BatchWrite.of(batch, names).run(bulks, visibility);
    }

    @Override
    public Map<Integer, Long> positions() {
        bulks.refresh(names.state());
        var request = SearchRequest.of(search -> search
                .index(names.state())
                .routing(PositionDocument.ROUTING)
                .query(query -> query.exists(field -> field.field("partition")))
                .allowPartialSearchResults(false)
                .size(MOST_PARTITIONS));
        var response = calls.make(client -> client.search(request, PositionDocument.class));
        Answers.requireWhole(response);
        var positions = new HashMap<Integer, Long>();
        for (var hit : response.hits().hits()) {
            var position = Objects.requireNonNull(hit.source());
            positions.put(position.partition(), position.offset());
        }
        return positions;
    }

    /**
     * Memberships and messages are two readings, and a batch may come between them: somebody is removed, and what is
     * said afterwards is found. So whoever was found to say something is looked up again. As a batch writes memberships
     * first, what can be found now was allowed by them, or the search is made again with what holds by now.
     */
    @Override
    public Results search(Search search) {
        var deadline = Deadline.in(search.bounds().timeout());
        visibility.beforeSearch();
        var membership = memberships.of(search.caller(), search.filter().conversationId(), deadline);
        for (var tries = 0; tries < MOST_TRIES; tries++) {
            if (membership.joined().isEmpty()) {
                return new Results(List.of(), false, new Results.Total(0, true));
            }
            var results = page(search, membership, deadline);
            var confirmed = confirmed(membership, results, deadline);
            if (confirmed.equals(membership)) {
                return results;
            }
            membership = confirmed;
        }
        var reason = "memberships changed " + MOST_TRIES + " times during one search";
        throw new IndexUnavailable(reason, new IOException(reason));
    }

    private Results page(Search search, Membership membership, Deadline deadline) {
        var page = new PageQuery(names.messages(), search);
        var request = page.request(membership, deadline);
        var response = calls.makeUntil(deadline, client -> client.search(request, MessageDocument.class));
        Answers.requireWhole(response);
        return page.results(response);
    }

    private Membership confirmed(Membership membership, Results results, Deadline deadline) {
        var seen = new HashSet<ConversationId>();
        results.hits().forEach(hit -> seen.add(hit.message().conversationId()));
        return seen.isEmpty()
                ? membership
                : membership.with(seen, memberships.now(membership.user(), seen, deadline));
    }

    @Override
    public Size size() {
        var count = calls.make(client -> client.count(request -> request
                .index(names.messages())
                .query(query -> query.exists(field -> field.field("sentAt")))));
        var stats = calls.make(client -> client.indices().stats(
                request -> request.index(names.messages(), names.state())));
        var store = Objects.requireNonNull(stats.all().total().store());
        return new Size(count.count(), store.sizeInBytes());
    }
}
