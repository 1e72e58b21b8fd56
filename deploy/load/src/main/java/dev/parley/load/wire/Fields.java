package dev.parley.load.wire;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
    private @Nullable String replyTo;
    private @Nullable String sentAt;
    private @Nullable String sessionId;
    private @Nullable String reason;
    private @Nullable String code;
    private @Nullable String text;
    private @Nullable Message message;
    private @Nullable String kind;
    private @Nullable String title;
    private @Nullable String token;
    private List<Member> members = List.of();
    private List<Fields> conversations = List.of();
    private List<Fields> messages = List.of();
    private List<Fields> rejected = List.of();
    private List<String> added = List.of();
    private List<String> removed = List.of();
    private Set<String> truths = Set.of();
    private long joinedSeq;
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
            case "replyTo" -> replyTo = Json.stringOrNull(json);
            case "sentAt" -> sentAt = Json.stringOrNull(json);
            case "sessionId" -> sessionId = Json.stringOrNull(json);
            case "reason" -> reason = Json.stringOrNull(json);
            case "code" -> code = Json.stringOrNull(json);
            case "kind" -> kind = Json.stringOrNull(json);
            case "title" -> title = Json.stringOrNull(json);
            case "token" -> token = Json.stringOrNull(json);
            case "message" -> takeMessage(json);
            default -> takeList(name, json);
        }
    }

    private void takeList(String name, JsonParser json) {
        switch (name) {
            case "participants" ->
                members = objects(json).stream().filter(member -> member.userId != null).map(Fields::asMember).toList();
            case "conversations" -> conversations = objects(json);
            case "messages" -> messages = objects(json);
            case "rejected" -> rejected = objects(json);
            case "added" -> added = strings(json);
            case "removed" -> removed = strings(json);
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
            case "joinedSeq" -> joinedSeq = json.getLongValue();
            case "retryAfterMs", "reconnectAfterMs" ->
                waitMs = json.currentToken() == JsonToken.VALUE_NULL ? 0 : json.getLongValue();
            case "retryable", "truncated", "more", "reset", "online" -> {
                if (json.currentToken() == JsonToken.VALUE_TRUE) {
                    takeTruth(name);
                }
            }
            default -> json.skipChildren();
        }
    }

    /** Few objects have any, and objects are read by the tens of thousands a second. */
    private void takeTruth(String name) {
        if (truths.isEmpty()) {
            truths = new HashSet<>(2);
        }
        truths.add(name);
    }

    /** In an error {@code message} is a sentence, in a change it is a message. */
    private void takeMessage(JsonParser json) {
        if (json.currentToken() == JsonToken.START_OBJECT) {
            message = read(json).asMessage();
        } else {
            text = Json.stringOrNull(json);
        }
    }

    /** The objects of an array; anything else in it, or in its place, is passed over. */
    private static List<Fields> objects(JsonParser json) {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            json.skipChildren();
            return List.of();
        }
        var objects = new ArrayList<Fields>(2);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() == JsonToken.START_OBJECT) {
                objects.add(read(json));
            } else {
                json.skipChildren();
            }
        }
        return objects;
    }

    private static List<String> strings(JsonParser json) {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            json.skipChildren();
            return List.of();
        }
        var strings = new ArrayList<String>(2);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() == JsonToken.VALUE_STRING) {
                strings.add(json.getString());
            } else {
                json.skipChildren();
            }
        }
        return strings;
    }

    Member asMember() {
        return new Member(user(), deliveredSeq, readSeq, joinedSeq);
    }

    Message asMessage() {
        return new Message(conversation(), seq, Math.max(seq, changedSeq),
                MessageId.parse(required(messageId, "messageId")),
                new UserId(required(senderId, "senderId")), content == null ? null : new Content(content),
                replyTo == null ? null : MessageId.parse(replyTo), sentAt);
    }

    Message asHit() {
        if (message == null) {
            throw new MalformedReply("message: missing");
        }
        return message;
    }

    Conversation asConversation() {
        return new Conversation(conversation(),
                "group".equals(kind) ? Conversation.Kind.GROUP : Conversation.Kind.DIRECT,
                seq, visibleFrom, deliveredSeq, readSeq, members);
    }

    /** An entry of {@code changes}; kinds that carry no message keep only their place. */
    Change asEntry(ConversationId conversation) {
        return new Change(conversation, seq, message, null);
    }

    private Change asHiddenChange() {
        return new Change(conversation(), seq, null, null);
    }

    private Change asGroupChange() {
        return new Change(conversation(), seq, null, new GroupChange(title, users(added), users(removed)));
    }

    private static List<UserId> users(List<String> names) {
        return names.stream().map(UserId::new).toList();
    }

    private Pages.Sync asSyncPage() {
        return new Pages.Sync(conversations.stream().map(Fields::asSyncEntry).toList(),
                removed.stream().map(ConversationId::parse).toList(),
                rejected.stream().map(Fields::asRejected).toList(),
                new Pages.Sync.Next(required(token, "token"), truths.contains("more"), truths.contains("reset")));
    }

    private Pages.Sync.Entry asSyncEntry() {
        return new Pages.Sync.Entry(asConversation(),
                messages.stream().map(Fields::asMessage).map(Change::of).sorted().toList(),
                truths.contains("truncated"));
    }

    private ServerFrame.Rejected asRejected() {
        return new ServerFrame.Rejected(required(commandId, "commandId"), conversationOrNull(),
                required(code, "code"));
    }

    ServerFrame asFrame(String event, @Nullable Long id) {
        return switch (event) {
            case "message:new", "message:edited", "message:deleted" -> new ServerFrame.Changed(Change.of(asMessage()));
            case "ack" -> asAck(id == null ? -1 : id);
            case "message:delivered" -> new ServerFrame.Receipt(MarkKind.DELIVERED, conversation(), user(), seq);
            case "message:read" -> new ServerFrame.Receipt(MarkKind.READ, conversation(), user(), seq);
            case "error" -> new ServerFrame.Failed(id, trouble());
            case "session:ready" -> new ServerFrame.Ready(required(sessionId, "sessionId"));
            case "command:rejected" -> asRejected();
            default -> asRareFrame(event);
        };
    }

    /** What was asked is known to the one who asked; only a page of a sync carries a token. */
    private ServerFrame asAck(long id) {
        return token != null
                ? new ServerFrame.Synced(id, asSyncPage())
                : new ServerFrame.Acked(id, messageId == null ? null : MessageId.parse(messageId), conversationOrNull(),
                        commandId);
    }

    private ServerFrame asRareFrame(String event) {
        return switch (event) {
            case "conversation:created" -> new ServerFrame.Created(asConversation());
            case "conversation:updated" -> new ServerFrame.Changed(asGroupChange());
            case "conversation:advanced" -> new ServerFrame.Changed(asHiddenChange());
            case "conversation:removed" -> new ServerFrame.Removed(conversation(), seq);
            case "presence:changed" -> new ServerFrame.Presence(user(), truths.contains("online"));
            case "typing:start" -> new ServerFrame.Typing(conversation(), user(), true);
            case "typing:stop" -> new ServerFrame.Typing(conversation(), user(), false);
            case "sync:required" -> new ServerFrame.SyncRequired(reason == null ? "" : reason);
            case "session:closing" -> new ServerFrame.Closing(reason == null ? "" : reason, waitMs);
            default -> new ServerFrame.Unknown(event);
        };
    }

    ServerFrame.Trouble trouble() {
        return new ServerFrame.Trouble(required(code, "code"), text == null ? "" : text, truths.contains("retryable"),
                waitMs);
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
