package dev.parley.load.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads the replies of REST. */
public final class ReplyReader {

    private final List<Fields> data = new ArrayList<>();
    private @Nullable String nextCursor;
    private long through;
    private boolean more;
    private boolean moreBefore;
    private boolean moreAfter;
    private @Nullable String code;

    private ReplyReader() {}

    public static Pages.Conversations conversations(byte[] body) {
        var reply = read(body);
        return new Pages.Conversations(reply.entries(Fields::asConversation), reply.nextCursor);
    }

    public static Pages.Changes changes(byte[] body, ConversationId conversation) {
        var reply = read(body);
        return new Pages.Changes(reply.entries(fields -> fields.asEntry(conversation)), reply.through, reply.more);
    }

    public static Pages.Messages messages(byte[] body) {
        var reply = read(body);
        return new Pages.Messages(reply.entries(Fields::asMessage), reply.moreBefore, reply.moreAfter);
    }

    public static Pages.Members members(byte[] body) {
        var reply = read(body);
        return new Pages.Members(reply.entries(Fields::asMember), reply.nextCursor);
    }

    /** The hits of a search. */
    public static List<Message> found(byte[] body) {
        return read(body).entries(Fields::asHit);
    }

    /** A reply that is one conversation. */
    public static Conversation conversation(byte[] body) {
        var entries = read(body).entries(Fields::asConversation);
        if (entries.size() != 1) {
            throw new MalformedReply("data: " + entries.size() + " objects (expected: one conversation)");
        }
        return entries.getFirst();
    }

    /** The code of a problem document; a body that is none has none (a proxy's page, for example). */
    public static String problemCode(byte[] body) {
        try {
            var code = read(body).code;
            return code == null ? "no code" : code;
        } catch (MalformedReply e) {
            return "no problem document";
        }
    }

    private <T> List<T> entries(Function<Fields, T> shape) {
        return data.stream().map(shape).toList();
    }

    private static ReplyReader read(byte[] body) {
        try (var json = Json.parser(body, 0, body.length)) {
            json.nextToken();
            Json.expect(json, JsonToken.START_OBJECT);
            var reply = new ReplyReader();
            for (var name = Json.member(json); name != null; name = Json.member(json)) {
                reply.take(name, json);
            }
            return reply;
        } catch (JacksonException | IllegalArgumentException e) {
            throw new MalformedReply("a reply of " + body.length + " bytes that is not the protocol", e);
        }
    }

    private void take(String name, JsonParser json) {
        switch (name) {
            case "data" -> takeData(json);
            case "meta" -> takeMeta(json);
            case "code" -> code = Json.stringOrNull(json);
            default -> json.skipChildren();
        }
    }

    private void takeData(JsonParser json) {
        if (json.currentToken() == JsonToken.START_ARRAY) {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                data.add(Fields.read(json));
            }
        } else if (json.currentToken() == JsonToken.START_OBJECT) {
            data.add(Fields.read(json));
        }
    }

    private void takeMeta(JsonParser json) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            return;
        }
        for (var name = Json.member(json); name != null; name = Json.member(json)) {
            switch (name) {
                case "nextCursor" -> nextCursor = Json.stringOrNull(json);
                case "through" -> through = json.getLongValue();
                case "more" -> more = json.getBooleanValue();
                case "hasMoreBefore" -> moreBefore = json.getBooleanValue();
                case "hasMoreAfter" -> moreAfter = json.getBooleanValue();
                default -> json.skipChildren();
            }
        }
    }
}
