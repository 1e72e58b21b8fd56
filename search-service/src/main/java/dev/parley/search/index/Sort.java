package dev.parley.search.index;

/** Which hits come first. */
public enum Sort {
    /** By {@code sentAt}. */
    NEWEST,
    /**
     * By how well the text fits: those that hold the query's words as one phrase before all others, then by how often
     * and how densely. The score of a message follows from its text and the query alone, so that it is the same on
     * every page; equals come newest first.
     */
    BEST
}
