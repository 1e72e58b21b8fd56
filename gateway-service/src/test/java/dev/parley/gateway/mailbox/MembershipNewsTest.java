package dev.parley.gateway.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.UserId;
import dev.parley.contracts.wire.Advanced;
import dev.parley.contracts.wire.Conversation;
import dev.parley.contracts.wire.Delivery;
import dev.parley.contracts.wire.Event;
import dev.parley.contracts.wire.Joined;
import dev.parley.contracts.wire.Message;
import dev.parley.contracts.wire.Participant;
import dev.parley.contracts.wire.Participants;
import dev.parley.contracts.wire.Receipt;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MembershipNewsTest {

    private static final ConversationId ID = ConversationId.direct(new UserId("alice"), new UserId("bob"));

    private final List<ConversationId> changed = new ArrayList<>();
    private final MembershipNews news = new MembershipNews(List.of(changed::add, changed::add));

    @Test
    void tellsEveryListenerWhoseConversationHasOtherMembersNow() {
        pass(Delivery.newBuilder().setJoined(Joined.newBuilder().setConversationId(ID.toBytes())));
        pass(event().setConversationCreated(Conversation.getDefaultInstance()));
        pass(event().setParticipantsAdded(Participants.getDefaultInstance()));
        pass(event().setParticipantRemoved(Participant.getDefaultInstance()));
        assertThat(changed).hasSize(8).containsOnly(ID);
    }

    @Test
    void saysNothingOfOtherChanges() {
        pass(event().setMessageStored(Message.getDefaultInstance()));
        pass(event().setConversationRenamed(Conversation.getDefaultInstance()));
        pass(Delivery.newBuilder().setReceipt(Receipt.getDefaultInstance()));
        pass(Delivery.newBuilder().setAdvanced(Advanced.getDefaultInstance()));
        pass(Delivery.newBuilder());
        assertThat(changed).isEmpty();
    }

    private static Event.Builder event() {
        return Event.newBuilder().setConversationId(ID.toBytes());
    }

    private void pass(Event.Builder event) {
        pass(Delivery.newBuilder().setEvent(event));
    }

    private void pass(Delivery.Builder delivery) {
        news.pass(delivery.build());
    }
}
