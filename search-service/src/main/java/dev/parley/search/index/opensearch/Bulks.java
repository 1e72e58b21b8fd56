package dev.parley.search.index.opensearch;

import dev.parley.search.index.IndexUnavailable;
import dev.parley.search.index.RefusedByIndex;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch.core.BulkRequest;
import org.opensearch.client.opensearch.core.BulkResponse;
import org.springframework.util.unit.DataSize;

/** Bulk requests, and what becomes of each of their operations. */
final class Bulks {

    private final Calls calls;
    private final DataSize size;

    Bulks(Calls calls, DataSize size) {
        this.calls = calls;
        this.size = size;
    }

    /**
     * Returns once all of it is in, by this call or by somebody who wrote something newer.
     *
     * @param refreshes whether it can be found then
     * @throws IndexUnavailable if some of it may not be in, and may be later
     * @throws RefusedByIndex if some of it never will
     */
    void write(Writing writing, boolean refreshes) {
        for (var operations : writing.requests(size)) {
            check(send(BulkRequest.of(request -> request
                    .index(writing.alias())
                    .requireAlias(true)
                    .operations(operations))));
        }
        if (refreshes && !writing.isEmpty()) {
            refresh(writing.alias());
        }
    }

    /** What has been written to the index can be found from now on, on every copy of it. */
    void refresh(String alias) {
        var refreshed = calls.make(client -> client.indices().refresh(request -> request.index(alias)));
        if (refreshed.shards() != null && refreshed.shards().failed() > 0) {
            throw new IndexUnavailable("OpenSearch: shards not refreshed: " + refreshed.shards().failed(),
                    new IOException("refresh failed in part"));
        }
    }

    private BulkResponse send(BulkRequest request) {
        try {
            return calls.tryOut(client -> client.bulk(request));
        } catch (Refusal refusal) {
            throw refusal.isFinal()
                    ? refused(request.operations().size() + " documents", refusal)
                    : refusal.asUnavailable();
        }
    }

    /** A fault that may pass goes first: the batch will be written again, and then show what is refused. */
    private static void check(BulkResponse response) {
        @Nullable
        RefusedByIndex refused = null;
        for (var item : response.items()) {
            var error = item.error();
            if (error != null && item.status() != Refusal.CONFLICT) {
                var refusal = Refusal.of(item.status(), error);
                if (!refusal.isFinal()) {
                    throw refusal.asUnavailable();
                }
                refused = refused(String.valueOf(item.id()), refusal);
            }
        }
        if (refused != null) {
            throw refused;
        }
    }

    private static RefusedByIndex refused(String what, Refusal refusal) {
        return new RefusedByIndex("OpenSearch: " + what + ": " + refusal.getMessage(), refusal);
    }
}
