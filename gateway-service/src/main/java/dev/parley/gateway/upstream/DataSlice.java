package dev.parley.gateway.upstream;

import java.util.Arrays;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Cuts the object {@code data} out of an answer, byte for byte: what is passed on need not be read and written again. */
final class DataSlice {

    private static final JsonFactory JSON = new JsonFactory();

    private DataSlice() {}

    /** @throws UnreadableAnswer if the answer is not well-formed to its end, or has no such object */
    static byte[] of(byte[] answer) {
        try (var parser = JSON.createParser(ObjectReadContext.empty(), answer)) {
            return slice(parser, answer);
        } catch (JacksonException e) {
            // Without its message, which quotes the text.
            throw new UnreadableAnswer("no JSON: " + e.getClass().getSimpleName());
        }
    }

    private static byte[] slice(JsonParser parser, byte[] answer) {
        var slice = new byte[0];
        if (parser.nextToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                var isData = "data".equals(parser.currentName());
                var token = parser.nextToken();
                var start = (int) parser.currentTokenLocation().getByteOffset();
                parser.skipChildren();
                if (isData && token == JsonToken.START_OBJECT) {
                    slice = Arrays.copyOfRange(answer, start, (int) parser.currentLocation().getByteOffset());
                }
            }
        }
        if (slice.length == 0 || parser.nextToken() != null) {
            throw new UnreadableAnswer("no object data in it");
        }
        return slice;
    }
}
