package dev.parley.gateway.protocol;

import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/**
 * Something the gateway tells a client.
 *
 * @param data a JSON object in UTF-8, written once, whatever the number of sockets and framings it goes to
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and shared by all sockets on purpose
public record ServerEvent(ServerEventName name, byte[] data) {

    static ServerEvent of(ServerEventName name, Consumer<JsonGenerator> fields) {
        return new ServerEvent(name, JsonData.object(fields));
    }

    /** Says nothing of the data, since a message may be in it. */
    @Override
    public String toString() {
        return "ServerEvent[" + name.wireName() + ", " + data.length + " bytes]";
    }
}
