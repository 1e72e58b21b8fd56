package dev.parley.search.index.opensearch;

import dev.parley.search.index.IndexUnavailable;
import java.io.IOException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch._types.OpType;
import org.opensearch.client.opensearch.core.GetResponse;
import org.opensearch.client.opensearch.core.IndexRequest;

/** The one document of the catalog: read as it is at this moment, and replaced only if it is still what was read. */
final class CatalogStore {

    private static final String ID = "generations";
    private static final int MOST_TRIES = 100;

    private final Calls calls;
    private final Indexes indexes;
    private final String index;

    CatalogStore(Calls calls, Indexes indexes, String index) {
        this.calls = calls;
        this.indexes = indexes;
        this.index = index;
    }

    CatalogDocument read() {
        return held().catalog();
    }

    /** What is there now, and whether this step has made it so. */
    record Outcome(CatalogDocument catalog, boolean changed) {}

    /** @param step gives back what it was given if there is nothing to change */
    Outcome change(UnaryOperator<CatalogDocument> step) {
        for (var tries = 0; tries < MOST_TRIES; tries++) {
            var held = held();
            var next = step.apply(held.catalog());
            var changed = !next.equals(held.catalog());
            if (!changed || replace(held, next)) {
                return new Outcome(next, changed);
            }
        }
        var reason = "catalog replaced by others " + MOST_TRIES + " times in a row";
        throw new IndexUnavailable("OpenSearch: " + reason, new IOException(reason));
    }

    private Held held() {
        try {
            return Held.of(calls.tryOut(client -> client.get(get -> get.index(index).id(ID), CatalogDocument.class)));
        } catch (Refusal refusal) {
            if (refusal.status() == Refusal.NOT_FOUND) {
                return Held.NOTHING;
            }
            throw refusal.asUnavailable();
        }
    }

    private boolean replace(Held held, CatalogDocument next) {
        if (held == Held.NOTHING) {
            indexes.createCatalog(index);
        }
        try {
            var request = held.replacedBy(next).index(index).id(ID).requireAlias(true).build();
            calls.tryOut(client -> client.index(request));
            return true;
        } catch (Refusal refusal) {
            if (refusal.status() == Refusal.CONFLICT) {
                return false;
            }
            throw refusal.asUnavailable();
        }
    }

    /** The document and where it stands in the history of its index; null where there is none. */
    private record Held(CatalogDocument catalog, @Nullable Long seqNo, @Nullable Long primaryTerm) {

        static final Held NOTHING = new Held(CatalogDocument.EMPTY, null, null);

        static Held of(GetResponse<CatalogDocument> answer) {
            var catalog = answer.source();
            return catalog == null ? NOTHING : new Held(catalog, answer.seqNo(), answer.primaryTerm());
        }

        IndexRequest.Builder<CatalogDocument> replacedBy(CatalogDocument next) {
            var request = new IndexRequest.Builder<CatalogDocument>().document(next);
            return seqNo == null ? request.opType(OpType.Create) : request.ifSeqNo(seqNo).ifPrimaryTerm(primaryTerm);
        }
    }
}
