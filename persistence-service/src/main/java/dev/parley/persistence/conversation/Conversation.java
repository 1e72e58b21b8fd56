package dev.parley.persistence.conversation;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.UserId;
import dev.parley.persistence.conversation.Outcome.MarkMoved;
import java.time.Instant;

/**
 * A conversation as the fold sees it.
 *
 * @param headSeq the last change; 0 before the first
 * @param activeAt when the newest message was sent, or the conversation was made
 */
public record Conversation(
        ConversationId id, Profile profile, long headSeq, Instant activeAt, Members members, Messages messages) {

    static Conversation created(ConversationId id, Profile profile, Members members) {
        return new Conversation(id, profile, 0, profile.createdAt(), members, Messages.none());
    }

    long nextSeq() {
        return headSeq + 1;
    }

    public boolean isGroup() {
        return profile instanceof Profile.Group;
    }

    /** What a mark of this user passes if it moves to {@code seq}; nothing where they are not in it. */
    public SeqRange passing(UserId userId, MarkMoved.Kind kind, long seq) {
        var member = members.get(userId);
        return member == null ? new SeqRange(seq, seq) : member.passing(kind, seq);
    }

    public Conversation with(StoredMessage message) {
        var head = Math.max(headSeq, message.text().changedSeq());
        var active = message.birth().sentAt().isAfter(activeAt) ? message.birth().sentAt() : activeAt;
        var known = messages.with(message);
        return new Conversation(
                id, profile, head, active, members,
                isGroup() ? known.withSender(message.seq(), message.senderId()) : known);
    }

    public Conversation with(Member member) {
        return new Conversation(id, profile, headSeq, activeAt, members.with(member), messages);
    }

    public Conversation withSender(long seq, UserId senderId) {
        return new Conversation(id, profile, headSeq, activeAt, members, messages.withSender(seq, senderId));
    }

    /** A change of who is in it, which takes the next {@code seq}. */
    Conversation next(Members newMembers) {
        return new Conversation(id, profile, nextSeq(), activeAt, newMembers, messages);
    }

    /** A change of what it is, which takes the next {@code seq}. */
    Conversation next(Profile newProfile) {
        return new Conversation(id, newProfile, nextSeq(), activeAt, members, messages);
    }
}
