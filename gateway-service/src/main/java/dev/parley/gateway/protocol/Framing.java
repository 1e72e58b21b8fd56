package dev.parley.gateway.protocol;

import org.jspecify.annotations.Nullable;

/**
 * How events, acks and errors stand in text frames. There is one instance of each framing, so that an event is encoded
 * once for all sockets that share it.
 */
public interface Framing {

    byte[] event(ServerEvent event);

    /** @param data a JSON object in UTF-8 */
    byte[] ack(FrameId id, byte[] data);

    /** @param id null where nobody waits for an answer */
    byte[] error(@Nullable FrameId id, Refusal refusal);

    /** @return the text frame that pings; null where the WebSocket's own pings do */
    default byte @Nullable [] ping() {
        return null;
    }

    /** @return the text frame that tells a client not to come back; null where the close code says it */
    default byte @Nullable [] farewell() {
        return null;
    }
}
