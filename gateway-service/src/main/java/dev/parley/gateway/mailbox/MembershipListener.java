package dev.parley.gateway.mailbox;

import dev.parley.contracts.ConversationId;

/** Wants to know when who is in a conversation has changed. */
@FunctionalInterface
public interface MembershipListener {

    /**
     * Comes before any client of this gateway is told, for each change that reaches this gateway: one member of the
     * conversation is connected to it, or was a moment ago. What is lost on the way is not made up for, so nothing that
     * follows from this may be kept for long.
     *
     * <p>Called on the thread that follows the mailbox: it must not block, and must not throw.
     */
    void membersChanged(ConversationId conversationId);
}
