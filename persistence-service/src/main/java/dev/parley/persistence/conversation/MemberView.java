package dev.parley.persistence.conversation;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.MessageId;
import dev.parley.contracts.UserId;

/** A conversation through the eyes of one of its members; holding one proves that they are in it. */
record MemberView(Conversation conversation, Member member) {

    /** @throws IllegalArgumentException if {@code userId} is not in the conversation */
    MemberView(Conversation conversation, UserId userId) {
        var member = conversation.members().get(userId);
        if (member == null) {
            throw new IllegalArgumentException("userId: not in the conversation (expected: a member)");
        }
        this(conversation, member);
    }

    StoredMessage message(MessageId messageId) {
        var message = conversation.messages().get(messageId);
        if (message == null || !member.sees(message.seq())) {
            throw new Refusal(
                    ErrorCode.CHAT_MESSAGE_NOT_FOUND,
                    "messageId: " + messageId + " (expected: a message of this conversation)");
        }
        return message;
    }

    StoredMessage ownMessage(MessageId messageId) {
        var message = message(messageId);
        if (!message.senderId().equals(member.userId())) {
            throw new Refusal(ErrorCode.CHAT_NOT_THE_SENDER, "only its sender may change a message");
        }
        return message;
    }
}
