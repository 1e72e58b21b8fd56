package dev.parley.persistence.conversation;

import dev.parley.contracts.MessageId;
import dev.parley.contracts.UserId;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * What the commands at hand need to know of a conversation's messages; never all of them.
 *
 * @param byId those that the commands speak of
 * @param senders by {@code seq}, of the messages that marks in a group pass
 */
public record Messages(PMap<MessageId, StoredMessage> byId, PMap<Long, UserId> senders) {

    private static final Messages NONE = new Messages(HashTreePMap.empty(), HashTreePMap.empty());

    public static Messages none() {
        return NONE;
    }

    public @Nullable StoredMessage get(MessageId messageId) {
        return byId.get(messageId);
    }

    Messages with(StoredMessage message) {
        return new Messages(byId.plus(message.messageId(), message), senders);
    }

    Messages withSender(long seq, UserId senderId) {
        return new Messages(byId, senders.plus(seq, senderId));
    }
}
