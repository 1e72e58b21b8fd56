package dev.parley.load.fake;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** A client's frame as the fake server needs it. */
final class Command {

    private static final JsonFactory JSON = new JsonFactory();

    String event = "";
    long frame;
    @Nullable
    String conversationId;
    @Nullable
    String recipientId;
    @Nullable
    String messageId;
    @Nullable
    String content;
    @Nullable
    String query;
    @Nullable
    String token;
    long seq;

    static Command read(String text) {
        try (var json = JSON.createParser(ObjectReadContext.empty(), text)) {
            json.nextToken();
            var command = new Command();
            command.readObject(json);
            return command;
        }
    }

    private void readObject(JsonParser json) {
        for (var name = json.nextName(); name != null; name = json.nextName()) {
            if (json.nextToken() == JsonToken.START_OBJECT) {
                readObject(json);
            } else {
                take(name, json);
            }
        }
    }

    private void take(String name, JsonParser json) {
        switch (name) {
            case "event" -> event = json.getString();
            case "id" -> frame = json.getLongValue();
            case "conversationId" -> conversationId = json.getString();
            case "recipientId" -> recipientId = json.getString();
            case "messageId" -> messageId = json.getString();
            case "content" -> content = json.getString();
            case "query" -> query = json.getString();
            case "token" -> token = json.getString();
            case "seq" -> seq = json.getLongValue();
            default -> json.skipChildren();
        }
    }
}
