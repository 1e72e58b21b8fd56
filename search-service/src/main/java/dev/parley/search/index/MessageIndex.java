package dev.parley.search.index;

import java.util.Map;

/**
 * One generation of the full-text index. For use by many threads, and by several instances at once: whatever the order
 * in which they write, the newest state of each entity stays, and positions never go back.
 */
public interface MessageIndex {

    /**
     * Writes a batch. When this returns, its messages can be found and its memberships hold, here and on every other
     * instance, and only then does {@link #positions()} tell of it. Half a batch may be in after a failure; it does no
     * harm, and the batch can be written again.
     *
     * @throws IndexUnavailable if the engine does not answer, or not in time: try again later
     * @throws RefusedByIndex if the engine will not take one of the changes, however often it is tried
     */
    void apply(Batch batch);

    /** The next offset to read, by partition; partitions that nothing was read of are not in it. */
    Map<Integer, Long> positions();

    /**
     * What the caller may see and the query finds.
     *
     * @throws IndexUnavailable if the engine does not answer within the search's time-out
     */
    Results search(Search search);

    /** What the index holds and takes. */
    Size size();

    /** @param bytes on disk, as the engine counts */
    record Size(long messages, long bytes) {}
}
