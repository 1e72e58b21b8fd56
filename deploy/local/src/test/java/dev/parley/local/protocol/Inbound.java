package dev.parley.local.protocol;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What came from the server, whichever way it was framed. */
sealed interface Inbound {

    /** As a plain frame, whichever way it came. */
    default String plain() {
        return switch (this) {
            case Event event -> Wire.PLAIN.frame(event.name(), null, event.data());
            case Ack ack -> Wire.PLAIN.frame("ack", ack.id(), ack.data());
            case Refusal refusal -> Wire.PLAIN.frame("error", refusal.id(), refusal.data());
            case Heartbeat _,Silence _ -> throw new IllegalStateException(this + ": no frame of the protocol");
        };
    }

    record Event(String name, JsonNode data) implements Inbound {}

    record Ack(int id, JsonNode data) implements Inbound {}

    /** @param id null where the server could not tell which request it answers */
    record Refusal(@Nullable Integer id, JsonNode data) implements Inbound {}

    /** Has to be sent back at once, or the server takes the client for gone. */
    record Heartbeat(String answer) implements Inbound {}

    /** Belongs to the framing, and says nothing to a person who chats. */
    record Silence() implements Inbound {}
}
