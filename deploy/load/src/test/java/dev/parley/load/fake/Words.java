package dev.parley.load.fake;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** What the fake server says, in the shapes of the protocol. */
final class Words {

    private static final JsonFactory JSON = new JsonFactory();

    /** The only one that this server knows. */
    static final String TIME = "2026-11-22T16:00:00.000Z";

    private static final Map<String, Integer> LIMITS = Map.of("contentCodePoints", 5_000, "frameBytes", 65_536,
            "messagesPerMinute", 1_000_000, "messageBurst", 1_000_000, "framesPerSecond", 1_000_000, "sessionsPerUser",
            10);

    private Words() {}

    static String write(Consumer<JsonGenerator> body) {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            body.accept(json);
            json.writeEndObject();
        }
        return text.toString();
    }

    static String frame(String event, Consumer<JsonGenerator> data) {
        return answer(event, 0, data);
    }

    static String answer(String event, long frame, Consumer<JsonGenerator> data) {
        return write(json -> {
            json.writeStringProperty("event", event);
            if (frame != 0) {
                json.writeNumberProperty("id", frame);
            }
            json.writeObjectPropertyStart("data");
            data.accept(json);
            json.writeEndObject();
        });
    }

    static String unavailable(long frame) {
        return answer("error", frame, json -> {
            json.writeStringProperty("code", "CHAT_TEMPORARILY_UNAVAILABLE");
            json.writeStringProperty("message", "later");
            json.writeBooleanProperty("retryable", true);
        });
    }

    static void limits(JsonGenerator json) {
        json.writeObjectPropertyStart("limits");
        LIMITS.forEach(json::writeNumberProperty);
        json.writeEndObject();
    }

    static void message(JsonGenerator json, Chat.Stored message) {
        content(json, message);
        json.writeStringProperty("status", "sent");
    }

    static void hit(JsonGenerator json, Chat.Stored message, String word) {
        json.writeObjectPropertyStart("message");
        content(json, message);
        json.writeEndObject();
        var at = message.content().indexOf(word);
        json.writeArrayPropertyStart("highlights");
        json.writeArray(new int[]{at, at + word.length()}, 0, 2);
        json.writeEndArray();
    }

    private static void content(JsonGenerator json, Chat.Stored message) {
        json.writeStringProperty("conversationId", message.conversation());
        json.writeNumberProperty("seq", message.seq());
        json.writeNumberProperty("changedSeq", message.seq());
        json.writeStringProperty("messageId", message.id());
        json.writeStringProperty("senderId", message.sender());
        json.writeStringProperty("content", message.content());
        json.writeStringProperty("sentAt", TIME);
    }

    static void conversation(JsonGenerator json, Chat chat, String user) {
        json.writeStringProperty("conversationId", chat.id());
        json.writeStringProperty("kind", "direct");
        json.writeNumberProperty("seq", chat.head());
        json.writeNumberProperty("visibleFrom", 1);
        json.writeNumberProperty("unread", 0);
        json.writeNumberProperty("readSeq", chat.read(user));
        json.writeNumberProperty("deliveredSeq", chat.delivered(user));
        json.writeArrayPropertyStart("participants");
        for (var member : chat.users()) {
            json.writeStartObject();
            json.writeStringProperty("userId", member);
            json.writeNumberProperty("deliveredSeq", chat.delivered(member));
            json.writeNumberProperty("readSeq", chat.read(member));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringProperty("createdAt", TIME);
    }

    static String list(List<Consumer<JsonGenerator>> entries, Consumer<JsonGenerator> meta) {
        return write(json -> {
            json.writeStringProperty("status", "success");
            json.writeArrayPropertyStart("data");
            for (var entry : entries) {
                json.writeStartObject();
                entry.accept(json);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeObjectPropertyStart("meta");
            meta.accept(json);
            json.writeEndObject();
        });
    }
}
