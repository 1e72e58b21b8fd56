package dev.parley.gateway.protocol;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes JSON objects, and times the way the protocol has them. */
final class JsonData {

    private static final JsonFactory JSON = new JsonFactory();
    private static final DateTimeFormatter MILLISECONDS = new DateTimeFormatterBuilder().appendInstant(3).toFormatter();
    private static final int USUAL_BYTES = 384;

    private JsonData() {}

    static byte[] object(Consumer<JsonGenerator> fields) {
        var bytes = new ByteArrayOutputStream(USUAL_BYTES);
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            fields.accept(json);
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    static String time(Instant time) {
        return MILLISECONDS.format(time);
    }

    static String time(long epochMillis) {
        return time(Instant.ofEpochMilli(epochMillis));
    }
}
