package dev.parley.load.wire;

import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;

/** Writes what a client says, each frame straight into the buffer that goes out. */
public final class FrameWriter {

    private FrameWriter() {}

    public static void send(OutputStream out, long frame, Target target, MessageId id, Content content) {
        try (var json = open(out, "message:send", frame)) {
            switch (target) {
                case Target.Person(var recipient) -> json.writeStringProperty("recipientId", recipient.value());
                case Target.Room(var conversation) ->
                    json.writeStringProperty("conversationId", conversation.toString());
            }
            json.writeStringProperty("messageId", id.toString());
            json.writeStringProperty("content", content.text());
            close(json);
        }
    }

    /** A mark; with a frame number of 0 it asks for no answer. */
    public static void mark(OutputStream out, long frame, MarkKind kind, ConversationId conversation, long seq) {
        try (var json = open(out, kind.event(), frame)) {
            json.writeStringProperty("conversationId", conversation.toString());
            json.writeNumberProperty("seq", seq);
            close(json);
        }
    }

    public static void typing(OutputStream out, ConversationId conversation, boolean started) {
        try (var json = open(out, started ? "typing:start" : "typing:stop", 0)) {
            json.writeStringProperty("conversationId", conversation.toString());
            close(json);
        }
    }

    private static JsonGenerator open(OutputStream out, String event, long frame) {
        var json = Json.generator(out);
        json.writeStartObject();
        json.writeStringProperty("event", event);
        if (frame != 0) {
            json.writeNumberProperty("id", frame);
        }
        json.writeObjectPropertyStart("data");
        return json;
    }

    private static void close(JsonGenerator json) {
        json.writeEndObject();
        json.writeEndObject();
    }
}
