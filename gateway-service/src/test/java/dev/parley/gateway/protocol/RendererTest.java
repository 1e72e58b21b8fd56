package dev.parley.gateway.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.CommandId;
import dev.parley.contracts.ConversationId;
import dev.parley.contracts.MessageId;
import dev.parley.contracts.wire.Advanced;
import dev.parley.contracts.wire.Conversation;
import dev.parley.contracts.wire.ConversationKind;
import dev.parley.contracts.wire.Delivery;
import dev.parley.contracts.wire.Event;
import dev.parley.contracts.wire.Joined;
import dev.parley.contracts.wire.Mark;
import dev.parley.contracts.wire.Message;
import dev.parley.contracts.wire.Participant;
import dev.parley.contracts.wire.Participants;
import dev.parley.contracts.wire.Receipt;
import dev.parley.contracts.wire.Rejection;
import dev.parley.contracts.wire.Role;
import org.junit.jupiter.api.Test;

class RendererTest {

    private static final String CONVERSATION = "0190163d-8694-739b-aea5-966c26f8ad91";
    private static final String MESSAGE = "0190163d-8694-739b-aea5-966c26f8ad92";
    private static final long AT = 1_700_000_000_000L;

    @Test
    void rendersANewMessage() {
        var stored = message().setContent("Hé \"you\" 👋").setReplyTo(MessageId.parse(MESSAGE).toBytes());
        assertThat(shared(event().setMessageStored(stored))).isEqualTo("""
            message:new {"conversationId":"%s","seq":3,"changedSeq":4,"messageId":"%s","senderId":"alice",\
            "content":"Hé \\"you\\" 👋","replyTo":"%s","sentAt":"2023-11-14T22:13:20.000Z","status":"sent"}"""
                .formatted(CONVERSATION, MESSAGE, MESSAGE));
    }

    @Test
    void rendersADeletionWithoutContent() {
        assertThat(shared(event().setMessageDeleted(message().setDeletedAt(AT + 1)))).isEqualTo(
                """
                    message:deleted {"conversationId":"%s","seq":3,"changedSeq":4,"messageId":"%s","senderId":"alice",\
                    "content":null,"sentAt":"2023-11-14T22:13:20.000Z","deletedAt":"2023-11-14T22:13:20.001Z","status":"sent"}"""
                        .formatted(CONVERSATION, MESSAGE));
    }

    @Test
    void rendersAnEdit() {
        assertThat(shared(event().setMessageEdited(message().setContent("x").setEditedAt(AT + 20))))
                .startsWith("message:edited ")
                .contains("\"editedAt\":\"2023-11-14T22:13:20.020Z\"");
    }

    @Test
    void rendersTheMarkThatMoved() {
        var receipt = Receipt.newBuilder()
                .setConversationId(ConversationId.parse(CONVERSATION).toBytes())
                .setUserId("bob")
                .setDeliveredSeq(9)
                .setReadSeq(7)
                .setAt(AT);
        assertThat(shared(Delivery.newBuilder().setReceipt(receipt.setMoved(Mark.MARK_DELIVERED)))).isEqualTo("""
            message:delivered {"conversationId":"%s","userId":"bob","seq":9,"at":"2023-11-14T22:13:20.000Z"}"""
                .formatted(CONVERSATION));
        assertThat(shared(Delivery.newBuilder().setReceipt(receipt.setMoved(Mark.MARK_READ))))
                .startsWith("message:read ")
                .contains("\"seq\":7");
    }

    @Test
    void rendersARefusal() {
        var rejection = Rejection.newBuilder()
                .setCommandId(CommandId.parse(MESSAGE).toBytes())
                .setConversationId(ConversationId.parse(CONVERSATION).toBytes())
                .setCode("CHAT_CONVERSATION_NOT_FOUND")
                .setMessage("no such conversation");
        assertThat(shared(Delivery.newBuilder().setRejection(rejection))).isEqualTo("""
            command:rejected {"commandId":"%s","conversationId":"%s","code":"CHAT_CONVERSATION_NOT_FOUND",\
            "message":"no such conversation"}""".formatted(MESSAGE, CONVERSATION));
    }

    @Test
    void rendersADirectConversationTheSameForBoth() {
        var conversation = conversation(ConversationKind.CONVERSATION_KIND_DIRECT);
        assertThat(shared(event().setSeq(0).setConversationCreated(conversation))).isEqualTo("""
            conversation:created {"conversationId":"%s","kind":"direct","seq":0,"visibleFrom":1,"unread":0,\
            "readSeq":0,"deliveredSeq":0,"createdAt":"2023-11-14T22:13:20.000Z","participants":[\
            {"userId":"alice","deliveredSeq":0,"readSeq":0},{"userId":"bob","deliveredSeq":0,"readSeq":0}]}"""
                .formatted(CONVERSATION));
    }

    @Test
    void rendersAGroupForEachOfItsMembers() {
        var conversation = conversation(ConversationKind.CONVERSATION_KIND_GROUP)
                .addParticipants(Participant.newBuilder().setUserId("carl").setRole(Role.ROLE_MEMBER))
                .setTitle("Climbing");
        var views = personal(event().setSeq(0).setConversationCreated(conversation));
        assertThat(text(views.of().apply("alice"))).isEqualTo("""
            conversation:created {"conversationId":"%s","kind":"group","title":"Climbing","seq":0,"visibleFrom":1,\
            "unread":0,"readSeq":0,"deliveredSeq":0,"createdAt":"2023-11-14T22:13:20.000Z","participantCount":3,\
            "role":"owner"}""".formatted(CONVERSATION));
        assertThat(text(views.of().apply("bob"))).contains("\"role\":\"member\"");
        assertThat(views.of().apply("carl")).isSameAs(views.of().apply("bob"));
    }

