package dev.parley.persistence.sync;

/**
 * One telling of all that changed since a point, over as many pages as it takes.
 *
 * <p>The next round begins at the snapshot of this one's first page, and not of its last: a conversation of an early
 * page that changes while later pages are read is told by the next round. What a later page has told already is then
 * told once more, as it is by then.
 *
 * @param first tells everything there is, to a client that holds nothing
 * @param since all before it was told by earlier rounds
 * @param until of the snapshot of the first page: where the next round begins
 */
record Round(boolean first, Offsets since, Offsets until, Position position) {

    static Round first(Offsets now) {
        return new Round(true, Offsets.zero(now.partitions()), now, Position.START);
    }

    static Round since(Offsets since, Offsets now) {
        return new Round(false, since, now, Position.START);
    }

    Round at(Position next) {
        return new Round(first, since, until, next);
    }
}
