package dev.parley.persistence.store;

import dev.parley.contracts.ConversationId;
import dev.parley.persistence.conversation.Conversation;
import dev.parley.persistence.conversation.Member;
import dev.parley.persistence.conversation.StoredMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The difference that a batch makes, in rows. */
public record Changes(
        List<ChangedConversation> conversations,
        List<ChangedMember> members,
        List<OfConversation> born,
        List<OfConversation> altered,
        List<Refusal> refusals,
        List<Progress> progress) {

    /** @param offset of the last record that changed it */
    public record ChangedConversation(Conversation conversation, int partition, long offset) {}

    /** @param left null while they are in it */
    public record ChangedMember(ConversationId conversationId, Member member, @Nullable Left left) {}

    /** @param offset of the last record of the batch that changed the conversation */
    public record Left(long seq, long offset) {}

    /** @param offset of the last record of the batch that changed the conversation */
    public record OfConversation(ConversationId conversationId, StoredMessage message, long offset) {}
}
