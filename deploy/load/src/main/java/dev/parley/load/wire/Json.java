package dev.parley.load.wire;

import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;

/** Jackson's token streams as used here. Buffers are recycled by thread: the event loops are few and do all of the work. */
final class Json {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.threadLocalPool())
            .build();

    private Json() {}

    static JsonParser parser(byte[] bytes, int offset, int length) {
        return FACTORY.createParser(ObjectReadContext.empty(), bytes, offset, length);
    }

    static JsonGenerator generator(OutputStream out) {
        return FACTORY.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8);
    }

    /** Moves to the next member of the object and on to its value; null at the object's end. */
    static @Nullable String member(JsonParser json) {
        var name = json.nextName();
        if (name != null) {
            json.nextToken();
        }
        return name;
    }

    static void expect(JsonParser json, JsonToken expected) {
        if (json.currentToken() != expected) {
            throw new MalformedReply("found " + json.currentToken() + " (expected: " + expected + ")");
        }
    }

    static @Nullable String stringOrNull(JsonParser json) {
        return json.currentToken() == JsonToken.VALUE_NULL ? null : json.getString();
    }
}
