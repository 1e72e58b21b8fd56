package dev.parley.contracts;

import com.google.protobuf.ByteString;
import com.google.protobuf.MessageLite;
import dev.parley.contracts.Command.AddParticipants;
import dev.parley.contracts.Command.CreateDirect;
import dev.parley.contracts.Command.CreateGroup;
import dev.parley.contracts.Command.DeleteMessage;
import dev.parley.contracts.Command.EditMessage;
import dev.parley.contracts.Command.MarkDelivered;
import dev.parley.contracts.Command.MarkRead;
import dev.parley.contracts.Command.RemoveParticipant;
import dev.parley.contracts.Command.RenameConversation;
import dev.parley.contracts.Command.SendMessage;
import dev.parley.contracts.wire.Advanced;
import dev.parley.contracts.wire.Conversation;
import dev.parley.contracts.wire.ConversationKind;
import dev.parley.contracts.wire.Delivery;
import dev.parley.contracts.wire.Event;
import dev.parley.contracts.wire.MailboxEntry;
import dev.parley.contracts.wire.Joined;
import dev.parley.contracts.wire.Mark;
import dev.parley.contracts.wire.Message;
import dev.parley.contracts.wire.Notification;
import dev.parley.contracts.wire.Participant;
import dev.parley.contracts.wire.Participants;
import dev.parley.contracts.wire.Receipt;
import dev.parley.contracts.wire.Rejection;
import dev.parley.contracts.wire.Role;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One of each kind of record, by the name of the file that has its bytes. */
final class Specimens {

    private static final MessageId MESSAGE = MessageId.parse("0190163d-8694-739b-aea5-966c26f8ad91");
    private static final MessageId REPLIED = MessageId.parse("0190163d-8694-739b-aea5-966c26f8ad90");
    private static final ConversationId CONVERSATION = ConversationId.parse("884a4521-52d3-8f04-8cc0-51df8f708aff");
    private static final UserId ALICE = new UserId("alice");
    private static final UserId BOB = new UserId("bób");
    private static final long AT = 1_793_527_200_123L;

    private Specimens() {}

    static Map<String, Command> commands() {
        var all = new LinkedHashMap<String, Command>();
        all.put("command-send", command("s-1", new SendMessage(MESSAGE, new Content("Hé 👋"), BOB, REPLIED)));
        all.put("command-send-by-conversation", command("s-1", new SendMessage(MESSAGE, new Content("x"), null, null)));
        all.put("command-edit", command("s-1", new EditMessage(MESSAGE, new Content("edited"))));
        all.put("command-delete", command("s-1", new DeleteMessage(MESSAGE)));
        all.put("command-delivered", command("s-1", new MarkDelivered(300)));
        all.put("command-read", command(null, new MarkRead(299)));
        all.put("command-create-direct", command(null, new CreateDirect(BOB)));
        all.put("command-create-group", command(null, new CreateGroup(new Title("Climbing"), List.of(ALICE, BOB))));
        all.put("command-add-participants", command(null, new AddParticipants(List.of(BOB))));
        all.put("command-remove-participant", command(null, new RemoveParticipant(BOB)));
        all.put("command-rename", command(null, new RenameConversation(new Title("Bouldering"))));
        return all;
    }

    static Map<String, MessageLite> records() {
        var all = new LinkedHashMap<String, MessageLite>();
        all.put("event-message-stored", event().setMessageStored(message().setContent("Hé 👋")).build());
        all.put("event-message-edited",
                event().setMessageEdited(message().setContent("x").setEditedAt(AT + 1)).build());
        all.put("event-message-deleted", event().setMessageDeleted(message().setDeletedAt(AT + 2)).build());
        all.put("event-conversation-created", event().setConversationCreated(conversation()).build());
        all.put("event-participants-added",
                event().setParticipantsAdded(Participants.newBuilder().addParticipants(member())).build());
        all.put("event-participant-removed", event().setParticipantRemoved(member()).build());
        all.put("event-conversation-renamed", event().setConversationRenamed(conversation()).build());
        all.put("event-participant-changed",
                event().setParticipantChanged(member().toBuilder().setRole(Role.ROLE_OWNER)).build());
        all.put("event-participant-succeeded",
                event().setParticipantRemoved(member().toBuilder().setUserId("alice").setRole(Role.ROLE_OWNER))
                        .setSuccessor(member().toBuilder().setRole(Role.ROLE_OWNER))
                        .build());
        all.put("receipt", receipt());
        all.put("notification", notification());
        all.put("mailbox-entry", mailboxEntry());
        all.put("mailbox-entry-joined", joined());
        all.put("mailbox-entry-resync", MailboxEntry.newBuilder().setResync(true).build());
        return all;
    }

