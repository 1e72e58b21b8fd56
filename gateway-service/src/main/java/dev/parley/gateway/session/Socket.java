package dev.parley.gateway.session;

import java.util.List;

/** The far end of a session. Nothing here blocks, and everything may be called on any thread. */
public interface Socket {

    /**
     * Sends text frames, in one write where they fit into one.
     *
     * @return whether there was room for all of them
     */
    default boolean send(List<byte[]> frames) {
        return send(frames, () -> {});
    }

    /** @param written run, on any thread, once all of them are written; never where that fails */
    boolean send(List<byte[]> frames, Runnable written);

    /** Sends last frames, and closes once they are written: what waits otherwise would be thrown away by the close. */
    void sendLast(List<byte[]> frames, CloseCode code);

    /** Whether all that was sent is written. */
    boolean isIdle();

    void ping();

    void close(CloseCode code);

    /** Cuts the connection, whatever the other side does. */
    void abort();
}
