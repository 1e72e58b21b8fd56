package dev.parley.load.replay;

import dev.parley.load.wire.Content;
import dev.parley.load.wire.UserId;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads one line of a corpus. */
final class LineReader {

    private static final JsonFactory JSON = new JsonFactory();

    private LineReader() {}

    static Line read(int number, String text) {
        try (var json = JSON.createParser(ObjectReadContext.empty(), text)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new CorpusException(number, "no JSON object");
            }
            return read(number, text, json);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new CorpusException(number, String.valueOf(e.getMessage()));
        }
    }

    private static Line read(int number, String text, JsonParser json) {
        String from = null;
        String to = null;
        String content = null;
        for (var name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            switch (name) {
                case "from" -> from = json.getString();
                case "to" -> to = json.getString();
                case "content" -> content = json.getString();
                default -> json.skipChildren();
            }
        }
        var sender = new UserId(present(number, "from", from));
        var recipient = new UserId(present(number, "to", to));
        if (sender.equals(recipient)) {
            throw new CorpusException(number, "from and to are the same user");
        }
        return new Line(number, sender, recipient, new Content(present(number, "content", content)),
                Line.idOf(number, text));
    }

    private static String present(int number, String name, @Nullable String value) {
        if (value == null) {
            throw new CorpusException(number, name + " is missing");
        }
        return value;
    }
}
