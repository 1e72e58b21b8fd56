package dev.parley.persistence.conversation;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.MessageId;
import dev.parley.contracts.UserId;
import java.time.Instant;
import java.util.List;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * A direct conversation as the fold sees it.
 *
 * @param headSeq the last change; 0 before the first
 * @param activeAt when the newest message was sent, or the conversation was made
 * @param messages those that the commands at hand speak of, not all
 */
public record Conversation(
        ConversationId id,
        Instant createdAt,
        long headSeq,
        Instant activeAt,
        PMap<UserId, Member> members,
        PMap<MessageId, StoredMessage> messages) {

    static Conversation direct(ConversationId id, Instant createdAt, UserId creator, UserId other) {
        PMap<UserId, Member> members = HashTreePMap.empty();
        for (var userId : List.of(creator, other)) {
            members = members.plus(userId, Member.joining(userId, 0));
        }
        return new Conversation(id, createdAt, 0, createdAt, members, HashTreePMap.empty());
    }

    long nextSeq() {
        return headSeq + 1;
    }

    public Conversation with(StoredMessage message) {
        var head = Math.max(headSeq, message.text().changedSeq());
        var active = message.birth().sentAt().isAfter(activeAt) ? message.birth().sentAt() : activeAt;
        return new Conversation(id, createdAt, head, active, members, messages.plus(message.messageId(), message));
    }

    public Conversation with(Member member) {
        return new Conversation(id, createdAt, headSeq, activeAt, members.plus(member.userId(), member), messages);
    }
}
