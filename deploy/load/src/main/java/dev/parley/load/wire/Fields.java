package dev.parley.load.wire;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The members of one JSON object, gathered as they come, whatever their order, and then taken together as the shape that the
 * object's place calls for. Names mean the same wherever they appear in the protocol, so one set serves all shapes.
 */
final class Fields {

    private @Nullable String conversationId;
    private @Nullable String messageId;
    private @Nullable String commandId;
    private @Nullable String senderId;
    private @Nullable String userId;
    private @Nullable String content;
    private @Nullable String sentAt;
    private @Nullable String sessionId;
    private @Nullable String reason;
    private @Nullable String code;
    private @Nullable String text;
    private @Nullable Message message;
    private List<Member> members = List.of();
    private boolean retryable;
    private long seq;
    private long changedSeq;
    private long visibleFrom;
    private long deliveredSeq;
    private long readSeq;
    private long waitMs;

    /** Reads the object that the parser stands at the start of, up to and including its end. */
    static Fields read(JsonParser json) {
        Json.expect(json, JsonToken.START_OBJECT);
        var fields = new Fields();
        for (var name = Json.member(json); name != null; name = Json.member(json)) {
            fields.take(name, json);
        }
        return fields;
    }

    private void take(String name, JsonParser json) {
        switch (name) {
            case "conversationId" -> conversationId = Json.stringOrNull(json);
            case "messageId" -> messageId = Json.stringOrNull(json);
            case "commandId" -> commandId = Json.stringOrNull(json);
            case "senderId" -> senderId = Json.stringOrNull(json);
            case "userId" -> userId = Json.stringOrNull(json);
            case "content" -> content = Json.stringOrNull(json);
            case "sentAt" -> sentAt = Json.stringOrNull(json);
            case "sessionId" -> sessionId = Json.stringOrNull(json);
            case "reason" -> reason = Json.stringOrNull(json);
            case "code" -> code = Json.stringOrNull(json);
            case "message" -> takeMessage(json);
            case "participants" -> takeMembers(json);
            default -> takeNumber(name, json);
        }
    }

    private void takeNumber(String name, JsonParser json) {
        switch (name) {
            case "seq" -> seq = json.getLongValue();
            case "changedSeq" -> changedSeq = json.getLongValue();
            case "visibleFrom" -> visibleFrom = json.getLongValue();
            case "deliveredSeq" -> deliveredSeq = json.getLongValue();
            case "readSeq" -> readSeq = json.getLongValue();
            case "retryAfterMs", "reconnectAfterMs" ->
                waitMs = json.currentToken() == JsonToken.VALUE_NULL ? 0 : json.getLongValue();
            case "retryable" -> retryable = json.getBooleanValue();
            default -> json.skipChildren();
        }
    }

    /** In an error {@code message} is a sentence, in a change it is a message. */
    private void takeMessage(JsonParser json) {
        if (json.currentToken() == JsonToken.START_OBJECT) {
            message = read(json).asMessage();
        } else {
            text = Json.stringOrNull(json);
        }
    }

    private void takeMembers(JsonParser json) {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            return;
        }
        members = new ArrayList<>(2);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() == JsonToken.START_OBJECT) {
                var member = read(json);
                if (member.userId != null) {
                    members.add(new Member(member.user(), member.deliveredSeq, member.readSeq));
                }
            }
        }
    }

    Message asMessage() {
        return new Message(conversation(), seq, Math.max(seq, changedSeq),
                MessageId.parse(required(messageId, "messageId")),
                new UserId(required(senderId, "senderId")), content == null ? null : new Content(content), sentAt);
    }

    Conversation asConversation() {
        return new Conversation(conversation(), seq, visibleFrom, deliveredSeq, readSeq, members);
    }

    /** An entry of {@code changes}; kinds that carry no message keep only their place. */
    Change asEntry(ConversationId conversation) {
        return new Change(conversation, seq, message);
    }

    Change asBareChange() {
        return new Change(conversation(), seq, null);
    }

    ServerFrame asFrame(String event, @Nullable Long id) {
        return switch (event) {
            case "message:new", "message:edited", "message:deleted" -> new ServerFrame.Changed(Change.of(asMessage()));
            case "ack" ->
                new ServerFrame.Acked(id == null ? -1 : id, messageId == null ? null : MessageId.parse(messageId),
                        conversationOrNull());
            case "message:delivered" -> new ServerFrame.Receipt(MarkKind.DELIVERED, conversation(), user(), seq);
            case "message:read" -> new ServerFrame.Receipt(MarkKind.READ, conversation(), user(), seq);
            case "error" -> new ServerFrame.Failed(id, trouble());
            case "session:ready" -> new ServerFrame.Ready(required(sessionId, "sessionId"));
            case "command:rejected" -> new ServerFrame.Rejected(required(commandId, "commandId"), conversationOrNull(),
                    required(code, "code"));
            default -> asRareFrame(event);
        };
    }

    private ServerFrame asRareFrame(String event) {
        return switch (event) {
            case "conversation:created" -> new ServerFrame.Created(asConversation());
            case "conversation:updated", "conversation:advanced" -> new ServerFrame.Changed(asBareChange());
            case "conversation:removed" -> new ServerFrame.Removed(conversation());
            case "typing:start" -> new ServerFrame.Typing(conversation(), user(), true);
            case "typing:stop" -> new ServerFrame.Typing(conversation(), user(), false);
            case "sync:required" -> new ServerFrame.SyncRequired(reason == null ? "" : reason);
            case "session:closing" -> new ServerFrame.Closing(reason == null ? "" : reason, waitMs);
            default -> new ServerFrame.Unknown(event);
        };
    }

    ServerFrame.Trouble trouble() {
        return new ServerFrame.Trouble(required(code, "code"), text == null ? "" : text, retryable, waitMs);
    }

    private UserId user() {
        return new UserId(required(userId, "userId"));
    }

    private ConversationId conversation() {
        return ConversationId.parse(required(conversationId, "conversationId"));
    }

    private @Nullable ConversationId conversationOrNull() {
        return conversationId == null ? null : ConversationId.parse(conversationId);
    }

    private static String required(@Nullable String value, String name) {
        if (value == null) {
            throw new MalformedReply(name + ": missing");
        }
        return value;
    }
}
