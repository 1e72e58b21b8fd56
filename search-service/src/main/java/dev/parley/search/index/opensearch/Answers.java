package dev.parley.search.index.opensearch;

import dev.parley.search.index.IndexUnavailable;
import java.io.IOException;
import org.opensearch.client.opensearch.core.SearchRequest;
import org.opensearch.client.opensearch.core.SearchResponse;

/** A search is answered by all shards and in time, or it is not answered. */
final class Answers {

    private Answers() {}

    static SearchRequest.Builder within(Deadline deadline, SearchRequest.Builder request) {
        var millis = deadline.left().toMillis();
        return request
                .timeout(millis + "ms")
                .cancelAfterTimeInterval(time -> time.time(millis + "ms"))
                .allowPartialSearchResults(false);
    }

    static void requireWhole(SearchResponse<?> response) {
        if (response.timedOut() || response.shards().failed() > 0) {
            var reason = response.timedOut() ? "timed out" : response.shards().failed() + " shards failed";
            throw new IndexUnavailable("OpenSearch: search " + reason, new IOException(reason));
        }
    }
}
