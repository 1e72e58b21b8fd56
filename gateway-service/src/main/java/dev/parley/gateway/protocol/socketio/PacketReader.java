package dev.parley.gateway.protocol.socketio;

import dev.parley.gateway.protocol.StrictJson;

/**
 * Reads the packets of clients. It is strict where the reference server is lenient by accident; whatever breaks a rule
 * is {@link Packet.Malformed}, and never an exception.
 */
public final class PacketReader {

    private final PayloadReader payloads;
    private final int maxChars;

    /** @param frameBytes of the longest frame */
    public PacketReader(int frameBytes) {
        payloads = new PayloadReader(new StrictJson(frameBytes));
        maxChars = frameBytes;
    }

    public Packet read(String text) {
        if (text.isEmpty() || text.length() > maxChars) {
            return malformed(text.length() + " characters", "1 to " + maxChars);
        }
        return switch (text.charAt(0)) {
            case '1' -> text.length() == 1 ? new Packet.Close() : malformed("a close with data", "1");
            case '3' -> text.length() == 1 ? new Packet.Pong() : malformed("a pong with data", "3");
            case '4' -> message(text);
            case '0', '2', '5', '6' -> malformed("a type for servers, or for upgrades", "1, 3 or 4");
            default -> malformed("not a type", "1, 3 or 4");
        };
    }

    private Packet message(String text) {
        var header = Header.read(text);
        if (header == null) {
            return malformed(
                    "no type, or a namespace or ack id out of bounds",
                    "a namespace of at most " + Header.MAX_NAMESPACE + " characters, an ack id of at most 2^53");
        }
        return switch (header.type()) {
            case '0' -> header.id() == null ? payloads.connect(header) : malformed("connect with an ack id", "none");
            case '1' -> disconnect(header);
            case '2' -> payloads.event(header);
            case '3' -> header.id() == null ? malformed("an ack without an id", "one") : payloads.ack(header);
            case '4' -> malformed("a refusal", "none from a client");
            case '5', '6' -> malformed("binary", "JSON");
            default -> malformed("not a type of message", "0 to 3");
        };
    }

    private static Packet disconnect(Header header) {
        return header.id() == null && header.payload().isEmpty()
                ? new Packet.Disconnect(header.namespace())
                : malformed("disconnect with data", "none");
    }

    static Packet.Malformed malformed(String found, String expected) {
        return new Packet.Malformed("packet: " + found + " (expected: " + expected + ")");
    }
}
