package dev.parley.persistence.writer;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.parley.contracts.wire.Delivery;
import dev.parley.contracts.wire.Event;
import dev.parley.contracts.wire.Participant;
import dev.parley.persistence.conversation.Conversation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Hears all that is told, and works out from the facts alone who was in each conversation: nobody outside is told
 * anything of it, and who is in is told each change, in order and without holes.
 */
final class Witness {

    /** By conversation: its members, and the last change that each was told. */
    private final Map<ByteString, Map<String, Long>> conversations = new HashMap<>();

    void hear(Delivery delivery) {
        switch (delivery.getBodyCase()) {
            case EVENT -> {
                if (!delivery.getRepeated()) {
                    hear(delivery.getEvent(), delivery.getRecipientsList());
                }
            }
            case JOINED -> {
                var joined = delivery.getJoined();
                delivery.getRecipientsList().forEach(user -> members(joined.getConversationId())
                        .put(user, joined.getSeq()));
            }
            case ADVANCED -> tell(
                    delivery.getAdvanced().getConversationId(), delivery.getAdvanced().getSeq(),
                    delivery.getRecipientsList());
            case RECEIPT -> assertThat(members(delivery.getReceipt().getConversationId()).keySet())
                    .containsAll(delivery.getRecipientsList())
                    .contains(delivery.getReceipt().getUserId());
            case REJECTION -> assertThat(delivery.getRecipientsList()).hasSize(1);
            case BODY_NOT_SET -> throw new AssertionError("a delivery of nothing");
        }
    }

    void requireComplete(Conversation conversation) {
        var told = new TreeMap<String, Long>();
        conversation.members().ids().forEach(user -> told.put(user.value(), conversation.headSeq()));
        assertThat(members(conversation.id().toBytes())).isEqualTo(told);
    }

    private void hear(Event event, List<String> recipients) {
        var id = event.getConversationId();
        if (event.hasConversationCreated()) {
            event.getConversationCreated().getParticipantsList()
                    .forEach(participant -> members(id).put(participant.getUserId(), 0L));
            assertThat(Set.copyOf(recipients)).isEqualTo(members(id).keySet());
            return;
        }
        if (!event.hasMessageEdited() && !event.hasMessageDeleted()) {
            assertThat(Set.copyOf(recipients)).isEqualTo(members(id).keySet());
        }
        tell(id, event.getSeq(), recipients);
        if (event.hasParticipantRemoved()) {
            members(id).remove(event.getParticipantRemoved().getUserId());
        }
        if (event.hasConversationRenamed()) {
            assertThat(event.getConversationRenamed().getParticipantsList())
                    .extracting(Participant::getUserId)
                    .containsExactlyInAnyOrderElementsOf(members(id).keySet());
        }
    }

    private void tell(ByteString id, long seq, List<String> recipients) {
        for (var user : recipients) {
            var last = members(id).put(user, seq);
            assertThat(seq).as("told to " + user).isEqualTo(Objects.requireNonNull(last, "not in it") + 1);
        }
    }

    private Map<String, Long> members(ByteString id) {
        return conversations.computeIfAbsent(id, _ -> new TreeMap<>());
    }
}