    private static Command command(@Nullable String sessionId, Command.Body body) {
        return new Command(
                new CommandId(MESSAGE.value()), ALICE, CONVERSATION, Instant.ofEpochMilli(AT), sessionId, body);
    }

    private static Event.Builder event() {
        return Event.newBuilder().setConversationId(CONVERSATION.toBytes()).setSeq(301).setAt(AT);
    }

    private static Message.Builder message() {
        return Message.newBuilder()
                .setMessageId(MESSAGE.toBytes())
                .setSeq(7)
                .setChangedSeq(301)
                .setSenderId("alice")
                .setReplyTo(REPLIED.toBytes())
                .setSentAt(AT);
    }

    private static Conversation conversation() {
        return Conversation.newBuilder()
                .setKind(ConversationKind.CONVERSATION_KIND_GROUP)
                .setTitle("Climbing")
                .setCreatedAt(AT)
                .addParticipants(Participant.newBuilder().setUserId("alice").setRole(Role.ROLE_OWNER))
                .addParticipants(member())
                .build();
    }

    private static Participant member() {
        return Participant.newBuilder().setUserId("bób").setRole(Role.ROLE_MEMBER).setJoinedSeq(5).build();
    }

    private static Receipt receipt() {
        return Receipt.newBuilder()
                .setConversationId(CONVERSATION.toBytes())
                .setUserId("bób")
                .setDeliveredSeq(301)
                .setReadSeq(300)
                .setAt(AT)
                .setMoved(Mark.MARK_READ)
                .build();
    }

    private static Notification notification() {
        return Notification.newBuilder()
                .setConversationId(CONVERSATION.toBytes())
                .setUserId("bób")
                .setSeq(301)
                .setMessageId(MESSAGE.toBytes())
                .setSenderId("alice")
                .setAt(AT)
                .build();
    }

    private static MailboxEntry mailboxEntry() {
        var rejection = Rejection.newBuilder()
                .setCommandId(ByteString.copyFrom(MESSAGE.toBytes().toByteArray()))
                .setConversationId(CONVERSATION.toBytes())
                .setCode("CHAT_MESSAGE_ID_CONFLICT")
                .setMessage("messageId: in use")
                .setAt(AT);
        return MailboxEntry.newBuilder()
                .addDeliveries(Delivery.newBuilder()
                        .addRecipients("alice")
                        .addRecipients("bób")
                        .setRepeated(true)
                        .setEvent(event().setMessageStored(message().setContent("x"))))
                .addDeliveries(Delivery.newBuilder()
                        .addRecipients("alice")
                        .setExceptSessionId("s-1")
                        .setReceipt(receipt()))
                .addDeliveries(Delivery.newBuilder().addRecipients("alice").setRejection(rejection))
                .build();
    }

    private static MailboxEntry joined() {
        var joined = Joined.newBuilder()
                .setConversationId(CONVERSATION.toBytes())
                .setSeq(301)
                .setAt(AT)
                .setKind(ConversationKind.CONVERSATION_KIND_GROUP)
                .setTitle("Climbing")
                .setCreatedAt(AT - 1)
                .setParticipantCount(3);
        var advanced = Advanced.newBuilder().setConversationId(CONVERSATION.toBytes()).setSeq(302);
        return MailboxEntry.newBuilder()
                .addDeliveries(Delivery.newBuilder().addRecipients("bób").setJoined(joined))
                .addDeliveries(Delivery.newBuilder().addRecipients("bób").setAdvanced(advanced))
                .build();
    }
}
