package dev.parley.gateway.protocol;

import dev.parley.contracts.Content;
import dev.parley.contracts.ConversationId;
import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.MessageId;
import dev.parley.contracts.UserId;
import dev.parley.gateway.access.BearerToken;
import org.jspecify.annotations.Nullable;

/** Turns an event name and its fields into a request, or says which rule they break. */
public final class RequestReader {

    private static final int NAME_EXCERPT = 64;

    private final int contentCodePoints;

    /** @param contentCodePoints of the longest message */
    public RequestReader(int contentCodePoints) {
        this.contentCodePoints = contentCodePoints;
    }

    public Request read(String event, Fields fields, UserId self) throws RefusedRequest {
        return switch (ClientEventName.of(event)) {
            case MESSAGE_SEND -> send(fields, self);
            case MESSAGE_EDIT -> new Request.EditMessage(
                    conversation(fields), messageId(fields), content(fields.text("content")));
            case MESSAGE_DELETE -> new Request.DeleteMessage(conversation(fields), messageId(fields));
            case MESSAGE_DELIVERED -> mark(Request.Mark.Kind.DELIVERED, fields);
            case MESSAGE_READ -> mark(Request.Mark.Kind.READ, fields);
            case SYNC -> sync(fields);
            case TYPING_START -> new Request.Typing(Request.Typing.Kind.START, conversation(fields));
            case TYPING_STOP -> new Request.Typing(Request.Typing.Kind.STOP, conversation(fields));
            case PRESENCE_WATCH -> new Request.WatchPresence(
                    fields.some("userIds", Request.WatchPresence.USERS, UserId::new));
            case SESSION_RENEW -> new Request.RenewSession(new BearerToken(fields.text("token")));
            case PING -> new Request.Ping();
            case null -> throw new RefusedRequest(Refusal.of(
                    ErrorCode.CHAT_UNKNOWN_EVENT,
                    "event: \"" + excerpt(event) + "\" (expected: an event of the protocol)"));
        };
    }

    private Request send(Fields fields, UserId self) throws RefusedRequest {
        var recipientId = fields.optional("recipientId", ErrorCode.CHAT_RECIPIENT_INVALID, UserId::new);
        var conversationId = conversation(fields, recipientId, self);
        var messageId = fields.optional("messageId", ErrorCode.CHAT_INVALID_REQUEST, MessageId::parse);
        var replyTo = fields.optional("replyTo", ErrorCode.CHAT_INVALID_REQUEST, MessageId::parse);
        return new Request.SendMessage(
                conversationId, recipientId, messageId, content(fields.text("content")), replyTo);
    }

    private static ConversationId conversation(Fields fields, @Nullable UserId recipientId, UserId self)
            throws RefusedRequest {
        var named = fields.optional("conversationId", ErrorCode.CHAT_INVALID_REQUEST, ConversationId::parse);
        if (recipientId == null) {
            if (named == null) {
                throw refused(
                        ErrorCode.CHAT_INVALID_REQUEST,
                        "conversationId",
                        "missing (expected: a conversationId or a recipientId)");
            }
            return named;
        }
        if (recipientId.equals(self)) {
            throw refused(ErrorCode.CHAT_RECIPIENT_INVALID, "recipientId", "oneself (expected: another user)");
        }
        var direct = ConversationId.direct(self, recipientId);
        if (named != null && !named.equals(direct)) {
            throw refused(
                    ErrorCode.CHAT_INVALID_REQUEST,
                    "conversationId",
                    named + " (expected: " + direct + ", the conversation with the recipientId, or none)");
        }
        return direct;
    }

    private Content content(String text) throws RefusedRequest {
        switch (Content.flawOf(text)) {
            case UNSENDABLE -> throw refused(
                    ErrorCode.CHAT_MESSAGE_INVALID,
                    "content",
                    "NUL or an unpaired surrogate in it (expected: well-formed text)");
            case BLANK -> throw refused(
                    ErrorCode.CHAT_MESSAGE_EMPTY,
                    "content",
                    "blank (expected: 1 to " + contentCodePoints + " code points)");
            case null -> {
                var content = new Content(text);
                if (content.codePoints() > contentCodePoints) {
                    throw refused(
                            ErrorCode.CHAT_MESSAGE_TOO_LONG,
                            "content",
                            content.codePoints() + " code points (expected: 1 to " + contentCodePoints + ")");
                }
                return content;
            }
        }
    }

    private static Request mark(Request.Mark.Kind kind, Fields fields) throws RefusedRequest {
        return new Request.Mark(kind, conversation(fields), fields.positive("seq"));
    }

    private static Request sync(Fields fields) throws RefusedRequest {
        var token = fields.optionalText("token");
        if (token != null && token.length() > Request.Sync.TOKEN_CHARACTERS) {
            throw refused(
                    ErrorCode.CHAT_INVALID_REQUEST,
                    "token",
                    token.length() + " characters (expected: the token of the last sync, at most "
                            + Request.Sync.TOKEN_CHARACTERS + ")");
        }
        return new Request.Sync(token, fields.optionalUpTo(Request.Sync.CONVERSATIONS, "limit"));
    }

    private static ConversationId conversation(Fields fields) throws RefusedRequest {
        return fields.required("conversationId", ConversationId::parse);
    }

    private static MessageId messageId(Fields fields) throws RefusedRequest {
        return fields.required("messageId", MessageId::parse);
    }

    private static RefusedRequest refused(ErrorCode code, String field, String what) {
        return new RefusedRequest(Refusal.of(code, field, field + ": " + what));
    }

    private static String excerpt(String event) {
        var shortened = event.length() > NAME_EXCERPT ? event.substring(0, NAME_EXCERPT) + "…" : event;
        return shortened.replaceAll("[^\\p{Graph} ]", "?");
    }
}
