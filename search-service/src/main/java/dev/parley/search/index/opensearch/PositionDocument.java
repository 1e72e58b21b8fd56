package dev.parley.search.index.opensearch;

/**
 * How far a partition of the log has been read.
 *
 * @param offset the next one; the version of the document as well, so it never goes back
 */
record PositionDocument(int partition, long offset) {

    /** All positions lie in one shard. */
    static final String ROUTING = "positions";

    String id() {
        return "position/" + partition;
    }
}
