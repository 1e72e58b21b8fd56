package dev.parley.persistence.store;

import dev.parley.contracts.ConversationId;
import dev.parley.persistence.conversation.Conversation;
import dev.parley.persistence.conversation.Member;
import dev.parley.persistence.conversation.StoredMessage;
import java.util.List;

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

    public record ChangedMember(ConversationId conversationId, Member member) {}

    public record OfConversation(ConversationId conversationId, StoredMessage message) {}
}
