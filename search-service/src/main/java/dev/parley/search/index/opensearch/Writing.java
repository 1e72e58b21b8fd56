package dev.parley.search.index.opensearch;

import java.util.ArrayList;
import java.util.List;
import org.opensearch.client.opensearch._types.VersionType;
import org.opensearch.client.opensearch.core.bulk.BulkOperation;
import org.opensearch.client.opensearch.core.bulk.IndexOperation;
import org.springframework.util.unit.DataSize;

/** Documents for one index, in the order of the log. */
final class Writing {

    /** What a document costs besides its text: ids, numbers, names of fields. */
    private static final int DOCUMENT_BYTES = 500;
    /** Of a character, at most three bytes in the content and three in its words. */
    private static final int CHARACTER_BYTES = 6;

    private final String alias;
    private final List<Item> items = new ArrayList<>();

    /** An operation and about how large it is. */
    private record Item(BulkOperation operation, long bytes) {}

    Writing(String alias) {
        this.alias = alias;
    }

    String alias() {
        return alias;
    }

    boolean isEmpty() {
        return items.isEmpty();
    }

    <T> void add(String id, String routing, long version, T document, int characters) {
        var operation = new IndexOperation.Builder<T>()
                .id(id)
                .routing(routing)
                .version(version)
                .versionType(VersionType.External)
                .document(document)
                .build();
        items.add(new Item(
                operation._toBulkOperation(), DOCUMENT_BYTES + (long) CHARACTER_BYTES * characters));
    }

    /** In requests of about that size; each holds one operation at least. */
    List<List<BulkOperation>> requests(DataSize size) {
        var requests = new ArrayList<List<BulkOperation>>();
        var filled = size.toBytes();
        for (var item : items) {
            if (filled + item.bytes() > size.toBytes()) {
                requests.add(new ArrayList<>());
                filled = 0;
            }
            requests.getLast().add(item.operation());
            filled += item.bytes();
        }
        return requests;
    }
}
