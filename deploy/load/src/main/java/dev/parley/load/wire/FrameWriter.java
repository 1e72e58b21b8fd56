package dev.parley.load.wire;

import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes what a client says, each frame straight into the buffer that goes out. */
public final class FrameWriter {

    private FrameWriter() {}

    public static void command(OutputStream out, long frame, Command command) {
        switch (command) {
            case Command.Send send -> send(out, frame, send);
            case Command.Edit(var room, var message, var content) -> {
                try (var json = open(out, "message:edit", frame)) {
                    writeTarget(json, room);
                    json.writeStringProperty("messageId", message.toString());
                    json.writeStringProperty("content", content.text());
                    close(json);
                }
            }
            case Command.Delete(var room, var message) -> {
                try (var json = open(out, "message:delete", frame)) {
                    writeTarget(json, room);
                    json.writeStringProperty("messageId", message.toString());
                    close(json);
                }
            }
        }
    }

    private static void send(OutputStream out, long frame, Command.Send send) {
        try (var json = open(out, "message:send", frame)) {
            writeTarget(json, send.target());
            json.writeStringProperty("messageId", send.message().toString());
            json.writeStringProperty("content", send.content().text());
            if (send.replyTo() != null) {
                json.writeStringProperty("replyTo", send.replyTo().toString());
            }
            close(json);
        }
    }

    private static void writeTarget(JsonGenerator json, Target target) {
        switch (target) {
            case Target.Person(var recipient) -> json.writeStringProperty("recipientId", recipient.value());
            case Target.Room(var conversation) -> json.writeStringProperty("conversationId", conversation.toString());
        }
    }

    /** Asks for what was missed since this token; without one, for everything. */
    public static void sync(OutputStream out, long frame, @Nullable String token) {
        try (var json = open(out, "sync", frame)) {
            if (token != null) {
                json.writeStringProperty("token", token);
            }
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
