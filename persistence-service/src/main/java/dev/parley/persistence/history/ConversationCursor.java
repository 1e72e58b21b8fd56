package dev.parley.persistence.history;

import dev.parley.access.rest.ChatException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The last conversation of a page of the list, which is ordered by activity and id, latest first. */
record ConversationCursor(Instant activeAt, UUID conversationId) {

    private static final int BYTES = 3 * Long.BYTES;
    private static final ConversationCursor START = new ConversationCursor(Instant.parse("9999-12-31T23:59:59Z"),
            new UUID(-1, -1));

    /** @throws ChatException if the text is not a cursor of this list */
    static ConversationCursor parse(@Nullable String text) {
        if (text == null) {
            return START;
        }
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            return new ConversationCursor(
                    Instant.ofEpochMilli(bytes.getLong()), new UUID(bytes.getLong(), bytes.getLong()));
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            throw ChatException.invalid("cursor: not one of this list (expected: meta.nextCursor of the page before)");
        }
    }

    Timestamp timestamp() {
        return Timestamp.from(activeAt);
    }

    @Override
    public String toString() {
        var bytes = ByteBuffer.allocate(BYTES)
                .putLong(activeAt.toEpochMilli())
                .putLong(conversationId.getMostSignificantBits())
                .putLong(conversationId.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }
}
