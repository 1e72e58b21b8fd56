package dev.parley.gateway.protocol.json;

import dev.parley.gateway.protocol.Fields;
import dev.parley.gateway.protocol.FrameId;
import dev.parley.gateway.protocol.Refusal;
import org.jspecify.annotations.Nullable;

/** What a text frame turned out to be. */
public sealed interface Inbound {

    record Named(String event, @Nullable FrameId id, Fields data) implements Inbound {}

    /** A JSON object, but not a frame of the protocol. */
    record Refused(@Nullable FrameId id, Refusal refusal) implements Inbound {}

    /** No JSON object at all: a client that keeps on with this speaks something else. */
    record Alien(Refusal refusal) implements Inbound {}
}
