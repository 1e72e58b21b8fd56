package dev.parley.load.search;

import dev.parley.load.wire.Content;
import dev.parley.load.wire.MessageId;
import dev.parley.load.wire.UserId;
import java.util.UUID;

/**
 * A message that holds a word which no other message has.
 *
 * @param sentAt by {@link System#nanoTime}, like all moments here
 */
record Marked(MessageId id, UserId sender, String word, long sentAt) {

    static Marked by(UserId sender) {
        var word = "mark" + UUID.randomUUID().toString().replace("-", "");
        return new Marked(new MessageId(UUID.randomUUID()), sender, word, System.nanoTime());
    }

    Content content() {
        return new Content("to be found by " + word);
    }

    /** The sender has heard that it is stored: from here on it is searched for. */
    record Stored(Marked message, long at) {}
}