    @Test
    void rendersAGroupForThoseWhoCameLater() {
        var joined = Joined.newBuilder()
                .setConversationId(ConversationId.parse(CONVERSATION).toBytes())
                .setSeq(17)
                .setAt(AT + 5)
                .setKind(ConversationKind.CONVERSATION_KIND_GROUP)
                .setTitle("Climbing")
                .setCreatedAt(AT)
                .setParticipantCount(4);
        assertThat(shared(Delivery.newBuilder().setJoined(joined))).isEqualTo("""
            conversation:created {"conversationId":"%s","kind":"group","title":"Climbing","seq":17,"visibleFrom":17,\
            "unread":0,"readSeq":17,"deliveredSeq":17,"createdAt":"2023-11-14T22:13:20.000Z","participantCount":4,\
            "role":"member"}""".formatted(CONVERSATION));
    }

    @Test
    void rendersATitle() {
        var renamed = Conversation.newBuilder().setTitle("Hé \"you\"");
        assertThat(shared(event().setConversationRenamed(renamed))).isEqualTo(
                "conversation:updated {\"conversationId\":\"%s\",\"seq\":3,\"title\":\"Hé \\\"you\\\"\"}"
                        .formatted(CONVERSATION));
    }

    @Test
    void rendersThoseWhoWereAdded() {
        var added = Participants.newBuilder()
                .addParticipants(Participant.newBuilder().setUserId("carl"))
                .addParticipants(Participant.newBuilder().setUserId("dora"));
        assertThat(shared(event().setParticipantsAdded(added))).isEqualTo(
                "conversation:updated {\"conversationId\":\"%s\",\"seq\":3,\"added\":[\"carl\",\"dora\"]}"
                        .formatted(CONVERSATION));
    }

    @Test
    void tellsTheOneWhoWasRemovedSomethingElseThanThoseWhoStay() {
        var views = personal(event().setParticipantRemoved(Participant.newBuilder().setUserId("carl")));
        assertThat(text(views.of().apply("carl")))
                .isEqualTo("conversation:removed {\"conversationId\":\"%s\",\"seq\":3}".formatted(CONVERSATION));
        assertThat(text(views.of().apply("alice"))).isEqualTo(
                "conversation:updated {\"conversationId\":\"%s\",\"seq\":3,\"removed\":[\"carl\"]}"
                        .formatted(CONVERSATION));
        assertThat(views.of().apply("alice")).isSameAs(views.of().apply("bob"));
    }

    @Test
    void tellsWhoOwnsTheGroupOnceItsLastOwnerIsGone() {
        var views = personal(event().setParticipantRemoved(Participant.newBuilder().setUserId("carl"))
                .setSuccessor(Participant.newBuilder().setUserId("bob").setRole(Role.ROLE_OWNER)));
        assertThat(text(views.of().apply("alice"))).endsWith("\"removed\":[\"carl\"],\"owner\":\"bob\"}");
        assertThat(text(views.of().apply("carl"))).doesNotContain("bob");
    }

    @Test
    void rendersAChangeThatItsRecipientMayNotSee() {
        var advanced = Advanced.newBuilder().setConversationId(ConversationId.parse(CONVERSATION).toBytes()).setSeq(9);
        assertThat(shared(Delivery.newBuilder().setAdvanced(advanced)))
                .isEqualTo("conversation:advanced {\"conversationId\":\"%s\",\"seq\":9}".formatted(CONVERSATION));
    }

    @Test
    void saysThatItCannotSayWhatItDoesNotKnow() {
        assertUnsayable(Delivery.newBuilder());
        assertUnsayable(Delivery.newBuilder().setEvent(event()));
        assertUnsayable(Delivery.newBuilder().setEvent(event().setParticipantChanged(Participant.newBuilder())));
        assertUnsayable(Delivery.newBuilder().setReceipt(Receipt.newBuilder().setMovedValue(9)));
        assertUnsayable(Delivery.newBuilder().setJoined(
                Joined.newBuilder().setConversationId(event().getConversationId()).setKindValue(9)));
        assertUnsayable(Delivery.newBuilder().setEvent(
                event().setConversationCreated(Conversation.newBuilder().setKindValue(9))));
    }

    private static void assertUnsayable(Delivery.Builder delivery) {
        assertThat(Renderer.render(delivery.build())).isInstanceOf(Rendered.Unsayable.class);
    }

    private static Rendered.Personal personal(Event.Builder event) {
        return (Rendered.Personal) Renderer.render(Delivery.newBuilder().setEvent(event).build());
    }

    private static Event.Builder event() {
        return Event.newBuilder().setConversationId(ConversationId.parse(CONVERSATION).toBytes()).setSeq(3).setAt(AT);
    }

    private static Message.Builder message() {
        return Message.newBuilder()
                .setMessageId(MessageId.parse(MESSAGE).toBytes())
                .setSeq(3)
                .setChangedSeq(4)
                .setSenderId("alice")
                .setSentAt(AT);
    }

    private static Conversation.Builder conversation(ConversationKind kind) {
        return Conversation.newBuilder()
                .setKind(kind)
                .setCreatedAt(AT)
                .addParticipants(Participant.newBuilder().setUserId("alice").setRole(Role.ROLE_OWNER))
                .addParticipants(Participant.newBuilder().setUserId("bob").setRole(Role.ROLE_MEMBER));
    }

    private static String shared(Event.Builder event) {
        return shared(Delivery.newBuilder().setEvent(event));
    }

    private static String shared(Delivery.Builder delivery) {
        return text(((Rendered.Shared) Renderer.render(delivery.build())).event());
    }

    private static String text(ServerEvent event) {
        return event.name().wireName() + " " + new String(event.data(), UTF_8);
    }
}
