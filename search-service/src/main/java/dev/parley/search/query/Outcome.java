package dev.parley.search.query;

/** What became of a search; each has one. */
enum Outcome {
    /** A page with hits. */
    FOUND,
    /** A page without any. */
    NOTHING,
    /** It was not a search, or there was nothing left to search for. */
    REFUSED,
    /** Too many at once, all in all or of this user. */
    BUSY,
    /** The index lacks too much of what has happened. */
    STALE,
    /** The index did not answer. */
    AWAY,
    /** The index did not answer in time. */
    LATE,
    /** A bug. */
    FAILED
}
