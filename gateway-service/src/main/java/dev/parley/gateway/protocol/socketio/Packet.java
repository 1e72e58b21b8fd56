package dev.parley.gateway.protocol.socketio;

import dev.parley.gateway.protocol.Fields;
import dev.parley.gateway.protocol.FrameId;
import org.jspecify.annotations.Nullable;

/** What a client's text frame turned out to be. The payloads may hold tokens and messages, so they print nothing. */
public sealed interface Packet {

    /** Engine.IO: the answer to a ping. */
    record Pong() implements Packet {}

    /** Engine.IO: the client takes its leave of the whole connection. */
    record Close() implements Packet {}

    /**
     * @param auth the members of the payload
     * @param json the payload as it came; an empty object if none did
     */
    record Connect(String namespace, Fields auth, String json) implements Packet {

        @Override
        public String toString() {
            return "Connect[" + namespace + "]";
        }
    }

    record Disconnect(String namespace) implements Packet {}

    /**
     * @param id under which the client waits for an ack; null if it doesn't
     * @param json the whole payload as it came: an array of the name and the arguments
     */
    record Event(String namespace, @Nullable FrameId id, String name, Arguments arguments, String json)
            implements
                Packet {

        @Override
        public String toString() {
            return "Event[" + namespace + ", " + json.length() + " chars]";
        }
    }

    /** The answer to an event of the server's. */
    record Ack(String namespace) implements Packet {}

    /** Against the rules: the connection can't go on. */
    record Malformed(String reason) implements Packet {}
}
