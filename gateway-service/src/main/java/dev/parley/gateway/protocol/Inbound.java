package dev.parley.gateway.protocol;

import org.jspecify.annotations.Nullable;

/** What a client's frame turned out to be, whatever its framing. */
public sealed interface Inbound {

    record Named(String event, @Nullable FrameId id, Fields data) implements Inbound {}

    /** A frame, but not one that asks for something in the way of the protocol. */
    record Refused(@Nullable FrameId id, Refusal refusal) implements Inbound {}

    /** No frame at all: a client that keeps on with this speaks something else. */
    record Alien(Refusal refusal) implements Inbound {}
}
