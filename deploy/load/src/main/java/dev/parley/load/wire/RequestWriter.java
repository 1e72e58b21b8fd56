package dev.parley.load.wire;

import java.io.ByteArrayOutputStream;
import java.util.Collection;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/** Writes the bodies of REST. */
public final class RequestWriter {

    private RequestWriter() {}

    public static byte[] group(String title, Collection<UserId> others) {
        return object(json -> {
            json.writeStringProperty("title", title);
            writeUsers(json, others);
        });
    }

    public static byte[] participants(Collection<UserId> others) {
        return object(json -> writeUsers(json, others));
    }

    public static byte[] title(String title) {
        return object(json -> json.writeStringProperty("title", title));
    }

    public static byte[] search(String query) {
        return object(json -> json.writeStringProperty("query", query));
    }

    private static void writeUsers(JsonGenerator json, Collection<UserId> users) {
        json.writeArrayPropertyStart("participantIds");
        users.forEach(user -> json.writeString(user.value()));
        json.writeEndArray();
    }

    private static byte[] object(Consumer<JsonGenerator> body) {
        var out = new ByteArrayOutputStream();
        try (var json = Json.generator(out)) {
            json.writeStartObject();
            body.accept(json);
            json.writeEndObject();
        }
        return out.toByteArray();
    }
}
