package dev.parley.persistence.sync;

/** What a client gives back to be told the rest. It holds nothing secret, and is believed in nothing but its place. */
sealed interface SyncToken {

    /** All before {@code since} was told. */
    record Told(long history, Offsets since) implements SyncToken {}

    /** More pages of a round are to come. */
    record Underway(long history, Round round) implements SyncToken {}

    /** Made by a release that writes tokens in another form. */
    record Foreign() implements SyncToken {}
}
