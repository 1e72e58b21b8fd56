package dev.parley.gateway.protocol.socketio;

import static dev.parley.gateway.protocol.socketio.PacketReader.malformed;

import dev.parley.gateway.protocol.Fields;
import dev.parley.gateway.protocol.StrictJson;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads the JSON of packets. It has to begin at once, and to end with the frame. */
final class PayloadReader {

    /** Clients raise these by themselves, so nobody may send them. */
    private static final Set<String> RESERVED = Set.of(
            "connect", "connect_error", "disconnect", "disconnecting", "newListener", "removeListener");

    private final StrictJson json;

    PayloadReader(StrictJson json) {
        this.json = json;
    }

    Packet connect(Header header) {
        if (header.payload().isEmpty()) {
            return new Packet.Connect(header.namespace(), Fields.NONE, "{}");
        }
        return read(header.payload(), '{', parser -> new Packet.Connect(
                header.namespace(), StrictJson.fields(parser), header.payload()));
    }

    Packet event(Header header) {
        return read(header.payload(), '[', parser -> {
            if (parser.nextToken() != JsonToken.VALUE_STRING) {
                return malformed(StrictJson.kind(parser.currentToken()) + " for an event", "its name");
            }
            var name = parser.getString();
            return RESERVED.contains(name)
                    ? malformed("an event of a reserved name", "another name")
                    : new Packet.Event(header.namespace(), header.id(), name, arguments(parser), header.payload());
        });
    }

    Packet ack(Header header) {
        return read(header.payload(), '[', parser -> {
            parser.skipChildren();
            return new Packet.Ack(header.namespace());
        });
    }

    private static Arguments arguments(JsonParser parser) {
        if (parser.nextToken() == JsonToken.END_ARRAY) {
            return new Arguments.Data(Fields.NONE);
        }
        var first = argument(parser);
        var count = 1;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            parser.skipChildren();
            count++;
        }
        return count == 1 ? first : new Arguments.Other(count + " arguments");
    }

    private static Arguments argument(JsonParser parser) {
        var token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> new Arguments.Data(StrictJson.fields(parser));
            case VALUE_NULL -> new Arguments.Data(Fields.NONE);
            default -> {
                parser.skipChildren();
                yield new Arguments.Other(StrictJson.kind(token));
            }
        };
    }

    /** @param inside reads from the first token on, to the end of the value */
    private Packet read(String payload, char first, Function<JsonParser, Packet> inside) {
        if (payload.isEmpty() || payload.charAt(0) != first) {
            return malformed("another payload, or none", "JSON that begins with " + first);
        }
        try (var parser = json.parser(payload)) {
            parser.nextToken();
            var packet = inside.apply(parser);
            return packet instanceof Packet.Malformed || parser.nextToken() == null
                    ? packet
                    : malformed("more than one JSON value", "one");
        } catch (JacksonException e) {
            // Jackson's message quotes the text, and that is nobody's business.
            return malformed("malformed JSON", "JSON");
        }
    }
}
