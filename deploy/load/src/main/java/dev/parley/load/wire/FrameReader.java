package dev.parley.load.wire;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads what a gateway says, one frame at a time. */
public final class FrameReader {

    private FrameReader() {}

    public static ServerFrame read(byte[] bytes, int offset, int length) {
        try (var json = Json.parser(bytes, offset, length)) {
            json.nextToken();
            Json.expect(json, JsonToken.START_OBJECT);
            return readEnvelope(json);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new MalformedReply("a frame of " + length + " bytes that is not the protocol", e);
        }
    }

    /** The envelope's members come in any order, so the data is gathered before its meaning is known. */
    private static ServerFrame readEnvelope(JsonParser json) {
        String event = null;
        Long id = null;
        Fields data = null;
        for (var name = Json.member(json); name != null; name = Json.member(json)) {
            switch (name) {
                case "event" -> event = json.getString();
                case "id" -> id = numberOrNull(json);
                case "data" -> data = objectOrNull(json);
                default -> json.skipChildren();
            }
        }
        if (event == null) {
            throw new MalformedReply("event: missing");
        }
        return (data == null ? new Fields() : data).asFrame(event, id);
    }

    private static @Nullable Long numberOrNull(JsonParser json) {
        return json.currentToken() == JsonToken.VALUE_NUMBER_INT ? Long.valueOf(json.getLongValue()) : null;
    }

    private static @Nullable Fields objectOrNull(JsonParser json) {
        if (json.currentToken() == JsonToken.START_OBJECT) {
            return Fields.read(json);
        }
        json.skipChildren();
        return null;
    }
}
