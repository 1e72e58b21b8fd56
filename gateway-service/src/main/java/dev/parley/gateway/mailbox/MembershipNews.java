package dev.parley.gateway.mailbox;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.wire.Delivery;
import java.util.List;

/** Tells the rest of the gateway of deliveries by which members came or went. */
final class MembershipNews {

    private final List<MembershipListener> listeners;

    MembershipNews(List<MembershipListener> listeners) {
        this.listeners = List.copyOf(listeners);
    }

    /** @throws IllegalArgumentException if the conversation's id is not one */
    void pass(Delivery delivery) {
        switch (delivery.getBodyCase()) {
            case JOINED -> tell(ConversationId.ofBytes(delivery.getJoined().getConversationId()));
            case EVENT -> {
                var event = delivery.getEvent();
                switch (event.getBodyCase()) {
                    case CONVERSATION_CREATED, PARTICIPANTS_ADDED, PARTICIPANT_REMOVED ->
                        tell(ConversationId.ofBytes(event.getConversationId()));
                    case MESSAGE_STORED,
                            MESSAGE_EDITED,
                            MESSAGE_DELETED,
                            CONVERSATION_RENAMED,
                            PARTICIPANT_CHANGED,
                            BODY_NOT_SET ->
                        {}
                }
            }
            case RECEIPT, REJECTION, ADVANCED, BODY_NOT_SET -> {}
        }
    }

    private void tell(ConversationId conversationId) {
        listeners.forEach(listener -> listener.membersChanged(conversationId));
    }
}
