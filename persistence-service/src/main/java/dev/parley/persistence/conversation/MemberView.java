package dev.parley.persistence.conversation;

import dev.parley.contracts.Command;
import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.MessageId;
import org.jspecify.annotations.Nullable;

/** A conversation through the eyes of one of its members; holding one proves that they are in it. */
record MemberView(Conversation conversation, Member member) {

    /** One answer for "there is none" and "you are not in it": the difference is nobody's business. */
    static MemberView of(@Nullable Conversation conversation, Command command) {
        var member = conversation == null ? null : conversation.members().get(command.userId());
        if (conversation == null || member == null) {
            throw new Refusal(
                    ErrorCode.CHAT_CONVERSATION_NOT_FOUND,
                    "conversationId: " + command.conversationId() + " (expected: a conversation that you are in)");
        }
        return new MemberView(conversation, member);
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
