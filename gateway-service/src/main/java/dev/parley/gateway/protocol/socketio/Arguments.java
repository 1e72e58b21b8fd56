package dev.parley.gateway.protocol.socketio;

import dev.parley.contracts.ErrorCode;
import dev.parley.gateway.protocol.Fields;
import dev.parley.gateway.protocol.Inbound;
import dev.parley.gateway.protocol.Refusal;

/** What came with an event. Socket.IO allows any list; Parley's events have one object, or nothing. */
public sealed interface Arguments {

    record Data(Fields fields) implements Arguments {}

    /** @param found what stands there instead */
    record Other(String found) implements Arguments {}

    /** The request that an event makes. */
    static Inbound request(Packet.Event event) {
        return switch (event.arguments()) {
            case Data data -> new Inbound.Named(event.name(), event.id(), data.fields());
            case Other other -> new Inbound.Refused(event.id(), Refusal.of(
                    ErrorCode.CHAT_INVALID_REQUEST,
                    "data",
                    "data: " + other.found() + " (expected: one object)"));
        };
    }
}
