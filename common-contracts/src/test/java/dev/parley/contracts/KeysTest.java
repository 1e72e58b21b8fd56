package dev.parley.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.contracts.wire.Conversation;
import dev.parley.contracts.wire.Event;
import dev.parley.contracts.wire.Message;
import dev.parley.contracts.wire.Notification;
import dev.parley.contracts.wire.Participant;
import dev.parley.contracts.wire.Participants;
import dev.parley.contracts.wire.Receipt;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class KeysTest {

    private static final ConversationId CONVERSATION = ConversationId.parse("884a4521-52d3-8f04-8cc0-51df8f708aff");
    private static final String CONVERSATION_HEX = "884a452152d38f048cc051df8f708aff";
    private static final MessageId MESSAGE = MessageId.parse("0190163d-8694-739b-aea5-966c26f8ad91");
    private static final String MESSAGE_HEX = "0190163d8694739baea5966c26f8ad91";

    @Test
    void keysACommandByItsConversation() {
        assertThat(HexFormat.of().formatHex(RecordKeys.command(CONVERSATION))).isEqualTo(CONVERSATION_HEX);
    }

    @Test
    void keysAnEventByItsEntitySoThatTheLastStateOfEachStays() {
        var message = Message.newBuilder().setMessageId(MESSAGE.toBytes());
        var alice = Participant.newBuilder().setUserId("alice");
        assertThat(key(event().setMessageStored(message))).isEqualTo(CONVERSATION_HEX + "6d" + MESSAGE_HEX);
        assertThat(key(event().setMessageEdited(message))).isEqualTo(CONVERSATION_HEX + "6d" + MESSAGE_HEX);
        assertThat(key(event().setMessageDeleted(message))).isEqualTo(CONVERSATION_HEX + "6d" + MESSAGE_HEX);
        assertThat(key(event().setConversationCreated(Conversation.getDefaultInstance())))
                .isEqualTo(CONVERSATION_HEX + "63");
        assertThat(key(event().setConversationRenamed(Conversation.getDefaultInstance())))
                .isEqualTo(CONVERSATION_HEX + "63");
        assertThat(key(event().setParticipantsAdded(Participants.newBuilder().addParticipants(alice))))
                .isEqualTo(CONVERSATION_HEX + "75616c696365");
        assertThat(key(event().setParticipantRemoved(alice))).isEqualTo(CONVERSATION_HEX + "75616c696365");
        assertThat(key(event().setParticipantChanged(alice))).isEqualTo(CONVERSATION_HEX + "75616c696365");
    }

    @Test
    void hasNoKeyForSeveralEntitiesOrNone() {
        var two = Participants.newBuilder()
                .addParticipants(Participant.getDefaultInstance())
                .addParticipants(Participant.getDefaultInstance());
        assertThatIllegalArgumentException().isThrownBy(() -> key(event().setParticipantsAdded(two)));
        assertThatIllegalArgumentException().isThrownBy(() -> key(event()));
    }

    @Test
    void keysAReceiptByItsMember() {
        var receipt = Receipt.newBuilder().setConversationId(CONVERSATION.toBytes()).setUserId("bob").build();
        assertThat(HexFormat.of().formatHex(RecordKeys.receipt(receipt))).isEqualTo(CONVERSATION_HEX + "75626f62");
    }

    @Test
    void keysANotificationByMessageAndUser() {
        var notification = Notification.newBuilder()
                .setConversationId(CONVERSATION.toBytes())
                .setSeq(7)
                .setUserId("bob")
                .build();
        assertThat(HexFormat.of().formatHex(RecordKeys.notification(notification)))
                .isEqualTo(CONVERSATION_HEX + "0000000000000007" + "75626f62");
    }

    @Test
    void namesWhatIsInRedis() {
        assertThat(RedisKeys.mailbox(new GatewayId("g-1"))).isEqualTo("mailbox:{g-1}");
        assertThat(RedisKeys.route(new UserId("alice"))).isEqualTo("route:{alice}");
        assertThat(RedisKeys.GATEWAYS).isEqualTo("gateways");
        assertThat(RedisKeys.ENTRY_FIELD).isEqualTo("e");
    }

    private static Event.Builder event() {
        return Event.newBuilder().setConversationId(CONVERSATION.toBytes());
    }

    private static String key(Event.Builder event) {
        return HexFormat.of().formatHex(RecordKeys.event(event.build()));
    }
}
