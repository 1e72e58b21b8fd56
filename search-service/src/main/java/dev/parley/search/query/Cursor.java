package dev.parley.search.query;

import dev.parley.access.rest.ChatException;
import dev.parley.contracts.ConversationId;
import dev.parley.search.index.Place;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/**
 * The last hit of a page, of one search and of no other.
 *
 * @param place where the next page goes on
 * @param search whose it is
 */
record Cursor(Place place, Fingerprint search) {

    private static final byte VERSION = 1;
    private static final int BYTES = 1 + 6 * Long.BYTES;

    /** @throws ChatException if the text is not a cursor of this search */
    static Cursor parse(String text, Fingerprint search) {
        var bytes = decoded(text);
        if (bytes.remaining() != BYTES || bytes.get() != VERSION || bytes.getLong() != search.value()) {
            throw foreign();
        }
        var score = bytes.getDouble();
        var sentAt = bytes.getLong();
        var conversationId = new ConversationId(new UUID(bytes.getLong(), bytes.getLong()));
        var seq = bytes.getLong();
        // Nobody is kept from making one up; it has to be one that an engine can take.
        if (!Double.isFinite(score) || score < 0 || !Times.isOnTheClock(sentAt) || seq < 1) {
            throw foreign();
        }
        return new Cursor(new Place(score, Instant.ofEpochMilli(sentAt), conversationId, seq), search);
    }

    private static ByteBuffer decoded(String text) {
        try {
            return ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            throw foreign();
        }
    }

    private static ChatException foreign() {
        return ChatException.invalid("cursor",
                "cursor: not of this search (expected: meta.nextCursor of the page before, with all but limit as it was)");
    }

    @Override
    public String toString() {
        var id = place.conversationId().value();
        var bytes = ByteBuffer.allocate(BYTES)
                .put(VERSION)
                .putLong(search.value())
                .putDouble(place.score())
                .putLong(place.sentAt().toEpochMilli())
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .putLong(place.seq());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }
}
