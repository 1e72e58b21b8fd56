package dev.parley.gateway.protocol;

/** How a client names a request; its answer carries the same name, as it was given. */
public sealed interface FrameId {

    int MAX_CHARACTERS = 64;

    /** @param digits as they stood on the wire, so that no size of integer is lost */
    record Whole(String digits) implements FrameId {}

    record Text(String value) implements FrameId {}
}
